/** What a change of a reorder means for lead times. */
import { itemSupplierId, reorderSchema } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { updateLeadTime } from './update-lead-time.ts';

/** A reorder before and after a change; it may not have been there, or not be there any more. */
export interface ReorderChange {
  before: Pick<DocumentSnapshot, 'data'>;
  after: Pick<DocumentSnapshot, 'data'>;
}

/** Only received reorders count: of others nothing follows. */
export async function reorderWritten(
  db: Firestore,
  workspaceId: string,
  { before, after }: ReorderChange,
  clock: () => Date,
): Promise<void> {
  const links = new Set([before, after].flatMap(linkOfReceived));
  for (const id of links)
    await updateLeadTime(db, workspaceId, db.doc(paths.itemSupplier(workspaceId, id)), clock);
}

const countedSchema = reorderSchema.pick({ item_id: true, supplier_id: true, status: true }).strip();

function linkOfReceived(snapshot: Pick<DocumentSnapshot, 'data'>): string[] {
  const { data } = countedSchema.safeParse(snapshot.data());
  return data?.status === 'received' ? [itemSupplierId(data.item_id, data.supplier_id)] : [];
}
