/** All tables of an order, whatever they hold, in printed order. Pure. */
import type { DocumentContent } from '../../content.ts';
import type { OrderTable } from './order-table.ts';
import { tablesOfOrderPages } from './page-tables.ts';
import { tablesOfOrderSheet } from './sheet-tables.ts';

/** The tables of a document. The same content always gives the same tables: their place is their identity. */
export function tablesOfOrder(content: DocumentContent): OrderTable[] {
  return content.kind === 'sheets'
    ? content.sheets.flatMap((sheet) => tablesOfOrderSheet(sheet))
    : tablesOfOrderPages(content.pages);
}
