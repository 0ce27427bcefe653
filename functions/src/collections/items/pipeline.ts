/** "Generate Items": the seven steps, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PipelineModule } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';
import { cleanItems } from './clean.ts';

/** The pipeline on a database and a bucket. */
export function itemGeneration(db: Firestore, bucket: Bucket): PipelineModule<'item_generation'> {
  return {
    phases: {
      fetch_order: async () => (await import('./phases.ts')).fetchOrderPhase(db, bucket),
      parse_order: async () => (await import('./phases.ts')).parseOrderPhase(db, bucket),
      identify_columns: async () => (await import('./phases.ts')).identifyColumnsPhase(db, bucket),
      extract_lines: async () => (await import('./phases.ts')).extractLinesPhase(db, bucket),
      enrich_lines: async () => (await import('./phases.ts')).enrichLinesPhase(db, bucket),
      build_items: async () => (await import('./phases.ts')).buildItemsPhase(db, bucket),
      save_items: async () => (await import('./phases.ts')).saveItemsPhase(db, bucket),
    },
    clean: async (run, scope) => {
      if (scope !== 'abandoned') await cleanItems(db, bucket, run, scope);
    },
  };
}
