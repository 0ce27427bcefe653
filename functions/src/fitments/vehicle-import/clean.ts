/** Removes what a run of an import of vehicles leaves behind when it ends. */
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { workOf } from './vehicle-import-run.ts';

/** Removes what its steps have handed to each other. The table that it has made stays. May run any number of times. */
export async function cleanVehicleImport(bucket: Bucket, run: RunInfo): Promise<void> {
  await workOf(bucket, run).remove();
}
