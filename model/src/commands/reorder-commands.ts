/** Ordering things again and taking them in, as the writes that do it. */
import type { Reorder } from '../inventory/supplier.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** One item that is to be ordered again. */
export interface ReorderLine {
  id: string;
  itemId: string;
  supplierId: string;
  /** Pieces; at least 1. */
  quantity: number;
  /** Where it is to go; null: where the item is. */
  locationId: string | null;
}

/** For each line the rules look up an item and a supplier, and they look up no more than 20 documents in one commit. */
export const LINES_PER_COMMIT = 8;

function requested(actor: Actor, { id, itemId, supplierId, quantity, locationId }: ReorderLine): Write {
  return {
    kind: 'create',
    path: paths.reorder(actor.workspaceId, id),
    fields: {
      item_id: itemId,
      supplier_id: supplierId,
      quantity,
      received_quantity: 0,
      status: 'requested',
      location_id: locationId,
      note: '',
      requested_by: actor.uid,
      requested_at: actor.serverTime,
      ordered_at: null,
      received_at: null,
      cancelled_at: null,
      last_receipt: null,
    },
  };
}

/** Asks for items to be ordered, in groups to be committed one by one. */
export function requestReorders(actor: Actor, lines: readonly ReorderLine[]): Write[][] {
  const writes = lines.map((line) => requested(actor, line));
  return Array.from({ length: Math.ceil(writes.length / LINES_PER_COMMIT) }, (_, group) =>
    writes.slice(group * LINES_PER_COMMIT, (group + 1) * LINES_PER_COMMIT),
  );
}

/** The supplier has the order. */
export function markOrdered(actor: Actor, id: string): Write[] {
  return [
    {
      kind: 'update',
      path: paths.reorder(actor.workspaceId, id),
      fields: { status: 'ordered', ordered_at: actor.serverTime },
    },
  ];
}

/** Nothing more is expected. What has come stays in the stock. */
export function cancelReorder(actor: Actor, id: string): Write[] {
  return [
    {
      kind: 'update',
      path: paths.reorder(actor.workspaceId, id),
      fields: { status: 'cancelled', cancelled_at: actor.serverTime },
    },
  ];
}

/** Pieces of a reorder that have come. */
export interface Receipt {
  reorder: { id: string; data: Pick<Reorder, 'item_id' | 'quantity' | 'received_quantity'> };
  /** At least 1; more than was ordered is taken in as well. */
  pieces: number;
  /** Of the stock adjustment that this becomes. */
  adjustmentId: string;
  /** Where the item is put that has no place yet; null: its place stays as it is. */
  locationId: string | null;
  /** The database's marker that adds `pieces` to a number, whatever it is by then. */
  added: unknown;
}

/** Takes pieces into the stock: the reorder, the adjustment that says why, and the item's quantity, all at once. */
export function receiveReorder(actor: Actor, receipt: Receipt): Write[] {
  const { reorder, pieces, adjustmentId, locationId, added } = receipt;
  const { item_id, quantity, received_quantity } = reorder.data;
  const received = received_quantity + pieces;
  const whole = received >= quantity;
  return [
    {
      kind: 'update',
      path: paths.reorder(actor.workspaceId, reorder.id),
      fields: {
        received_quantity: received,
        last_receipt: adjustmentId,
        ...(whole && { status: 'received', received_at: actor.serverTime }),
      },
    },
    {
      kind: 'create',
      path: paths.stockAdjustment(actor.workspaceId, adjustmentId),
      fields: {
        item_id,
        delta: pieces,
        reason: 'received',
        note: '',
        reorder_id: reorder.id,
        by: actor.uid,
        at: actor.serverTime,
      },
    },
    {
      kind: 'update',
      path: paths.inventoryItem(actor.workspaceId, item_id),
      fields: {
        quantity: added,
        last_adjustment: adjustmentId,
        ...(locationId !== null && { location_id: locationId }),
        updated_by: actor.uid,
        updated_at: actor.serverTime,
      },
    },
  ];
}
