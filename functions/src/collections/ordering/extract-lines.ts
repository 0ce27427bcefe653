/** Step 4 of "Generate Items": the lines of an order, and its tables with their sums and checks. */
import type { OrderCheck } from '@docket/model/order';
import type { DocumentContent } from '../content.ts';
import { breathing } from './breathing.ts';
import { contextOf } from './document-context.ts';
import { Checker } from './lines/checks.ts';
import { sumsOfFacts } from './lines/printed-sums.ts';
import { readOrderTable, type TableReading } from './lines/read-table.ts';
import { splitSkus } from './lines/split-skus.ts';
import type { IdentifiedTable, OrderLine } from './order.ts';
import type { OrderTable } from './tables/order-table.ts';
import { tablesOfOrder } from './tables/tables-of-order.ts';

const MOST_CHECKS = 50;

/**
 * The lines of the used tables in printed order, and all tables with what their lines add up to. `tables` are those that
 * `identifyColumns` has found in the same content. Gives way to other work now and then.
 */
export async function extractLines(
  content: DocumentContent,
  tables: readonly IdentifiedTable[],
): Promise<{ tables: IdentifiedTable[]; lines: OrderLine[] }> {
  const found = await breathing(tablesOfOrder(content));
  const checker = new Checker();
  const lines: OrderLine[] = [];
  const summed: IdentifiedTable[] = [];
  for (const table of tables) {
    const printed = found[table.position];
    if (!table.used || printed === undefined) {
      summed.push(table);
      continue;
    }
    const reading = await breathing(
      readOrderTable(printed, table.columns, table.position, contextOf(found, printed)),
    );
    summed.push(withSums(table, reading, checker.check(reading.events)));
    for (const line of reading.lines) lines.push(line);
  }
  splitSkus(lines);
  return { tables: withHeadChecks(summed, found, checker), lines };
}

/** Totals in the head of the document are checked with the table that holds most lines. */
function withHeadChecks(
  tables: readonly IdentifiedTable[],
  found: readonly OrderTable[],
  checker: Checker,
): IdentifiedTable[] {
  const used = tables.filter((table) => table.used);
  const main = used.reduce<IdentifiedTable | null>(
    (best, table) => (best === null || table.line_count > best.line_count ? table : best),
    null,
  );
  const checks = used.flatMap(({ position }, index) =>
    (found[position]?.parts ?? [])
      .filter(({ start }) => start < (found[position]?.rows.length ?? 0))
      .flatMap(({ facts }, part) => checker.checkHeads(sumsOfFacts(facts), index === 0 && part === 0)),
  );
  return tables.map((table) =>
    table === main ? { ...table, checks: mostTelling([...table.checks, ...checks]) } : table,
  );
}

const SCOPES: readonly OrderCheck['scope'][] = ['total', 'subtotal', 'line'];

/** Failed checks first, then those of the largest sums. */
function mostTelling(checks: readonly OrderCheck[]): OrderCheck[] {
  return checks
    .toSorted(
      (left, right) =>
        Number(left.ok) - Number(right.ok) || SCOPES.indexOf(left.scope) - SCOPES.indexOf(right.scope),
    )
    .slice(0, MOST_CHECKS);
}

function withSums(
  table: IdentifiedTable,
  { lines }: TableReading,
  checks: readonly OrderCheck[],
): IdentifiedTable {
  const priced = lines.filter(({ unit_price }) => unit_price !== null);
  const amount = priced.reduce((sum, { quantity, unit_price }) => sum + quantity * (unit_price ?? 0), 0);
  const currencies = new Set(lines.flatMap(({ currency }) => currency ?? []));
  return {
    ...table,
    line_count: lines.length,
    quantity: round(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    amount: priced.length === 0 ? null : round(amount),
    currency: currencies.size === 1 ? ([...currencies][0] ?? null) : null,
    checks: mostTelling(checks),
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
