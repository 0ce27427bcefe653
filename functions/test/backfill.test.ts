/** Backfills on a real (embedded) Firestore: what is found, what is started, and that nothing is started twice. */
import { backfillSchema } from '@docket/model/backfill';
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { jobId, paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhaseContext } from '../src/engine/pipeline-module.ts';
import { startBatchesPhase } from '../src/images/backfill/phases.ts';
import { DeploymentBackfill } from '../src/images/backfill/deployment-backfill.ts';
import { BatchStarter } from '../src/images/backfill/start-batches.ts';
import {
  type AdminBench,
  failedBatch,
  failedWith,
  onceEach,
  openAdminBench,
  timesOf,
  UP_TO_DATE,
} from './admin-bench.ts';
import { WORKSPACE } from './engine-bench.ts';

let bench: AdminBench;

beforeEach(async () => {
  bench = await openAdminBench();
});

afterEach(async () => {
  await bench.close();
});

const clock = () => new Date();
const runId = (run: number) => jobId(CURRENT_BACKFILL, 'image_backfill', run);

async function backfill(workspace = WORKSPACE) {
  return backfillSchema.parse((await bench.db.doc(paths.backfill(workspace, CURRENT_BACKFILL)).get()).data());
}

/** The runs of batches that backfills have started. */
async function started() {
  const jobs = await bench.jobs();
  return jobs.filter(({ job }) => job.subject.type === 'image_batch');
}

/** How often each image is the material of a batch. */
const counted = async () => timesOf(await started());

describe('a preview', () => {
  it('says what would be done, and does none of it', async () => {
    await bench.images(3);
    await bench.images(2, UP_TO_DATE);
    await bench.images(1, { processing_status: 'completed', recipe: 'v0' });
    await bench.images(1, { ...UP_TO_DATE, flatten: '#ff0000' });
    await bench.images(1, { processing_status: 'cancelled' });
    await bench.images(1, failedWith('internal'));

    await bench.request('preview_backfill');

    const { preview, ...rest } = await backfill();
    expect(preview).toMatchObject({ missing: 7, bytes: 7_000, done: 2 });
    expect(preview?.examples).toContain('f-000001.jpg');
    expect(rest).toMatchObject({ created_by: null, created_at: null, findings: null, batches: 0 });
    expect(await bench.jobs()).toEqual([]);
  });

  it('shows no more than twenty examples', async () => {
    await bench.images(30);
    await bench.request('preview_backfill');
    expect((await backfill()).preview?.examples).toHaveLength(20);
  });

  it('leaves to others what they are at', async () => {
    // Waiting for their batch, in a run that has not ended, and not to be read whoever tries.
    await bench.images(4, { processing_status: 'queued', uploaded_at: new Date() });
    const atWork = await bench.images(2);
    const paused = await failedBatch(bench.db, 'b', atWork, 'internal');
    await bench.db.doc(paths.job(WORKSPACE, paused)).update({ status: 'paused', open: true });
    await bench.images(1, failedWith('file_corrupt'));
    // Left behind by whoever added it.
    await bench.images(1, { processing_status: 'queued', uploaded_at: new Date('2024-05-01') });

    await bench.request('preview_backfill');

    expect((await backfill()).preview).toMatchObject({ missing: 1, done: 0 });
  });

  it('passes over what is no image', async () => {
    await bench.images(1);
    await bench.db.doc(paths.image(WORKSPACE, 'f-broken')).set({ size: 'large' });
    await bench.request('preview_backfill');
    expect((await backfill()).preview).toMatchObject({ missing: 1 });
  });
});

