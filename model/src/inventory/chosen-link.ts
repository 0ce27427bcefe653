/** From whom an item is bought when nobody says otherwise. Pure. */
import type { ItemSupplier } from './supplier.ts';

/**
 * The preferred one of an item's links, else the cheapest, else the one with a known lead time, else the first; null
 * when there is none. Leave links to inactive suppliers out beforehand.
 */
export function chosenLink(links: readonly ItemSupplier[]): ItemSupplier | null {
  return links.toSorted(byChoice)[0] ?? null;
}

function byChoice(a: ItemSupplier, b: ItemSupplier): number {
  const never = Number.MAX_VALUE;
  return (
    Number(b.preferred) - Number(a.preferred) ||
    (a.price ?? never) - (b.price ?? never) ||
    Number(a.lead_time === null) - Number(b.lead_time === null)
  );
}
