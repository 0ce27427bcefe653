/** "Analyse Photos": the five phases, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { PipelineModule } from '../engine/pipeline-module.ts';
import type { PhotoReader } from './analysis/photo/photo-reader.ts';
import { cleanListingRun } from './removal/clean-listing-run.ts';

/** The reader that a deployment without settings has. */
async function openDefaultReader(): Promise<PhotoReader> {
  return await (await import('./analysis/photo/open-reader.ts')).openPhotoReader({});
}

/** The pipeline on a database and a bucket. `openReader` opens what looks at the photos; `clock` says when. */
export function listingAnalysis(
  db: Firestore,
  bucket: Bucket,
  openReader: () => Promise<PhotoReader> = openDefaultReader,
  clock: () => Date = () => new Date(),
): PipelineModule<'listing_analysis'> {
  const parts = { db, bucket, openReader, clock };
  return {
    phases: {
      prepare_photos: async () => (await import('./phases.ts')).preparePhotosPhase(parts),
      read_text: async () => (await import('./phases.ts')).readTextPhase(parts),
      find_attributes: async () => (await import('./phases.ts')).findAttributesPhase(parts),
      judge_quality: async () => (await import('./phases.ts')).judgeQualityPhase(parts),
      suggest_fields: async () => (await import('./phases.ts')).suggestFieldsPhase(parts),
    },
    clean: async (run) => await cleanListingRun(db, bucket, run),
  };
}
