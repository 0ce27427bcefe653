/** "Import Inventory": the three steps, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PipelineModule } from '../../engine/pipeline-module.ts';

/** The pipeline on a database and a bucket. */
export function inventoryImport(db: Firestore, bucket: Bucket): PipelineModule<'inventory_import'> {
  return {
    phases: {
      read_rows: async () => (await import('./phases.ts')).readRowsPhase(db, bucket),
      save_items: async () => (await import('./phases.ts')).saveItemsPhase(db, bucket),
      start_images: async () => (await import('./phases.ts')).startImagesPhase(db, bucket),
    },
    clean: async (run, scope) => await (await import('./clean.ts')).cleanImport(db, bucket, run, scope),
  };
}
