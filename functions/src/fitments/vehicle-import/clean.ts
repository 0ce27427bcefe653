/** Removes what a run of an import of vehicles leaves behind when it ends. */
import { storagePaths } from '@docket/model/paths';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';

/** Removes what its steps have handed to each other. The table that it has made stays. May run any number of times. */
export async function cleanVehicleImport(
  bucket: Bucket,
  { workspaceId, jobId, job }: RunInfo,
): Promise<void> {
  const prefix = storagePaths.vehicleImportRun(workspaceId, job.subject.id, jobId);
  await bucket.deleteFiles({ prefix, force: true });
}
