/** The two steps of an import of parts. */
import { DocketError } from '@docket/model/errors';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseHandler } from '../../engine/pipeline-module.ts';

/** What the steps work with. */
export interface StepParts {
  db: Firestore;
  bucket: Bucket;
  clock: () => Date;
}

function missing(step: string): (parts: StepParts) => PhaseHandler {
  return () => async () => {
    throw new DocketError('internal', {}, `${step} is not there`);
  };
}

/** 1. The parts of the file. How it was read is published at once. */
export const readPartsPhase = missing('read_parts');

/** 2. The parts of the workspace. */
export const savePartsPhase = missing('save_parts');
