/** Removes what belongs to a deleted listing alone. */
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { ListingPlace } from '../similar-items.ts';

/**
 * Removes the analysis of a listing, what readers have seen in its photos, and the files of its runs. Nothing is done when the
 * listing is there again.
 */
export async function removeListingData(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, listingId }: ListingPlace,
): Promise<void> {
  const listing = db.doc(paths.listing(workspaceId, listingId));
  const isGone = await db.runTransaction(async (transaction) => {
    if ((await transaction.get(listing)).exists) return false;
    transaction.delete(db.doc(paths.listingAnalysis(workspaceId, listingId)));
    return true;
  });
  if (isGone) await bucket.deleteFiles({ prefix: storagePaths.listing(workspaceId, listingId), force: true });
}
