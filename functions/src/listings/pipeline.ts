/** "Analyse Photos": the five phases, loaded when they are needed. */
import { storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { PipelineModule } from '../engine/pipeline-module.ts';

/** The pipeline on a database and a bucket. */
export function listingAnalysis(db: Firestore, bucket: Bucket): PipelineModule<'listing_analysis'> {
  return {
    phases: {
      prepare_photos: async () => (await import('./phases.ts')).preparePhotosPhase(db, bucket),
      read_text: async () => (await import('./phases.ts')).readTextPhase(db, bucket),
      find_attributes: async () => (await import('./phases.ts')).findAttributesPhase(db, bucket),
      judge_quality: async () => (await import('./phases.ts')).judgeQualityPhase(db, bucket),
      suggest_fields: async () => (await import('./phases.ts')).suggestFieldsPhase(db, bucket),
    },
    // What was found so far stays: it is right as far as it goes.
    clean: async ({ workspaceId, jobId, job }) => {
      const prefix = storagePaths.listingRun(workspaceId, job.subject.id, jobId);
      await bucket.deleteFiles({ prefix, force: true });
    },
  };
}
