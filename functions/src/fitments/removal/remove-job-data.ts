/** Removes what belongs to a deleted fitment job. */
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { FitmentJobPlace } from '../review/count-reviews.ts';

/** Removes what a job has found, what was decided on it, which parts it was about, and its files. May run any number of times. */
export async function removeFitmentJobData(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, fitmentJobId }: FitmentJobPlace,
): Promise<void> {
  for (const held of await db.doc(paths.fitmentJob(workspaceId, fitmentJobId)).listCollections()) {
    await db.recursiveDelete(held);
  }
  await bucket.deleteFiles({ prefix: storagePaths.fitmentJobFiles(workspaceId, fitmentJobId), force: true });
}
