/** "Import Parts": the two steps, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PipelineModule } from '../../engine/pipeline-module.ts';

/** The pipeline on a database and a bucket. `clock` says when. */
export function partsImport(
  db: Firestore,
  bucket: Bucket,
  clock: () => Date = () => new Date(),
): PipelineModule<'parts_import'> {
  const parts = { db, bucket, clock };
  return {
    phases: {
      read_parts: async () => (await import('./phases.ts')).readPartsPhase(parts),
      save_parts: async () => (await import('./phases.ts')).savePartsPhase(parts),
    },
    clean: async (run) => await (await import('./clean.ts')).cleanPartsImport(bucket, run),
  };
}
