/** Removes what a run of an import has left behind. */
import type { CleanupScope } from '@docket/model/job';
import { storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';

/** Removes the hand-overs of `run`. Items that were saved stay. May run any number of times. */
export async function cleanImport(
  _db: Firestore,
  bucket: Bucket,
  { workspaceId, jobId, job }: RunInfo,
  _scope: CleanupScope,
): Promise<void> {
  const prefix = storagePaths.inventoryImportRun(workspaceId, job.subject.id, jobId);
  await bucket.deleteFiles({ prefix, force: true });
}
