/** The five phases of the analysis of a listing's photos. What is found is published as they go on. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseHandler } from '../engine/pipeline-module.ts';
import { ListingRun, type ListingRunOptions } from './listing-run.ts';
import { similarItems } from './similar-items.ts';

type PhaseParts = Pick<ListingRunOptions, 'db' | 'bucket' | 'openReader' | 'clock'>;

function phase(work: (run: ListingRun, db: Firestore) => Promise<void>) {
  return (parts: PhaseParts): PhaseHandler =>
    async (context) => {
      await work(new ListingRun({ ...parts, context }), parts.db);
      return {};
    };
}

/** 1. The photos as pictures that can be looked at, and what is wrong with them as far as that can be measured. */
export const preparePhotosPhase = phase(async (run) => await run.prepare());

/** 2. What can be read and seen in each. Suggestions arrive photo by photo. */
export const readTextPhase = phase(async (run) => await run.look(null));

/** 3. What that says of the thing, also in photos that were added meanwhile. */
export const findAttributesPhase = phase(async (run) => await run.look(null));

/** 4. What is wrong with the photos: those that show the same are told apart by the words on them as well. */
export const judgeQualityPhase = phase(async (run) => await run.look(null));

/** 5. All fields, the price by similar items among them. */
export const suggestFieldsPhase = phase(async (run, db) => await run.look(await similarItems(db, run.place)));
