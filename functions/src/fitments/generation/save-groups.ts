/** Phase 5: saves the groups, portion by portion. They are on screen as they come. */
import { type FitmentResults, fitmentResultsSchema } from '@docket/model/fitment/fitment-job';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { PhaseContext, ResultWrite } from '../../engine/pipeline-module.ts';
import type { TimeSlice } from '../time-slice.ts';
import type { FitmentRun } from './fitment-run.ts';
import type { MadeGroup } from './make-groups.ts';

/** How far the saving has come: everything before the portion `next` is there. */
const placeSchema = z.strictObject({ next: z.number().int().nonnegative(), results: fitmentResultsSchema });
type Place = z.infer<typeof placeSchema>;

const START: Place = { next: 0, results: { parts: 0, fitments: 0, exceptions: 0, groups: 0 } };

/**
 * Saves all groups under ids made of their places, so that doing it again writes the same, and returns how much was found.
 * After a lost worker it goes on where that one was.
 */
export async function saveGroups(
  db: Firestore,
  run: FitmentRun,
  context: PhaseContext,
  slice: TimeSlice,
): Promise<FitmentResults> {
  const { portions } = await run.plan();
  const of = portions.reduce((sum, count) => sum + count, 0);
  let place = (await run.work.kept('saved', placeSchema)) ?? START;
  let done = portions.slice(0, place.next).reduce((sum, count) => sum + count, 0);
  context.report(done, of, 'Part');
  while (place.next < portions.length) {
    context.signal.throwIfAborted();
    const groups = await run.groups(place.next);
    await context.save(groupWrites(db, context, groups, place.results.groups));
    done += portions[place.next] ?? 0;
    place = after(place, groups, (await run.parts(place.next)).length);
    context.signal.throwIfAborted();
    await run.work.keep('saved', place);
    context.report(done, of, 'Part');
    if (place.next < portions.length) slice.goOn();
  }
  await removeSurplus(db, context, place.results.groups);
  return place.results;
}

function groupWrites(
  db: Firestore,
  { workspaceId, job }: PhaseContext,
  groups: readonly MadeGroup[],
  first: number,
): ResultWrite[] {
  return groups.map((group, place) => {
    const index = first + place;
    const id = `g${String(index).padStart(5, '0')}`;
    return {
      ref: db.doc(paths.fitmentGroup(workspaceId, job.subject.id, id)),
      data: { index, ...group, decisions: {}, reviewed_by: null, reviewed_at: null, review_id: null },
    };
  });
}

function after({ next, results }: Place, groups: readonly MadeGroup[], parts: number): Place {
  const count = (of: (group: MadeGroup) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  return {
    next: next + 1,
    results: {
      parts: results.parts + parts,
      fitments: results.fitments + count(({ fitments }) => Object.keys(fitments).length),
      exceptions: results.exceptions + count(({ exceptions }) => exceptions.length),
      groups: results.groups + groups.length,
    },
  };
}

/** Removes groups of an earlier try that found more: parts may have changed where hand-overs were made again. */
async function removeSurplus(db: Firestore, context: PhaseContext, count: number): Promise<void> {
  const all = db.collection(paths.fitmentGroups(context.workspaceId, context.job.subject.id));
  await context.transact(async (transaction) => {
    const { docs } = await transaction.get(all.where('index', '>=', count).select());
    for (const { ref } of docs) transaction.delete(ref);
  });
}
