/** What two people decide at once on what a job has found: by the app's own writes, counted as the trigger does. */
import { fitmentJobState } from '@docket/model/fitment/fitment-job';
import { FieldValue } from 'firebase-admin/firestore';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decision } from '@docket/model/fitment/fitment-group';
import { countReviews } from '../src/fitments/review/count-reviews.ts';
import { WORKSPACE } from './engine-bench.ts';
import { type FitmentsBench, openFitmentsBench } from './fitments-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let fitments: FitmentsBench;

/** Four groups with fifty fitments each. */
const PARTS = Array.from({ length: 200 }, (_, index) => ({
  number: `BP-${index}`,
  description: `2005-2010 Ford F-150 brake pads ${index}`,
}));

beforeEach(async () => {
  fitments = await openFitmentsBench();
  await fitments.select('j', await fitments.addParts(PARTS));
  await fitments.bench.queue.idle();
});
afterEach(async () => await fitments.close());

const place = { workspaceId: WORKSPACE, fitmentJobId: 'j' };

/** Decides on the fitments `from`–`to` of each group as the app does; null takes a decision back. */
async function decide(by: string, decision: Decision | null, from: number, to: number): Promise<void> {
  const { docs } = await fitments.db.collection(paths.fitmentGroups(WORKSPACE, 'j')).get();
  const batch = fitments.db.batch();
  for (const { ref } of docs) {
    const ids = Array.from({ length: to - from }, (_, index) => `f${from + index}`);
    const decisions = ids.map((id) => [`decisions.${id}`, decision ?? FieldValue.delete()]);
    batch.update(ref, { ...Object.fromEntries(decisions), reviewed_by: by });
  }
  await batch.commit();
  await countReviews(fitments.db, place);
}

describe('two reviewers at once', () => {
  it('who approve sets that overlap end with exact counts', async () => {
    await Promise.all([
      decide('a', 'approved', 0, 30),
      decide('b', 'approved', 20, 50),
      decide('a', 'approved', 10, 25),
    ]);
    const record = await fitments.record('j');
    expect(record.review).toEqual({ pending: 0, approved: 200, rejected: 0 });
    expect(fitmentJobState(record)).toBe('completed');
  });

  it('who decide otherwise on different fitments of the same groups lose nothing', async () => {
    await Promise.all([decide('a', 'approved', 0, 20), decide('b', 'rejected', 20, 45)]);
    const record = await fitments.record('j');
    expect(record.review).toEqual({ pending: 20, approved: 80, rejected: 100 });
    expect(fitmentJobState(record)).toBe('review_required');
  });
});

describe('taking decisions back', () => {
  it('has a job that was complete wait for its review again', async () => {
    await decide('a', 'approved', 0, 50);
    expect(fitmentJobState(await fitments.record('j'))).toBe('completed');
    await decide('a', null, 0, 10);
    const record = await fitments.record('j');
    expect(record.review).toEqual({ pending: 40, approved: 160, rejected: 0 });
    expect(fitmentJobState(record)).toBe('review_required');
  });
});
