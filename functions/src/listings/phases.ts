/** The five phases of the analysis of a listing's photos. What is found is published as they go on. */
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseHandler } from '../engine/pipeline-module.ts';
import { ListingRun, type ListingRunOptions } from './listing-run.ts';
import { similarItems } from './similar-items.ts';

function phase(work: (run: ListingRun, db: Firestore) => Promise<void>) {
  return (parts: Pick<ListingRunOptions, 'db' | 'bucket' | 'openReader'>): PhaseHandler =>
    async (context) => {
      await work(new ListingRun({ ...parts, context, clock: () => new Date() }), parts.db);
      return {};
    };
}

/** 1. The photos as pictures that can be looked at. */
export const preparePhotosPhase = phase(async (run) => await run.prepare());

/** 2. What can be read and seen in each. */
export const readTextPhase = phase(async (run) => {
  await run.examined();
});

/** 3. What that says of the thing. */
export const findAttributesPhase = phase(
  async (run) => await run.publish({ similarItems: [], judged: false }),
);

/** 4. What is wrong with the photos. */
export const judgeQualityPhase = phase(async (run) => await run.publish({ similarItems: [], judged: true }));

/** 5. All fields, the price by similar items among them. */
export const suggestFieldsPhase = phase(async (run, db) => {
  const items = await similarItems(db, run.place);
  await run.publish({ similarItems: items, judged: true });
});
