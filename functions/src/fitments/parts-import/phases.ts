/** The two steps of an import of parts. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseHandler } from '../../engine/pipeline-module.ts';
import { TimeSlice } from '../time-slice.ts';
import { PartsImportRun } from './parts-import-run.ts';
import { saveParts } from './save-parts.ts';

/** What the steps work with. */
export interface StepParts {
  db: Firestore;
  bucket: Bucket;
  clock: () => Date;
}

/** 1. The parts of the file. How it was read is published at once. */
export function readPartsPhase({ db, bucket }: StepParts): PhaseHandler {
  return async (context) => {
    const { portions } = await new PartsImportRun(db, bucket, context).plan();
    const parts = portions.reduce((sum, count) => sum + count, 0);
    context.report(parts, parts, 'Part');
    return {};
  };
}

/** 2. The parts of the workspace. */
export function savePartsPhase({ db, bucket, clock }: StepParts): PhaseHandler {
  return async (context) => {
    const run = new PartsImportRun(db, bucket, context);
    return { outcome: await saveParts(db, run, context, new TimeSlice(clock, Number.POSITIVE_INFINITY)) };
  };
}
