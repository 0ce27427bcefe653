/**
 * "Process Documents": the six phases, loaded when they are needed: reading pulls in heavy libraries that the other
 * functions do without.
 */
import type { Firestore } from 'firebase-admin/firestore';
import type { PipelineModule } from '../engine/pipeline-module.ts';
import { cleanRun } from './clean.ts';
import type { Bucket } from './remove.ts';

/** The pipeline on a database and a bucket. */
export function documentProcessing(db: Firestore, bucket: Bucket): PipelineModule<'document_processing'> {
  return {
    phases: {
      extract_images: async () => (await import('./phases.ts')).extractImagesPhase(db, bucket),
      extract_text: async () => (await import('./phases.ts')).extractTextPhase(db, bucket),
      filter_images: async () => (await import('./phases.ts')).filterImagesPhase(db, bucket),
      generate_categories: async () => (await import('./phases.ts')).generateCategoriesPhase(db, bucket),
      extract_products: async () => (await import('./phases.ts')).extractProductsPhase(db, bucket),
      match_images: async () => (await import('./phases.ts')).matchImagesPhase(db, bucket),
    },
    clean: async (run, scope) => {
      if (scope !== 'abandoned') await cleanRun(db, bucket, run, scope);
    },
  };
}
