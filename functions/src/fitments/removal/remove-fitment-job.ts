/** Removes what belongs to a deleted fitment job alone. */
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import { deleteAll } from '../../services/delete-all.ts';
import type { FitmentJobPlace } from '../review/count-reviews.ts';

/**
 * Removes the selection, the tables, what was found and decided, and all files of a job. Nothing is done while the job is
 * there. May run any number of times.
 */
export async function removeFitmentJobData(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, fitmentJobId }: FitmentJobPlace,
): Promise<void> {
  const job = db.doc(paths.fitmentJob(workspaceId, fitmentJobId));
  if ((await job.get()).exists) return;
  const held = await job.listCollections();
  await Promise.all([
    ...held.map(async (collection) => await deleteAll(db, collection)),
    bucket.deleteFiles({ prefix: storagePaths.fitmentJob(workspaceId, fitmentJobId), force: true }),
  ]);
}
