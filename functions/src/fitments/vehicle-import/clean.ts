/** Removes what a run of an import of vehicles leaves behind when it ends. */
import type { CleanupScope } from '@docket/model/job';
import { storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { currentTable } from '../vehicles/workspace-vehicles.ts';
import { workOf } from './vehicle-import-run.ts';

/**
 * Removes what its steps have handed to each other, and the table of a run that was cancelled before it came into use. One
 * that was in use stays: runs may go by it. May run any number of times.
 */
export async function cleanVehicleImport(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: CleanupScope,
): Promise<void> {
  const { workspaceId, job } = run;
  const path = storagePaths.vehicleTable(workspaceId, job.subject.id);
  if (scope === 'partial' && (await currentTable(db, workspaceId)) !== path)
    await bucket.file(path).delete({ ignoreNotFound: true });
  await workOf(bucket, run).remove();
}
