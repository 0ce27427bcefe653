/** The phases of a backfill. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseHandler } from '../../engine/pipeline-module.ts';

/** Finds the images that are not up to date. */
export function findImagesPhase(_db: Firestore): PhaseHandler {
  throw new Error('not built');
}

/** Starts batches for them. */
export function startBatchesPhase(_db: Firestore): PhaseHandler {
  throw new Error('not built');
}
