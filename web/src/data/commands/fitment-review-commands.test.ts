import { type FitmentGroup, fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { fitmentReviewSchema } from '@docket/model/fitment/fitment-review';
import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../../fixtures/memory-backend.ts';
import type { Write } from '@docket/model/commands/write';
import { type MadeReview, reviewFitments, undoReview } from '@docket/model/commands/fitment-review-commands';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const GROUPS = 'workspaces/w/fitment_jobs/j/groups';
type Decisions = FitmentGroup['decisions'];

/** A group of which only `decisions` matter. */
const groupWith = (decisions: Decisions, description = ''): FitmentGroup =>
  fitmentGroupSchema.parse({
    index: 0,
    parts: [{ part_id: 'part-1', part_number: 'BP-1042', description }],
    fitments: {},
    exceptions: [],
    decisions,
  });

/** A job with one group of three fitments, on which `decisions` have been made. */
function jobWith(decisions: Decisions) {
  const { database } = createMemoryBackend({ documents: { [`${GROUPS}/g0`]: { ...groupWith(decisions) } } });
  const markers = { newId: () => database.newId(), removed: database.removed() };
  const group = async () => fitmentGroupSchema.parse((await database.fetchDocument(`${GROUPS}/g0`))?.data);
  const current = async () => (await group()).decisions;
  const commit = async (commits: readonly Write[][]) => {
    for (const writes of commits) await database.commit(writes);
  };
  return {
    database,
    markers,
    current,
    commit,
    async review(decision: 'approved' | 'rejected' | null, ...fitmentIds: string[]) {
      const chosen = [{ groupId: 'g0', fitmentIds, group: await group() }];
      const review = reviewFitments(actor, 'j', decision, chosen, markers);
      await commit(review.commits);
      return review;
    },
    async undo(made: MadeReview) {
      const now = await group();
      const { commits } = undoReview(actor, made, () => now, markers);
      await commit(commits);
      return commits;
    },
  };
}

describe('a review', () => {
  it('decides on the chosen fitments and leaves the others', async () => {
    const job = jobWith({ f0: 'rejected' });
    const { count } = await job.review('approved', 'f1', 'f2');
    expect(await job.current()).toEqual({ f0: 'rejected', f1: 'approved', f2: 'approved' });
    expect(count).toBe(2);
  });

  it('is written down in the same commit, with how many it concerned', async () => {
    const job = jobWith({});
    const { commits } = await job.review('approved', 'f1', 'f2');
    expect(commits).toHaveLength(1);
    const review = commits[0]?.at(-1);
    expect(review?.kind === 'create' && fitmentReviewSchema.parse(review.fields)).toMatchObject({
      decision: 'approved',
      fitments: 2,
      by: 'u',
    });
    const group = fitmentGroupSchema.parse((await job.database.fetchDocument(`${GROUPS}/g0`))?.data);
    expect(review?.path).toBe(`workspaces/w/fitment_jobs/j/reviews/${group.review_id ?? ''}`);
  });

  it('can make fitments pending again, which is written down as taken back', async () => {
    const job = jobWith({ f0: 'rejected', f1: 'approved' });
    const { commits, count, made } = await job.review(null, 'f0', 'f2');
    expect(await job.current()).toEqual({ f1: 'approved' });
    expect(count).toBe(1);
    expect(commits[0]?.at(-1)).toMatchObject({ fields: { decision: 'undone', fitments: 1 } });
    await job.undo(made);
    expect(await job.current()).toEqual({ f0: 'rejected', f1: 'approved' });
  });

  it('says nothing where everything is decided so already', async () => {
    const job = jobWith({ f1: 'approved' });
    const { commits, count } = await job.review('approved', 'f1');
    expect(commits).toEqual([]);
    expect(count).toBe(0);
  });

  it('of two people on one group keeps what both decide', async () => {
    const job = jobWith({});
    const seen = { groupId: 'g0', group: groupWith({}) };
    const mine = reviewFitments(actor, 'j', 'approved', [{ ...seen, fitmentIds: ['f0'] }], job.markers);
    const theirs = reviewFitments(
      { ...actor, uid: 'v' },
      'j',
      'rejected',
      [{ ...seen, fitmentIds: ['f1'] }],
      job.markers,
    );
    await job.commit([...mine.commits, ...theirs.commits]);
    expect(await job.current()).toEqual({ f0: 'approved', f1: 'rejected' });
  });

  it('of more groups than a commit takes is several, each with a review of its own', () => {
    const { markers } = jobWith({});
    const chosen = Array.from({ length: 500 }, (_, index) => ({
      groupId: `g${index}`,
      fitmentIds: ['f0', 'f1'],
      group: groupWith({}),
    }));
    const { commits, count } = reviewFitments(actor, 'j', 'rejected', chosen, markers);
    expect(commits.map((writes) => writes.length)).toEqual([500, 2]);
    expect(commits.map((writes) => writes.filter(({ kind }) => kind === 'create').length)).toEqual([1, 1]);
    expect(count).toBe(1000);
  });

  it('of large groups is several commits as well, for one takes ten megabytes', () => {
    const { markers } = jobWith({});
    const chosen = Array.from({ length: 5 }, (_, index) => ({
      groupId: `g${index}`,
      fitmentIds: ['f0'],
      group: groupWith({}, 'x'.repeat(2_500_000)),
    }));
    const { commits } = reviewFitments(actor, 'j', 'rejected', chosen, markers);
    expect(commits.map((writes) => writes.length)).toEqual([3, 3, 2]);
  });
});

describe('undoing a review', () => {
  it('puts back what there was before, also where nothing had been decided', async () => {
    const before: Decisions = { f0: 'rejected', f2: 'rejected' };
    const job = jobWith(before);
    const { made } = await job.review('approved', 'f0', 'f1');
    await job.undo(made);
    expect(await job.current()).toEqual(before);
  });

  it('leaves what somebody else has decided since', async () => {
    const job = jobWith({});
    const { made } = await job.review('approved', 'f0', 'f1');
    await job.review('rejected', 'f1');
    const [writes = []] = await job.undo(made);
    expect(await job.current()).toEqual({ f1: 'rejected' });
    expect(writes.at(-1)).toMatchObject({ fields: { decision: 'undone', fitments: 1 } });
  });

  it('is nothing where all of it has been changed since', async () => {
    const job = jobWith({});
    const { made } = await job.review('approved', 'f0');
    await job.review('rejected', 'f0');
    expect(await job.undo(made)).toEqual([]);
  });
});
