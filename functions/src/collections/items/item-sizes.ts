/** The sizes of one item with what is ordered of each. Pure. */
import type { SizeQuantity } from '@docket/model/item';
import { LIMITS } from '@docket/model/limits';
import { areComparable, sizeKey, sortedSizes } from '@docket/model/sizes';
import type { OrderLine } from '../ordering/order.ts';

/** What stands for the sizes beyond those that an item can have. */
const OTHERS = 'Other sizes';
const SIZE_CHARACTERS = 60;

/**
 * Pieces by size, summed over the lines. In the order in which the linesheet lists the sizes, if it lists all of them;
 * else in that of the order's size columns; else from small to large; else as the lines come.
 */
export function itemSizes(
  lines: readonly Pick<OrderLine, 'size' | 'quantity'>[],
  offered: readonly string[],
  columns: readonly string[],
): SizeQuantity[] {
  const quantities = new Map<string, SizeQuantity>();
  for (const { size, quantity } of lines) {
    const printed = (size ?? '').slice(0, SIZE_CHARACTERS);
    const sum = quantities.get(sizeKey(printed)) ?? { size: printed, quantity: 0 };
    quantities.set(sizeKey(printed), { ...sum, quantity: sum.quantity + quantity });
  }
  const sizes = [...quantities.values()];
  const order = orderOf(
    sizes.map(({ size }) => size),
    offered,
    columns,
  );
  const rank = new Map(order.map((size, index) => [sizeKey(size), index]));
  const sorted = sizes.toSorted(
    (a, b) => (rank.get(sizeKey(a.size)) ?? 0) - (rank.get(sizeKey(b.size)) ?? 0),
  );
  return withinLimit(sorted);
}

function orderOf(
  sizes: readonly string[],
  offered: readonly string[],
  columns: readonly string[],
): readonly string[] {
  for (const known of [offered, columns]) {
    const keys = new Set(known.map(sizeKey));
    if (sizes.every((size) => keys.has(sizeKey(size)))) return known;
  }
  return areComparable(sizes) ? sortedSizes(sizes) : sizes;
}

function withinLimit(sizes: readonly SizeQuantity[]): SizeQuantity[] {
  if (sizes.length <= LIMITS.itemSizes) return [...sizes];
  const kept = sizes.slice(0, LIMITS.itemSizes - 1);
  const others = sizes.slice(kept.length).reduce((sum, { quantity }) => sum + quantity, 0);
  return [...kept, { size: OTHERS, quantity: others }];
}
