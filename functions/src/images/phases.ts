/** The phases of image batches. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { PhaseHandler } from '../engine/pipeline-module.ts';

/** Makes thumbnails and variants of the images of a batch. */
export function deriveImagesPhase(_db: Firestore, _bucket: Bucket): PhaseHandler {
  throw new Error('not built');
}

/** Fetches the images of a batch from their addresses. */
export function fetchImagesPhase(_db: Firestore, _bucket: Bucket): PhaseHandler {
  throw new Error('not built');
}
