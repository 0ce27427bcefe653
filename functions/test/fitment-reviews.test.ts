/** The counts of a fitment job after reviews. */
import { randomUUID } from 'node:crypto';
import type { Decision } from '@docket/model/fitment/fitment-group';
import { paths } from '@docket/model/paths';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countReviews } from '../src/fitments/review/count-reviews.ts';
import { startDatabase } from './start-database.ts';

vi.setConfig({ testTimeout: 60_000 });

const place = { workspaceId: 'w', fitmentJobId: 'j' };

async function openStand() {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-reviews' }, randomUUID());
  const db = getFirestore(app);
  const job = db.doc(paths.fitmentJob('w', 'j'));
  return {
    db,
    job,
    group: async (id: string, decisions: Record<string, Decision>, jobId = 'j') => {
      await db.doc(paths.fitmentGroup('w', jobId, id)).set({ index: 0, fitments: {}, decisions });
    },
    decide: async (id: string, fitment: string, decision: Decision) => {
      await db.doc(paths.fitmentGroup('w', 'j', id)).update({ [`decisions.${fitment}`]: decision });
      await countReviews(db, place);
    },
    review: async (): Promise<unknown> => (await job.get()).get('review'),
    close: async () => {
      await deleteApp(app);
      await server.close();
    },
  };
}

let stand: Awaited<ReturnType<typeof openStand>>;
beforeEach(async () => {
  stand = await openStand();
  await stand.job.set({ results: { parts: 2, fitments: 6, exceptions: 0, groups: 2 } });
  await stand.group('g0', { a: 'approved', b: 'rejected' });
  await stand.group('g1', { a: 'approved' });
  await stand.group('g0', { a: 'approved' }, 'another');
});
afterEach(async () => await stand.close());

describe('the counts of a fitment job', () => {
  it('are those of all its groups, and of no other job', async () => {
    await countReviews(stand.db, place);
    expect(await stand.review()).toEqual({ pending: 3, approved: 2, rejected: 1 });
  });

  it('are the same however often a review is told of', async () => {
    await countReviews(stand.db, place);
    await countReviews(stand.db, place);
    expect(await stand.review()).toEqual({ pending: 3, approved: 2, rejected: 1 });
  });

  it('are right when several people review at once', async () => {
    await Promise.all([
      stand.decide('g0', 'c', 'approved'),
      stand.decide('g1', 'b', 'rejected'),
      stand.decide('g1', 'c', 'approved'),
      stand.decide('g0', 'b', 'approved'),
    ]);
    expect(await stand.review()).toEqual({ pending: 0, approved: 5, rejected: 1 });
  });

  it('are left alone while there are no results', async () => {
    await stand.job.set({ results: null });
    await countReviews(stand.db, place);
    expect(await stand.review()).toBeUndefined();
  });

  it('are nothing for a job that is gone', async () => {
    await stand.job.delete();
    await countReviews(stand.db, place);
    expect((await stand.job.get()).exists).toBe(false);
  });
});
