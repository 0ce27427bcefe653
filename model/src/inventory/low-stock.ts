/** What has to be ordered again, as one draft order for each supplier. Pure. */
import { LIMITS } from '../limits.ts';
import { chosenLink } from './chosen-link.ts';
import type { InventoryItem, StockAdjustment } from './inventory-item.ts';
import type { ItemSupplier, Reorder } from './supplier.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
/** How far back use is looked at. Adjustments before that are not needed. */
export const USE_DAYS = 90;
/** Days that use is spread over at least, so that the first week of an item is not taken for every week. */
const LEAST_USE_DAYS = 30;

/** An item with its id. */
export interface StockedItem {
  id: string;
  data: InventoryItem;
}

export interface LowStockLine {
  item: StockedItem;
  /** The link that it is ordered by; null: nobody is known to have it. */
  link: ItemSupplier | null;
  /** Pieces in stock. */
  available: number;
  /** Pieces of open reorders that are still to come, whoever sends them. */
  onOrder: number;
  /** Pieces that go in a day, on average. */
  dailyUse: number;
  /** Of the link; null: not known, and taken as none. */
  leadTimeDays: number | null;
  /** Covered: with what is on order there will be more than the reorder level. */
  state: 'to_order' | 'covered';
  /** Pieces to order; 0 when covered. */
  suggested: number;
}

export interface LowStockGroup {
  /** Null: items without a supplier. */
  supplierId: string | null;
  /** What is to be ordered first, then by name. */
  lines: LowStockLine[];
}

/** What the list is made from. Links to inactive suppliers are for the caller to leave out. */
export interface StockRecords {
  items: readonly StockedItem[];
  /** Open ones suffice. */
  reorders: readonly Reorder[];
  links: readonly ItemSupplier[];
  /** Those of the last `USE_DAYS` suffice. */
  adjustments: readonly StockAdjustment[];
  now: Date;
}

/**
 * The items at or below their reorder level, by the supplier that each is ordered from; those without one come last.
 * Items without a level are never low.
 */
export function lowStock({ items, reorders, links, adjustments, now }: StockRecords): LowStockGroup[] {
  const reordersOf = Map.groupBy(reorders, ({ item_id }) => item_id);
  const linksOf = Map.groupBy(links, ({ item_id }) => item_id);
  const adjustmentsOf = Map.groupBy(adjustments, ({ item_id }) => item_id);
  const lines = items.flatMap((item) => {
    const level = item.data.reorder_level;
    if (level === null || item.data.quantity > level) return [];
    const used = usedSince(adjustmentsOf.get(item.id) ?? [], now);
    const link = chosenLink(linksOf.get(item.id) ?? []);
    const onOrder = piecesOnOrder(reordersOf.get(item.id) ?? []);
    return [lowStockLine(item, level, { link, onOrder, dailyUse: used / useDays(item.data, now) })];
  });
  const groups = Map.groupBy(lines, ({ link }) => link?.supplier_id ?? null);
  return [...groups]
    .map(([supplierId, own]) => ({ supplierId, lines: own.toSorted(byUrgency) }))
    .toSorted((a, b) => Number(a.supplierId === null) - Number(b.supplierId === null));
}

/** Pieces that are still to come. */
export function piecesOnOrder(reorders: readonly Reorder[]): number {
  return reorders
    .filter(({ status }) => status === 'requested' || status === 'ordered')
    .reduce((sum, { quantity, received_quantity }) => sum + Math.max(0, quantity - received_quantity), 0);
}

function lowStockLine(
  item: StockedItem,
  level: number,
  { link, onOrder, dailyUse }: Pick<LowStockLine, 'link' | 'onOrder' | 'dailyUse'>,
): LowStockLine {
  const available = item.data.quantity;
  const leadTimeDays = link?.lead_time?.average_days ?? null;
  const covered = available + onOrder > level;
  // When the delivery comes there is to be more than the level, else the item would be low again at once.
  const missing = level + dailyUse * (leadTimeDays ?? 0) - available - onOrder;
  const enough = Math.max(item.data.reorder_quantity ?? 1, Math.floor(missing) + 1, 1);
  return {
    item,
    link,
    available,
    onOrder,
    dailyUse,
    leadTimeDays,
    state: covered ? 'covered' : 'to_order',
    suggested: covered ? 0 : Math.min(enough, LIMITS.stockPieces),
  };
}

/** Pieces that were used or broke within the time that is looked at. */
function usedSince(adjustments: readonly StockAdjustment[], now: Date): number {
  const since = now.getTime() - USE_DAYS * MILLISECONDS_PER_DAY;
  return adjustments
    .filter(({ reason, at }) => (reason === 'used' || reason === 'damaged') && at.getTime() >= since)
    .reduce((sum, { delta }) => sum + Math.max(0, -delta), 0);
}

/** Days that the use of an item is spread over: those since it was added, within bounds. */
function useDays({ created_at }: InventoryItem, now: Date): number {
  const days = (now.getTime() - created_at.getTime()) / MILLISECONDS_PER_DAY;
  return Math.min(USE_DAYS, Math.max(LEAST_USE_DAYS, days));
}

function byUrgency(a: LowStockLine, b: LowStockLine): number {
  return (
    Number(a.state === 'covered') - Number(b.state === 'covered') ||
    a.item.data.name.localeCompare(b.item.data.name, 'en', { numeric: true })
  );
}
