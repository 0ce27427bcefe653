/** The three steps of an import of vehicles. */
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

/** 1. The rows of the file. */
export const readVehiclesPhase = missing('read_vehicles');

/** 2. Makes and models of them, with what is wrong. */
export const checkVehiclesPhase = missing('check_vehicles');

/** 3. The table, which the workspace has from then on. */
export const saveVehiclesPhase = missing('save_vehicles');
