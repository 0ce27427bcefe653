/** Reorders as they are listed: those that something is still to be done for, and those of the past. Pure. */
import type { InventoryItem } from '@docket/model/inventory/inventory-item';
import type { Reorder, ReorderStatus } from '@docket/model/inventory/supplier';
import type { StoredReorder } from '../../../data/supply-records.ts';
import type { StatusLook } from '../../../ui/status.ts';
import { daysLabel } from '../suppliers/supplier-words.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

export const REORDER_LOOKS: Record<ReorderStatus, StatusLook> = {
  requested: { label: 'Requested', color: 'yellow', live: false },
  ordered: { label: 'Ordered', color: 'blue', live: false },
  received: { label: 'Received', color: 'green', live: false },
  cancelled: { label: 'Cancelled', color: 'ink', live: false },
};

/** What is needed to name things. */
export interface Names {
  items: ReadonlyMap<string, InventoryItem>;
  suppliers: ReadonlyMap<string, string>;
}

export interface ReorderRow {
  id: string;
  reorder: Reorder;
  /** Null: it was deleted. */
  item: InventoryItem | null;
  itemName: string;
  supplierName: string;
  /** "12 pieces", "4 of 12 pieces have come". */
  pieces: string;
  /** Pieces that are still to come. */
  rest: number;
}

const figure = (count: number) => count.toLocaleString('en');

function piecesLabel({ quantity, received_quantity: received, status }: Reorder): string {
  const noun = quantity === 1 ? 'piece' : 'pieces';
  if (received === 0 || (status === 'received' && received === quantity))
    return `${figure(quantity)} ${noun}`;
  return status === 'received'
    ? `${figure(received)} ${received === 1 ? 'piece' : 'pieces'} instead of ${figure(quantity)}`
    : `${figure(received)} of ${figure(quantity)} ${noun} have come`;
}

function rowOf({ id, data }: StoredReorder, { items, suppliers }: Names): ReorderRow {
  const item = items.get(data.item_id) ?? null;
  return {
    id,
    reorder: data,
    item,
    itemName: item?.name ?? 'Deleted item',
    supplierName: suppliers.get(data.supplier_id) ?? 'Unknown supplier',
    pieces: piecesLabel(data),
    rest: Math.max(0, data.quantity - data.received_quantity),
  };
}

/** Those that wait for a person to order them first, then those that are to come; the oldest first. */
export function openRows(reorders: readonly StoredReorder[], names: Names): ReorderRow[] {
  return reorders
    .filter(({ data: { status } }) => status === 'requested' || status === 'ordered')
    .toSorted(
      (a, b) =>
        Number(a.data.status === 'ordered') - Number(b.data.status === 'ordered') ||
        a.data.requested_at.getTime() - b.data.requested_at.getTime(),
    )
    .map((reorder) => rowOf(reorder, names));
}

/** When a reorder was over; null while it is not. */
function endOf({ received_at: received, cancelled_at: cancelled }: Reorder): Date | null {
  return received ?? cancelled;
}

/** Those that are over, the latest end first. */
export function pastRows(reorders: readonly StoredReorder[], names: Names): ReorderRow[] {
  return reorders
    .filter(({ data: { status } }) => status === 'received' || status === 'cancelled')
    .toSorted((a, b) => (endOf(b.data)?.getTime() ?? 0) - (endOf(a.data)?.getTime() ?? 0))
    .map((reorder) => rowOf(reorder, names));
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** What has happened to a reorder: "Requested 3 Nov 2026 · ordered 4 Nov 2026", "Received 12 Nov 2026, after 9 days". */
export function reorderStory(reorder: Reorder): string {
  const { status, requested_at: requested, ordered_at: ordered } = reorder;
  const end = endOf(reorder);
  switch (status) {
    case 'requested':
    case 'ordered': {
      const order = ordered === null ? '' : ` · ordered ${DATE.format(ordered)}`;
      return `Requested ${DATE.format(requested)}${order}`;
    }
    case 'received':
    case 'cancelled': {
      const word = REORDER_LOOKS[status].label;
      if (end === null) return word;
      const days = Math.max(0, end.getTime() - requested.getTime()) / MILLISECONDS_PER_DAY;
      return `${word} ${DATE.format(end)}, ${days < 0.5 ? 'within a day' : `after ${daysLabel(days)}`}`;
    }
  }
}
