/** Removes what belongs to an inventory item that was deleted. May run again without harm. */
import type { Reorder } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { DocumentReference, Firestore, Query, Transaction } from 'firebase-admin/firestore';
import { queryPages } from '../../services/query-pages.ts';
import { OPEN_REORDERS } from '../open-reorders.ts';

/** Documents of one commit. */
const PAGE = 200;

/**
 * Milliseconds for which nothing is removed: the page offers for a while to bring a deleted item back, and then it is to have its
 * suppliers, its history and what is on order.
 */
const GRACE_MS = 15_000;

interface DeletedItem {
  workspaceId: string;
  itemId: string;
}

/** An item was deleted: `removeItemData` once it is unlikely to be brought back. */
export async function itemDeleted(
  db: Firestore,
  item: DeletedItem,
  { clock, wait }: { clock: () => Date; wait: (ms: number) => Promise<unknown> },
): Promise<void> {
  await wait(GRACE_MS);
  await removeItemData(db, item, clock);
}

/**
 * Cancels the open reorders of the item and removes its stock adjustments and its links to suppliers. Completed reorders are kept:
 * they say what was bought. Nothing is done, or nothing more, when the item is there again.
 */
export async function removeItemData(
  db: Firestore,
  { workspaceId, itemId }: DeletedItem,
  clock: () => Date,
): Promise<void> {
  const item = db.doc(paths.inventoryItem(workspaceId, itemId));
  const ofItem = (collection: string) => db.collection(collection).where('item_id', '==', itemId);
  const cancelled = { status: 'cancelled', cancelled_at: clock() } as const satisfies Partial<Reorder>;
  const open = ofItem(paths.reorders(workspaceId)).where('status', 'in', OPEN_REORDERS);
  await inPages(db, item, open, (transaction, reorder) => transaction.update(reorder, cancelled));
  for (const collection of [paths.stockAdjustments(workspaceId), paths.itemSuppliers(workspaceId)])
    await inPages(db, item, ofItem(collection), (transaction, document) => transaction.delete(document));
}

/** Does `write` to all that `query` finds, while there is no `item`. */
async function inPages(
  db: Firestore,
  item: DocumentReference,
  query: Query,
  write: (transaction: Transaction, ref: DocumentReference) => void,
): Promise<void> {
  for await (const page of queryPages(query.select(), PAGE)) {
    const isGone = await db.runTransaction(async (transaction) => {
      if ((await transaction.get(item)).exists) return false;
      for (const { ref } of page) write(transaction, ref);
      return true;
    });
    if (!isGone) return;
  }
}
