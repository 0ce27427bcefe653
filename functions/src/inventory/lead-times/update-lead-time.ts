/** Keeps the lead time of a link between an item and a supplier at what their received reorders say. */
import { averageLeadTime } from '@docket/model/inventory/lead-time';
import {
  itemSupplierSchema,
  type LeadTime,
  type Reorder,
  reorderSchema,
} from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { DocumentReference, Firestore } from 'firebase-admin/firestore';

/**
 * Computes the lead time of `link` anew from all received reorders and writes it if it has changed. It is never added to, so it
 * does not matter how often this is done, or in which order. Does nothing when there is no such link.
 */
export async function updateLeadTime(
  db: Firestore,
  workspaceId: string,
  link: DocumentReference,
  clock: () => Date,
): Promise<void> {
  await db.runTransaction(async (transaction) => {
    const written = itemSupplierSchema.safeParse((await transaction.get(link)).data()).data;
    if (written === undefined) return;
    const { docs } = await transaction.get(
      db
        .collection(paths.reorders(workspaceId))
        .where('item_id', '==', written.item_id)
        .where('supplier_id', '==', written.supplier_id)
        .where('status', '==', 'received' satisfies Reorder['status']),
    );
    const reorders = docs.flatMap((reorder) => reorderSchema.safeParse(reorder.data()).data ?? []);
    const computed = averageLeadTime(reorders, clock());
    if (!isSame(written.lead_time, computed)) transaction.update(link, { lead_time: computed });
  });
}

/** Whether both say the same, whenever they were written. */
function isSame(one: LeadTime | null, other: LeadTime | null): boolean {
  return one?.average_days === other?.average_days && one?.reorders === other?.reorders;
}
