/** The three steps of an import of inventory items. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseHandler } from '../../engine/pipeline-module.ts';

/** 1. Reads the file and checks its rows. */
export function readRowsPhase(_db: Firestore, _bucket: Bucket): PhaseHandler {
  return async () => ({});
}

/** 2. Saves the items. */
export function saveItemsPhase(_db: Firestore, _bucket: Bucket): PhaseHandler {
  return async () => ({});
}

/** 3. Starts to fetch their images. */
export function startImagesPhase(_db: Firestore, _bucket: Bucket): PhaseHandler {
  return async () => ({});
}
