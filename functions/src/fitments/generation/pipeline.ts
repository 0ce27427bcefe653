/** "Generate Fitments": the five phases, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PipelineModule } from '../../engine/pipeline-module.ts';

/** The pipeline on a database and a bucket. `clock` says when. */
export function fitmentGeneration(
  db: Firestore,
  bucket: Bucket,
  clock: () => Date = () => new Date(),
): PipelineModule<'fitment_generation'> {
  const parts = { db, bucket, clock };
  return {
    phases: {
      read_parts: async () => (await import('./phases.ts')).readPartsPhase(parts),
      understand: async () => (await import('./phases.ts')).understandPhase(parts),
      match: async () => (await import('./phases.ts')).matchPhase(parts),
      score: async () => (await import('./phases.ts')).scorePhase(parts),
      save: async () => (await import('./phases.ts')).savePhase(parts),
    },
    clean: async (run, scope) => await (await import('./clean.ts')).cleanFitmentRun(db, bucket, run, scope),
  };
}
