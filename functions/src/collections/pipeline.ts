/** "Process Documents": the six phases, each loaded when it is its turn, because reading pulls in heavy libraries. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PipelineModule } from '../engine/pipeline-module.ts';
import { cleanRun } from './clean.ts';
import type { Bucket } from './remove.ts';

/** The pipeline on a database and a bucket. */
export function documentProcessing(db: Firestore, bucket: Bucket): PipelineModule<'document_processing'> {
  return {
    phases: {
      extract_images: async () => (await import('./phases/extract-images.ts')).extractImagesPhase(db, bucket),
      extract_text: async () => (await import('./phases/extract-text.ts')).extractTextPhase(db, bucket),
      filter_images: async () => (await import('./phases/filter-images.ts')).filterImagesPhase(db, bucket),
      generate_categories: async () =>
        (await import('./phases/generate-categories.ts')).generateCategoriesPhase(db, bucket),
      extract_products: async () =>
        (await import('./phases/extract-products.ts')).extractProductsPhase(db, bucket),
      match_images: async () => (await import('./phases/match-images.ts')).matchImagesPhase(db, bucket),
    },
    clean: async (run, scope) => await cleanRun(db, bucket, run, scope),
  };
}
