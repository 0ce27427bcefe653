/** Two people review one job, each seeing what was there a while ago: whatever they do, the counts add up. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { paths } from '@docket/model/paths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MadeReview, reviewFitments, undoReview } from '@docket/model/commands/fitment-review-commands';
import { fitmentGroupReader } from '../../../data/fitment-records.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { type ReviewRows, type ReviewStatus, rowsMaker } from './review-rows.ts';
import { chosenOf, NOTHING_SELECTED, selectedRows, selectionOf } from './review-selection.ts';
import { makeGroups } from './testing/make-groups.ts';

const GROUPS = 3;
const EACH = 4;
const TOTAL = GROUPS * EACH;

const query = {
  from: 'collection',
  path: paths.fitmentGroups('w', 'j'),
  where: {},
  orderBy: { field: 'index', direction: 'asc' },
  limit: null,
} as const;

/** A job in memory, and people who look at it, select and decide. */
function openJob() {
  const documents = Object.fromEntries(makeGroups(GROUPS, EACH).map(({ path, data }) => [path, data]));
  const { database } = createMemoryBackend({ documents });
  const markers = { newId: () => database.newId(), removed: database.removed() };
  const read = async (make: ReturnType<typeof rowsMaker>) =>
    make(fitmentGroupReader.readAll(await database.fetchQuery(query)).records);

  async function reviewer(uid: string) {
    const actor = { workspaceId: 'w', uid, serverTime: new Date(0) };
    const make = rowsMaker();
    const made: MadeReview[] = [];
    let seen = await read(make);
    let selection = NOTHING_SELECTED;
    return {
      seen: () => seen,
      async look() {
        seen = await read(make);
      },
      select(ids: readonly number[]) {
        selection = selectionOf(
          new Set(ids.map((index) => seen.rows[index]?.id ?? '')),
          NOTHING_SELECTED,
          seen.rows,
        );
      },
      async decide(decision: Decision | null) {
        const { standing } = selectedRows(seen.rows, selection);
        const chosen = chosenOf(seen.groups, standing, decision);
        const review = reviewFitments(actor, 'j', decision, chosen, markers);
        for (const writes of review.commits) await database.commit(writes);
        if (review.count > 0) made.push(review.made);
        return review.count > 0;
      },
      async undo() {
        const last = made.pop();
        if (last === undefined) return;
        const groups = new Map(seen.groups.map(({ group }) => [group.id, group.data]));
        const { commits } = undoReview(actor, last, (id) => groups.get(id), markers);
        for (const writes of commits) await database.commit(writes);
      },
    };
  }
  return { reviewer, read: async () => await read(rowsMaker()) };
}

const statuses = ({ rows }: ReviewRows): Record<string, ReviewStatus> =>
  Object.fromEntries(rows.map(({ id, status }) => [id, status]));

/** The counts are those of the rows, and of all of them. */
function expectToAddUp(all: ReviewRows) {
  const { pending, approved, rejected } = all.counts;
  expect(pending + approved + rejected).toBe(TOTAL);
  for (const status of ['pending', 'approved', 'rejected'] as const)
    expect(all.counts[status]).toBe(all.rows.filter((row) => row.status === status).length);
}

const deed = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.oneof(
    fc.constant({ kind: 'look' as const }),
    fc.record({
      kind: fc.constant('select' as const),
      ids: fc.uniqueArray(fc.nat(TOTAL - 1), { maxLength: TOTAL }),
    }),
    fc.record({
      kind: fc.constant('decide' as const),
      decision: fc.constantFrom<Decision | null>('approved', 'rejected', null),
    }),
    fc.constant({ kind: 'undo' as const }),
  ),
});

describe('two reviewers of one job', () => {
  it('find counts that add up, whatever they do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
        const job = openJob();
        const people = [await job.reviewer('u'), await job.reviewer('v')];
        for (const { who, what } of deeds) {
          const person = people[who];
          if (person === undefined) continue;
          if (what.kind === 'look') await person.look();
          else if (what.kind === 'select') person.select(what.ids);
          else if (what.kind === 'decide') await person.decide(what.decision);
          else await person.undo();
          expectToAddUp(person.seen());
        }
        for (const person of people) {
          await person.look();
          expectToAddUp(person.seen());
        }
        // Rows that were made bit by bit are those that are made at once.
        const now = await job.read();
        for (const person of people) expect(person.seen().rows).toEqual(now.rows);
      }),
      { numRuns: 200 },
    );
  });

  it('have everything as it was when each takes back all of their own, the latest first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.constantFrom(0, 1),
            ids: fc.uniqueArray(fc.nat(TOTAL - 1), { minLength: 1, maxLength: TOTAL }),
            decision: fc.constantFrom<Decision | null>('approved', 'rejected', null),
          }),
          { maxLength: 12 },
        ),
        async (decisions) => {
          const job = openJob();
          const before = statuses(await job.read());
          const people = [await job.reviewer('u'), await job.reviewer('v')];
          const done: number[] = [];
          for (const { who, ids, decision } of decisions) {
            const person = people[who];
            await person?.look();
            person?.select(ids);
            // What has changed nothing leaves nothing to take back.
            if (await person?.decide(decision)) done.push(who);
          }
          for (const who of done.toReversed()) {
            await people[who]?.look();
            await people[who]?.undo();
          }
          const after = await job.read();
          expectToAddUp(after);
          expect(statuses(after)).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('do not overwrite what the other has decided since they selected it', async () => {
    const job = openJob();
    const [mine, theirs] = [await job.reviewer('u'), await job.reviewer('v')];
    mine.select([0, 1]);
    theirs.select([1]);
    await theirs.decide('rejected');
    await mine.look();
    await mine.decide('approved');
    expect((await job.read()).counts).toEqual({ pending: TOTAL - 2, approved: 1, rejected: 1 });
  });
});
