/** Who is told how full the queues are. */
import type { QueueFigures } from '@docket/model/queue';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerQueueFigures } from '../src/admin/answer-queue-figures.ts';
import { type AdminBench, openAdminBench } from './admin-bench.ts';
import { WORKSPACE } from './engine-bench.ts';

const FIGURES: QueueFigures = { source: 'emulator', figures: [] };

let bench: AdminBench;
let logged: unknown[];

beforeAll(async () => {
  bench = await openAdminBench();
});

beforeEach(() => {
  logged = [];
});

afterAll(async () => {
  await bench.close();
});

async function asked(uid: string | undefined, data: unknown, read = async () => FIGURES) {
  const log = { info: () => {}, error: (about: object) => void logged.push(about) };
  return await answerQueueFigures({ db: bench.db, source: { read }, log }, { uid, data });
}

describe('the figures of the queues', () => {
  it('are for owners', async () => {
    expect(await asked('owner', { workspace: WORKSPACE })).toEqual(FIGURES);
  });

  it.each(['editor', 'reviewer', 'viewer', 'stranger'])('are not for others: %s', async (uid) => {
    await expect(asked(uid, { workspace: WORKSPACE })).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('are not for owners of another workspace', async () => {
    await expect(asked('owner', { workspace: 'another' })).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });

  it('are not for those who have not signed in, whatever they ask', async () => {
    await expect(asked(undefined, { workspace: WORKSPACE })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(asked(undefined, null)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it.each([
    [null],
    [{}],
    [{ workspace: '' }],
    [{ workspace: 'a/members/b' }],
    [{ workspace: WORKSPACE, and: 1 }],
  ])('are not for questions that make no sense: %j', async (data) => {
    await expect(asked('owner', data)).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('may not be known: that is said without technicalities, which are logged', async () => {
    const read = async () => await Promise.reject(new Error('14 UNAVAILABLE: no route to host'));
    await expect(asked('owner', { workspace: WORKSPACE }, read)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'The queues do not say at the moment how full they are.',
    });
    expect(JSON.stringify(logged)).toContain('no route to host');
  });
});
