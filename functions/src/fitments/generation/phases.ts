/**
 * The five phases of finding the vehicles that parts fit. Each goes through the portions of the run and leaves those alone
 * that are there already: thousands of parts take several dispatches, and a lost worker no more than a portion along.
 */
import { DocketError } from '@docket/model/errors';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import { TimeSlice } from '../time-slice.ts';
import { FitmentRun } from './fitment-run.ts';
import { portionName } from './hand-over/part-portion.ts';
import { saveGroups } from './save-groups.ts';

/** What the phases work with. */
export interface PhaseParts {
  db: Firestore;
  bucket: Bucket;
  clock: () => Date;
}

/** What a phase works on. */
interface Desk extends PhaseParts {
  run: FitmentRun;
  context: PhaseContext;
  slice: TimeSlice;
}

/** Portions that one dispatch works on: some two thousand parts. */
const PORTIONS_A_DISPATCH = 8;

function phase(work: (desk: Desk) => Promise<Record<string, unknown>>, most = PORTIONS_A_DISPATCH) {
  return ({ db, bucket, clock }: PhaseParts): PhaseHandler =>
    async (context) => {
      const run = new FitmentRun({ db, bucket, context });
      return await work({ db, bucket, clock, run, context, slice: new TimeSlice(clock, most) });
    };
}

/** Does `work` on each portion of whose kind nothing is there yet. */
async function eachPortion(
  { run, context, slice }: Desk,
  kind: Parameters<typeof portionName>[0],
  work: (portion: number) => Promise<unknown>,
): Promise<void> {
  const { portions } = await run.plan();
  const there = await run.work.paths(kind);
  const of = sumOf(portions);
  let done = 0;
  context.report(done, of, 'Part');
  for (const [portion, count] of portions.entries()) {
    context.signal.throwIfAborted();
    const isThere = run.work.isAmong(there, portionName(kind, portion));
    if (!isThere) await work(portion);
    done += count;
    context.report(done, of, 'Part');
    if (!isThere && done < of) slice.goOn();
  }
}

/** 1. The parts of the selection, or of the file, which is read as a whole: as much of it in one dispatch as time allows. */
export const readPartsPhase = phase(async (desk) => {
  const { run } = desk;
  const { portions, failed_rows } = await run.plan();
  await eachPortion(desk, 'parts', async (portion) => await run.parts(portion));
  if (!(await hasParts(run, portions.length))) throw new DocketError('parts_missing');
  return failed_rows === null ? {} : { part_count: sumOf(portions), failed_rows };
}, Number.POSITIVE_INFINITY);

/** 2. What their texts say. */
export const understandPhase = phase(async (desk) => {
  await eachPortion(desk, 'claims', async (portion) => await desk.run.claims(portion));
  return {};
});

/** 3. Which vehicles of the table that are. */
export const matchPhase = phase(async (desk) => {
  await eachPortion(desk, 'matches', async (portion) => await desk.run.matches(portion));
  return {};
});

/** 4. How sure that is. */
export const scorePhase = phase(async (desk) => {
  await eachPortion(desk, 'groups', async (portion) => await desk.run.groups(portion));
  return {};
});

/** 5. What was found, in groups for people to decide on. A job without any fitments is over with that. */
export const savePhase = phase(async ({ db, run, context, slice }) => {
  const results = await saveGroups(db, run, context, slice);
  return { results, review: { pending: results.fitments, approved: 0, rejected: 0 } };
});

/** Whether any part of a selection is left. */
async function hasParts(run: FitmentRun, portions: number): Promise<boolean> {
  for (let portion = 0; portion < portions; portion += 1)
    if ((await run.parts(portion)).length > 0) return true;
  return false;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
