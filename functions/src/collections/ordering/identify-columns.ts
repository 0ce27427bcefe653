/** Step 3 of "Generate Items": the tables of an order, with what each of their columns holds and why. */
import { LIMITS } from '@docket/model/limits';
import type { DocumentContent } from '../content.ts';
import { breathing } from './breathing.ts';
import { columnsOfTable, type GivenRoles, layoutOf } from './columns/columns-of-table.ts';
import { confidenceOf, usefulnessOf } from './columns/usefulness.ts';
import { contextOf } from './document-context.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readOrderTable } from './lines/read-table.ts';
import { splitSkus } from './lines/split-skus.ts';
import type { IdentifiedTable, OrderLine, RememberedMappings } from './order.ts';
import { findRepetitions } from './repeated-tables.ts';
import type { OrderTable } from './tables/order-table.ts';
import { tablesOfOrder } from './tables/tables-of-order.ts';

/**
 * The tables of a document in printed order (the first `LIMITS.orderTables`), those that order nothing among them, with the reason. What people have said
 * about headers is followed. Gives way to other work now and then; never rejects for what a document contains.
 */
export async function identifyColumns(
  content: DocumentContent,
  remembered: RememberedMappings,
): Promise<IdentifiedTable[]> {
  const tables = (await breathing(tablesOfOrder(content))).slice(0, LIMITS.orderTables);
  const identified: IdentifiedTable[] = [];
  for (const [position, table] of tables.entries()) {
    identified.push(identify(table, position, remembered));
  }
  await setRepetitionsAside(tables, identified, remembered);
  return identified;
}

function identify(table: OrderTable, position: number, remembered: RememberedMappings): IdentifiedTable {
  const fingerprint = fingerprintOf(table.columns.map(({ header }) => header));
  const mapping = fingerprint === null ? undefined : remembered.get(fingerprint);
  const given: GivenRoles = mapping?.roles ?? [];
  const columns = columnsOfTable(table, given);
  const found = usefulnessOf(table, columns);
  const said = mapping?.used ?? null;
  return {
    position,
    where: table.where,
    sheet: table.sheet,
    page: table.page,
    header_row: table.headerRow,
    layout: layoutOf(table, columns),
    columns,
    confidence: confidenceOf(columns),
    used: said ?? found.used,
    reason:
      said === null
        ? found.reason
        : said
          ? 'You said that it belongs to the order'
          : 'You said that it does not belong to the order',
    fingerprint,
    corrected: mapping !== undefined && (said !== null || given.some((role) => role !== null)),
    line_count: 0,
    quantity: 0,
    amount: null,
    currency: null,
    checks: [],
  };
}

/** A summary repeats the lines of the order: its quantities must not count twice. */
async function setRepetitionsAside(
  tables: readonly OrderTable[],
  identified: IdentifiedTable[],
  remembered: RememberedMappings,
): Promise<void> {
  const used = identified.filter((table) => table.used);
  if (used.length < 2) return;
  const read: { where: string; lines: OrderLine[] }[] = [];
  for (const { position, columns, where } of used) {
    const table = tables[position];
    const lines = table === undefined ? [] : await linesOf(table, columns, position, tables);
    read.push({ where, lines });
  }
  findRepetitions(read).forEach((original, index) => {
    const table = used[index];
    const other = original === null ? undefined : used[original];
    if (table === undefined || other === undefined) return;
    const said = table.fingerprint === null ? null : (remembered.get(table.fingerprint)?.used ?? null);
    if (said === true) return;
    table.used = false;
    table.reason = `It repeats what ${other.where} orders`;
  });
}

async function linesOf(
  table: OrderTable,
  columns: IdentifiedTable['columns'],
  position: number,
  tables: readonly OrderTable[],
): Promise<OrderLine[]> {
  const { lines } = await breathing(readOrderTable(table, columns, position, contextOf(tables, table)));
  splitSkus(lines);
  return lines;
}