describe('a backfill', () => {
  it('makes three batches of 120 images of an older version, and finds nothing the second time', async () => {
    const ids = await bench.images(120);
    await bench.request('preview_backfill');

    await bench.request('start_backfill');
    await bench.settle();

    expect(await backfill()).toMatchObject({
      created_by: 'owner',
      findings: { missing: 120, done: 0 },
      batches: 3,
      processing_status: { image_backfill: { status: 'completed', run: 1 } },
    });
    expect((await bench.batches()).map(({ image_count }) => image_count)).toEqual([50, 50, 20]);
    expect((await bench.batches()).every(({ backfill_id }) => backfill_id === CURRENT_BACKFILL)).toBe(true);
    expect(await counted()).toEqual(onceEach(ids));
    expect((await bench.image(ids[0] ?? '')).processing_status).toBe('completed');

    await bench.request('start_backfill');
    await bench.settle();

    expect(await backfill()).toMatchObject({
      findings: { missing: 0, done: 120 },
      batches: 0,
      processing_status: { image_backfill: { status: 'completed', run: 2 } },
    });
    expect(await bench.batches()).toHaveLength(3);
  });

  it('finds nothing either while the batches of the first one are still to be run', async () => {
    const ids = await bench.images(60);
    await bench.request('start_backfill');
    await bench.engine.jobCreated({ workspaceId: WORKSPACE, jobId: runId(1) });
    await bench.queue.idle();

    await bench.request('start_backfill');
    await bench.engine.jobCreated({ workspaceId: WORKSPACE, jobId: runId(2) });
    await bench.queue.idle();

    expect((await backfill()).findings).toMatchObject({ missing: 0, done: 0 });
    expect(await counted()).toEqual(onceEach(ids));
  });

  it('is started once by a request that is delivered twice, at once or later', async () => {
    await bench.images(1);
    const at = new Date();
    const id = await bench.wish('start_backfill', { at });
    await Promise.all([1, 2].map(async () => await bench.administration().requested(WORKSPACE, id)));
    await bench.settle();
    await bench.request('start_backfill', { at });

    expect((await bench.jobs()).filter(({ job }) => job.pipeline === 'image_backfill')).toHaveLength(1);
  });

  it('is not started while one is under way', async () => {
    await bench.images(1);
    await bench.request('start_backfill');
    await bench.request('start_backfill');
    await bench.engine.jobCreated({ workspaceId: WORKSPACE, jobId: runId(1) });
    await bench.request('start_backfill');
    await bench.queue.idle();

    expect((await bench.jobs()).map(({ id }) => id)).not.toContain(runId(2));
  });

  it('fetches images that have no original', async () => {
    await bench.images(2, { ...failedWith('host_unavailable'), storage_path: null });
    await bench.images(2);
    await bench.request('start_backfill');
    await bench.settle();
    expect((await started()).map(({ job }) => job.pipeline).sort()).toEqual([
      'image_import',
      'image_processing',
    ]);
    expect((await backfill()).batches).toBe(2);
  });
});

describe('a worker that dies between two pages of batches', () => {
  /** A backfill of `count` images that has come to its second phase, and the phase as one worker runs it. */
  async function atSecondPhase(count: number) {
    const ids = await bench.images(count);
    await bench.request('start_backfill');
    const found = (await bench.jobs())[0];
    if (found === undefined) throw new Error('Nothing was started');
    const context: PhaseContext = {
      workspaceId: WORKSPACE,
      jobId: found.id,
      job: found.job,
      token: 't',
      signal: new AbortController().signal,
      report: () => {},
      call: async (_service, work) => await work(),
      save: async () => {},
      change: async () => {},
      transact: async (work) => await bench.db.runTransaction(work),
    };
    const work = async (change: Partial<PhaseContext> = {}) =>
      await startBatchesPhase(bench.db, clock)({ ...context, ...change });
    return { ids, work };
  }

  it('is followed by one that goes on where it has ended', async () => {
    const { ids, work } = await atSecondPhase(1_330);
    // It tells where it stands at first, and after each step.
    const diesAfterOne = () => {
      let told = 0;
      return () => {
        told += 1;
        if (told > 1) throw new Error('died');
      };
    };
    await expect(work({ report: diesAfterOne() })).rejects.toThrow('died');
    expect((await backfill()).batches).toBe(10);
    await expect(work({ report: diesAfterOne() })).rejects.toThrow('died');
    await work();
    await work();

    expect(await counted()).toEqual(onceEach(ids));
    expect((await backfill()).batches).toBe((await bench.batches()).length);
  });

  it('cannot start anything behind the back of another one', async () => {
    const { ids, work } = await atSecondPhase(1_100);
    await Promise.allSettled([work(), work()]);
    await work();

    expect(await counted()).toEqual(onceEach(ids));
    expect((await backfill()).batches).toBe((await bench.batches()).length);
  });
});

describe('a large backfill', () => {
  it('keeps no more than forty batches open, and starts the rest when they are done', async () => {
    const ids = await bench.images(2_530);
    await bench.request('start_backfill');
    bench.queue.open = false;
    const open = async () => (await started()).filter(({ job }) => job.open).map(({ id }) => id);
    const deliver = async () => {
      const run = await bench.job(runId(1));
      if (run.execution.state !== 'dispatched') throw new Error('It is not to go on');
      const { fence } = run.execution;
      // As if its time had come.
      await bench.db.doc(paths.job(WORKSPACE, runId(1))).update({ 'execution.not_before': null });
      const task = { workspace_id: WORKSPACE, job_id: runId(1), phase: run.phase, fence };
      await bench.engine.runPhase(task);
    };
    await bench.engine.jobCreated({ workspaceId: WORKSPACE, jobId: runId(1) });
    await deliver();
    await deliver();
    expect(await open()).toHaveLength(40);
    const before = await bench.job(runId(1));
    expect(before).toMatchObject({ status: 'processing', phase: 2, attempt: 0 });

    const [first, ...others] = await open();
    await bench.db.doc(paths.job(WORKSPACE, first ?? '')).update({ open: false, status: 'completed' });
    await deliver();
    expect(await open()).toHaveLength(39);
    expect(await bench.job(runId(1))).toMatchObject({
      attempt: 0,
      progress: { within: { done: 2_000, of: 2_530 } },
    });

    for (const id of others)
      await bench.db.doc(paths.job(WORKSPACE, id)).update({ open: false, status: 'completed' });
    await deliver();
    expect(await open()).toHaveLength(11);
    expect(await bench.job(runId(1))).toMatchObject({ status: 'completed' });
    expect(await counted()).toEqual(onceEach(ids));
  });
});

