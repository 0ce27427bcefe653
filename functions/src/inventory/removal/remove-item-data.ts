/** Removes what belongs to an inventory item that was deleted. May run again without harm. */
import type { Reorder } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { DocumentReference, Firestore, Query, WriteBatch } from 'firebase-admin/firestore';
import { queryPages } from '../../services/query-pages.ts';
import { OPEN_REORDERS } from '../open-reorders.ts';

/** Documents of one commit. */
const PAGE = 200;

/**
 * Cancels the open reorders of the item and removes its stock adjustments and its links to suppliers. Completed reorders are kept:
 * they say what was bought. Nothing is done when the item is there again.
 */
export async function removeItemData(
  db: Firestore,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
  clock: () => Date,
): Promise<void> {
  if ((await db.doc(paths.inventoryItem(workspaceId, itemId)).get()).exists) return;
  const ofItem = (collection: string) => db.collection(collection).where('item_id', '==', itemId);
  const cancelled = { status: 'cancelled', cancelled_at: clock() } as const satisfies Partial<Reorder>;
  const open = ofItem(paths.reorders(workspaceId)).where('status', 'in', OPEN_REORDERS);
  await inPages(db, open, (batch, reorder) => batch.update(reorder, cancelled));
  for (const collection of [paths.stockAdjustments(workspaceId), paths.itemSuppliers(workspaceId)])
    await inPages(db, ofItem(collection), (batch, document) => batch.delete(document));
}

/** Does `write` to all that `query` finds. */
async function inPages(
  db: Firestore,
  query: Query,
  write: (batch: WriteBatch, ref: DocumentReference) => void,
): Promise<void> {
  for await (const page of queryPages(query.select(), PAGE)) {
    const batch = db.batch();
    for (const { ref } of page) write(batch, ref);
    await batch.commit();
  }
}
