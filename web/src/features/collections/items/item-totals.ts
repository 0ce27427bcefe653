/** Sums over items: pieces and amounts, by category and by size. Pure. */
import { sizeKey, sortedSizes } from '@docket/model/sizes';
import { NO_CATEGORY } from './item-filter.ts';
import type { ItemRow } from './item-rows.ts';

/** Of items that count: those excluded or no longer in the order are left out. */
export interface Totals {
  items: number;
  pieces: number;
  /** In cents, one for each currency, in the order in which they come; null: no currency is known. */
  amounts: readonly { currency: string | null; cents: number }[];
  /** Items without a unit price, and so without an amount. */
  unpriced: number;
}

/** Sums over `rows`. */
export function totalsOf(rows: readonly ItemRow[]): Totals {
  const amounts = new Map<string | null, number>();
  let items = 0;
  let pieces = 0;
  let unpriced = 0;
  for (const { counted, shown, amount } of rows) {
    if (!counted) continue;
    items += 1;
    pieces += shown.quantity;
    if (amount === null) unpriced += 1;
    else amounts.set(shown.currency, (amounts.get(shown.currency) ?? 0) + amount);
  }
  return {
    items,
    pieces,
    amounts: [...amounts].map(([currency, cents]) => ({ currency, cents })),
    unpriced,
  };
}

/** Pieces of each category in each size. */
export interface SizeMatrix {
  /** In the order of sizes; the empty one stands for pieces without a size. */
  sizes: readonly string[];
  /** In the order of `categories`. */
  rows: readonly { category: string; pieces: readonly number[]; totals: Totals }[];
  /** By size, over all categories. */
  pieces: readonly number[];
  totals: Totals;
}

/** Pieces by size, whatever its spelling. */
type Pieces = Map<string, number>;

function add(pieces: Pieces, key: string, quantity: number) {
  pieces.set(key, (pieces.get(key) ?? 0) + quantity);
}

/** The pieces of `rows` by category (`NO_CATEGORY` for none) and size. Categories without pieces are left out. */
export function sizeMatrix(rows: readonly ItemRow[], categories: readonly string[]): SizeMatrix {
  const counted = rows.filter((row) => row.counted);
  const spellings = new Map<string, string>();
  const keys = new Map<string, string>();
  const keyOf = (size: string) => {
    const key = keys.get(size) ?? sizeKey(size);
    keys.set(size, key);
    return key;
  };
  const all: Pieces = new Map();
  const byCategory = new Map<string, Pieces>();
  const rowsOf = Map.groupBy(counted, ({ shown }) => shown.category ?? NO_CATEGORY);
  for (const { shown } of counted) {
    const category = shown.category ?? NO_CATEGORY;
    const own: Pieces = byCategory.get(category) ?? new Map();
    byCategory.set(category, own);
    for (const { size, quantity } of shown.sizes) {
      if (quantity === 0) continue;
      const key = keyOf(size);
      if (!spellings.has(key)) spellings.set(key, size);
      add(own, key, quantity);
      add(all, key, quantity);
    }
  }
  const sizes = sortedSizes([...spellings.values()]);
  const piecesIn = (pieces: Pieces) => sizes.map((size) => pieces.get(keyOf(size)) ?? 0);
  return {
    sizes,
    rows: categories.flatMap((category) => {
      const own = byCategory.get(category);
      if (own === undefined) return [];
      return { category, pieces: piecesIn(own), totals: totalsOf(rowsOf.get(category) ?? []) };
    }),
    pieces: piecesIn(all),
    totals: totalsOf(counted),
  };
}
