/** The five phases of finding the vehicles that parts fit. */
import { DocketError } from '@docket/model/errors';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseHandler } from '../../engine/pipeline-module.ts';

/** What the phases work with. */
export interface PhaseParts {
  db: Firestore;
  bucket: Bucket;
  clock: () => Date;
}

function missing(phase: string): (parts: PhaseParts) => PhaseHandler {
  return () => async () => {
    throw new DocketError('internal', {}, `${phase} is not there`);
  };
}

/** 1. The parts of the selection, or of the file. */
export const readPartsPhase = missing('read_parts');

/** 2. What their texts say. */
export const understandPhase = missing('understand');

/** 3. Which vehicles of the table that are. */
export const matchPhase = missing('match');

/** 4. How sure that is. */
export const scorePhase = missing('score');

/** 5. What was found, in groups for people to decide on. */
export const savePhase = missing('save');
