/** Removes what a run of a fitment job leaves behind when it ends. */
import type { CleanupScope } from '@docket/model/job';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';

/**
 * Removes what the phases of `run` have handed to each other; of a run that was cancelled also what it has found so far. May
 * run any number of times.
 */
export async function cleanFitmentRun(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, jobId, job }: RunInfo,
  scope: CleanupScope,
): Promise<void> {
  if (scope === 'partial') {
    await db.recursiveDelete(db.collection(paths.fitmentGroups(workspaceId, job.subject.id)));
    await db.recursiveDelete(db.collection(paths.fitmentTables(workspaceId, job.subject.id)));
  }
  const prefix = storagePaths.fitmentJobRun(workspaceId, job.subject.id, jobId);
  await bucket.deleteFiles({ prefix, force: true });
}
