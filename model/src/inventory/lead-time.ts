/** How long suppliers take, by what they have delivered so far. Pure. */
import { itemSupplierId, type LeadTime, type Reorder } from './supplier.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The mean time from request to full receipt. Reorders that are open, came in part only or were cancelled say nothing
 * about it and are left out; null when none remains. One that was entered after the fact counts as no time at all.
 */
export function averageLeadTime(reorders: readonly Reorder[], updatedAt: Date): LeadTime | null {
  const days = reorders.flatMap(daysTaken);
  if (days.length === 0) return null;
  const sum = days.reduce((total, each) => total + each, 0);
  return { average_days: sum / days.length, reorders: days.length, updated_at: updatedAt };
}

function daysTaken({ status, requested_at, received_at }: Reorder): number[] {
  if (status !== 'received' || received_at === null) return [];
  return [Math.max(0, received_at.getTime() - requested_at.getTime()) / MILLISECONDS_PER_DAY];
}

/** The reorders of each item at each supplier, by the id of their link (`itemSupplierId`). */
function reordersByLink(reorders: readonly Reorder[]): Map<string, Reorder[]> {
  return Map.groupBy(reorders, ({ item_id, supplier_id }) => itemSupplierId(item_id, supplier_id));
}

/** The lead time of every link of which there are reorders; null where none of them is complete. */
export function leadTimesByLink(reorders: readonly Reorder[], updatedAt: Date): Map<string, LeadTime | null> {
  const averages = new Map<string, LeadTime | null>();
  for (const [link, own] of reordersByLink(reorders)) averages.set(link, averageLeadTime(own, updatedAt));
  return averages;
}