describe('where a backfill stands', () => {
  it('is left once: nothing starts again from a place that somebody has gone on from', async () => {
    await bench.images(1);
    await bench.request('start_backfill');
    const found = (await bench.jobs())[0];
    if (found === undefined) throw new Error('Nothing was started');
    const run = { workspaceId: WORKSPACE, jobId: found.id, job: found.job, token: 't' };
    const starter = new BatchStarter(bench.db, run, clock);
    const start = await starter.place();

    expect(await starter.go(start, [], 'f-5')).toEqual({ batches: 0, after: 'f-5' });
    await expect(starter.go(start, [], 'f-5')).rejects.toThrow('Another worker');
    expect(await starter.place()).toMatchObject({ after: 'f-5' });
    expect(await new BatchStarter(bench.db, { ...run, jobId: 'a later run' }, clock).place()).toMatchObject({
      batches: 0,
      after: '',
    });
  });
});

describe('after a deployment', () => {
  const deployment = () => new DeploymentBackfill(bench.db, clock);
  const wasWritten = async () => (await bench.db.doc(paths.deployment(CURRENT_BACKFILL)).get()).data();
  const workspaces = Array.from({ length: 23 }, (_, index) => `w${String(index).padStart(2, '0')}`);

  /** Many workspaces; every other one has images. */
  async function manyWorkspaces() {
    for (const [index, workspace] of workspaces.entries()) {
      await bench.db.doc(paths.workspace(workspace)).set({ name: 'W', created_by: 'u', created_at: clock() });
      if (index % 2 === 0) await bench.images(2, {}, workspace);
    }
    return workspaces.filter((_, index) => index % 2 === 0);
  }

  async function startedIn(): Promise<string[]> {
    const jobs = await bench.db.collectionGroup('jobs').get();
    return jobs.docs.map(({ ref }) => ref.parent.parent?.id ?? '').sort();
  }

  it('one begins by itself in each workspace that has images, with two sweepers at once', async () => {
    const expected = await manyWorkspaces();

    await Promise.all([deployment().start(), deployment().start()]);

    expect(await startedIn()).toEqual(expected);
    expect(await backfill('w00')).toMatchObject({ created_by: 'deployment' });
    expect(await wasWritten()).toHaveProperty('completed_at');
  });

  it('the next sweep finishes what was cut off', async () => {
    const expected = await manyWorkspaces();
    await deployment().start();
    // As if it had ended after its first page, and in the middle of its second.
    await bench.db.doc(paths.deployment(CURRENT_BACKFILL)).set({ after: 'w18' });
    await bench.db.doc(paths.job('w22', runId(1))).delete();
    await bench.db.doc(paths.backfill('w22', CURRENT_BACKFILL)).delete();

    await deployment().start();

    expect(await startedIn()).toEqual(expected);
    expect(await wasWritten()).toHaveProperty('completed_at');
  });

  it('a sweep that is cut off in any workspace is gone on from there', async () => {
    const expected = await manyWorkspaces();
    let begun = 0;
    const dying = new DeploymentBackfill(bench.db, () => {
      begun += 1;
      if (begun > 2) throw new Error('out of time');
      return clock();
    });
    await expect(dying.start()).rejects.toThrow('out of time');
    expect(await wasWritten()).toEqual({ after: 'w03' });
    expect(await startedIn()).toEqual(expected.slice(0, 2));

    await deployment().start();

    expect(await startedIn()).toEqual(expected);
  });

  it('where all images are up to date, the backfill finds that there is nothing to do', async () => {
    await bench.images(3, UP_TO_DATE);
    await deployment().start();
    await bench.settle();
    expect(await backfill()).toMatchObject({
      findings: { missing: 0, done: 3 },
      processing_status: { image_backfill: { status: 'completed' } },
    });
    expect(await started()).toEqual([]);
  });

  it('that happens once: neither again nor in workspaces that come later', async () => {
    const expected = await manyWorkspaces();
    const first = deployment();
    await first.start();
    await bench.db.doc(paths.workspace('x')).set({ name: 'X', created_by: 'u', created_at: clock() });
    await bench.images(2, {}, 'x');
    await bench.images(2, {}, 'w00');
    const jobs = await startedIn();

    await Promise.all([first.start(), deployment().start()]);

    expect(await startedIn()).toEqual(jobs);
    expect(new Set(jobs)).toEqual(new Set(expected));
  });

  it('nothing begins where an owner has started one already; a preview alone is none', async () => {
    await bench.images(1);
    await bench.request('preview_backfill');
    await bench.administration().sweep();
    expect((await backfill()).created_by).toBe('deployment');

    await bench.settle();
    await bench.db.doc(paths.deployment(CURRENT_BACKFILL)).delete();
    await bench.images(1);
    await bench.administration().sweep();

    expect((await bench.jobs()).map(({ id }) => id)).not.toContain(runId(2));
  });
});
