/** All tables of an order, whatever they hold, in printed order. Pure. */
import type { DocumentContent } from '../../content.ts';
import type { OrderTable } from './order-table.ts';
import { tablesOfOrderPages } from './page-tables.ts';
import { tablesOfOrderSheet } from './sheet-tables.ts';

/**
 * The tables of a document. The same content always gives the same tables: their place is their identity. Yields now and
 * then, so that the caller can let other work run.
 */
export function* tablesOfOrder(content: DocumentContent): Generator<undefined, OrderTable[]> {
  if (content.kind === 'pages') return yield* tablesOfOrderPages(content.pages);
  const tables: OrderTable[] = [];
  for (const sheet of content.sheets) tables.push(...(yield* tablesOfOrderSheet(sheet)));
  return tables;
}
