/** Finds tables that say once more what another one says: summaries, copies, recaps. Pure. */
import { fold } from '../understanding/vocabulary/fold.ts';
import type { OrderLine } from './order.ts';

/** Quantities by product. */
type Sums = ReadonlyMap<string, number>;

const SUMMARY =
  /summary|recap|overview|total|übersicht|zusammenfassung|résumé|récap|riepilogo|resumen|итог|сводн|汇总|合计|集計/iu;
/** Products that two tables must share to be compared by figures alone. */
const ENOUGH = 2;

/** A table's lines with its name. */
export interface ReadTable {
  where: string;
  lines: readonly OrderLine[];
}

/**
 * For each table the index of the one that it repeats, or null. The one with fewer lines is the repetition; of equal ones
 * the later. Products are compared by number, else by name.
 */
export function findRepetitions(tables: readonly ReadTable[]): (number | null)[] {
  const order = tables
    .map((table, index) => ({ table, index }))
    .filter(({ table }) => table.lines.length > 0)
    .sort((left, right) => right.table.lines.length - left.table.lines.length || left.index - right.index);
  const sums = tables.map(({ lines }) => ({
    sku: sumsBy(lines, 'sku'),
    base_sku: sumsBy(lines, 'base_sku'),
    name: sumsBy(lines, 'name'),
  }));
  const repeats: (number | null)[] = tables.map(() => null);
  for (const [place, { index, table }] of order.entries()) {
    const original = order.slice(0, place).find(({ index: other }) => {
      if (repeats[other] !== null) return false;
      const mine = sums[index];
      const theirs = sums[other];
      if (mine === undefined || theirs === undefined) return false;
      return (['sku', 'base_sku', 'name'] as const).some((key) =>
        isCovered(mine[key], theirs[key], SUMMARY.test(table.where) ? 1 : ENOUGH),
      );
    });
    repeats[index] = original?.index ?? null;
  }
  return repeats;
}

function sumsBy(lines: readonly OrderLine[], key: 'sku' | 'base_sku' | 'name'): Sums {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const id = fold(line[key] ?? '');
    if (id !== '') sums.set(id, (sums.get(id) ?? 0) + line.quantity);
  }
  return sums;
}

/** All products of one table stand in the other, with the same quantities. */
function isCovered(mine: Sums, theirs: Sums, least: number): boolean {
  if (mine.size < least) return false;
  const same = [...mine].filter(
    ([id, quantity]) => Math.abs((theirs.get(id) ?? Number.NaN) - quantity) < 1e-6,
  );
  return same.length >= 0.95 * mine.size && same.length >= 0.5 * theirs.size;
}
