/** Removes what a run of a fitment job leaves behind when it ends. */
import type { CleanupScope } from '@docket/model/job';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { deleteAll } from '../../services/delete-all.ts';
import { removeFitmentJobData } from '../removal/remove-fitment-job.ts';

/**
 * Removes what the phases of `run` have handed to each other; of a run that was cancelled also what it has found so far.
 * Everything goes when the job is gone: a worker that has died may have left something after the job's own removal. May run
 * any number of times.
 */
export async function cleanFitmentRun(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, jobId, job }: RunInfo,
  scope: CleanupScope,
): Promise<void> {
  const fitmentJobId = job.subject.id;
  const subject = await db.doc(paths.fitmentJob(workspaceId, fitmentJobId)).get();
  if (!subject.exists) return await removeFitmentJobData(db, bucket, { workspaceId, fitmentJobId });
  const found =
    scope === 'partial'
      ? [paths.fitmentGroups(workspaceId, fitmentJobId), paths.fitmentTables(workspaceId, fitmentJobId)]
      : [];
  const prefix = storagePaths.fitmentJobRun(workspaceId, fitmentJobId, jobId);
  await Promise.all([
    ...found.map(async (collection) => await deleteAll(db, db.collection(collection))),
    bucket.deleteFiles({ prefix, force: true }),
  ]);
}
