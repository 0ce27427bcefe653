/** "Generate Deck": its phases, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PipelineModule } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';
import { cleanDeck } from './clean.ts';

/** The pipeline on a database and a bucket. */
export function deckGeneration(db: Firestore, bucket: Bucket): PipelineModule<'deck_generation'> {
  return {
    phases: {
      collect_items: async () => (await import('./phases.ts')).collectItemsPhase(db, bucket),
      prepare_pictures: async () => (await import('./phases.ts')).preparePicturesPhase(db, bucket),
      write_presentation: async () => (await import('./phases.ts')).writePresentationPhase(db, bucket),
      write_pdf: async () => (await import('./phases.ts')).writePdfPhase(db, bucket),
    },
    clean: async (run, scope) => {
      if (scope !== 'abandoned') await cleanDeck(db, bucket, run, scope);
    },
  };
}
