/** Removes what a run of an import of parts leaves behind when it ends. */
import { storagePaths } from '@docket/model/paths';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';

/** Removes what its steps have handed to each other. Parts that were saved stay. May run any number of times. */
export async function cleanPartsImport(bucket: Bucket, { workspaceId, jobId, job }: RunInfo): Promise<void> {
  const prefix = storagePaths.partsImportRun(workspaceId, job.subject.id, jobId);
  await bucket.deleteFiles({ prefix, force: true });
}
