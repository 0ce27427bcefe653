/** The pipelines of images: their phases, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { PipelineModule } from '../engine/pipeline-module.ts';

/** What goes with a batch of images that were uploaded. */
export function imageProcessing(db: Firestore, bucket: Bucket): PipelineModule<'image_processing'> {
  return {
    phases: { derive_images: async () => (await import('./phases.ts')).deriveImagesPhase(db, bucket) },
    clean: async (run, scope) => await (await import('./settle.ts')).settleImages(db, bucket, run, scope),
  };
}

/** What goes with a batch of images that are fetched from elsewhere. */
export function imageImport(db: Firestore, bucket: Bucket): PipelineModule<'image_import'> {
  return {
    phases: {
      fetch_images: async () => (await import('./phases.ts')).fetchImagesPhase(db, bucket),
      derive_imported: async () => (await import('./phases.ts')).deriveImagesPhase(db, bucket),
    },
    clean: async (run, scope) => await (await import('./settle.ts')).settleImages(db, bucket, run, scope),
  };
}

/** What brings the images that a workspace has to the present recipe. */
export function imageBackfill(db: Firestore): PipelineModule<'image_backfill'> {
  const clock = () => new Date();
  return {
    phases: {
      find_images: async () => (await import('./backfill/phases.ts')).findImagesPhase(db, clock),
      start_batches: async () => (await import('./backfill/phases.ts')).startBatchesPhase(db, clock),
    },
    // The batches that were started are runs of their own: they go on.
    clean: async () => {},
  };
}
