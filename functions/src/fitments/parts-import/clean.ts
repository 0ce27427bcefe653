/** Removes what a run of an import of parts leaves behind when it ends. */
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { workOf } from './parts-import-run.ts';

/** Removes what its steps have handed to each other. Parts that were saved stay. May run any number of times. */
export async function cleanPartsImport(bucket: Bucket, run: RunInfo): Promise<void> {
  await workOf(bucket, run).remove();
}
