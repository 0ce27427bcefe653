/** Services that do not answer, on a real (embedded) Firestore: breakers, and the runs that wait for them. */
import { DocketError } from '@docket/model/errors';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Breakers } from '../src/engine/breaker/breakers.ts';
import type { PhaseHandler } from '../src/engine/pipeline-module.ts';
import { readSettings } from '../src/engine/settings.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import {
  breakerOf,
  createBatch,
  HOST,
  imageModules,
  type ImageWork,
  openBreaker,
  usageOf,
} from './image-runs.ts';

let bench: Bench;
let work: ImageWork;
/** The host that images come from. */
let host: { calls: number; answer: () => Promise<void> };

const refuse = async () =>
  await Promise.reject(new DocketError('host_unavailable', { service: HOST.name }, 'refused'));
const answer = async () => {};

/** Fetches every image; one that the host does not hand out is left. */
const fetchAll: PhaseHandler = async ({ call, job }) => {
  for (const _ of job.input.image_ids ?? []) {
    try {
      await call(HOST, async () => {
        host.calls++;
        await host.answer();
      });
    } catch (error) {
      if (!(error instanceof DocketError)) throw error;
    }
  }
  return {};
};

const SHORT = { breakerCooldownMs: 200, breakerProbeMs: 400 };

beforeEach(async () => {
  host = { calls: 0, answer };
  work = { derive: fetchAll, clean: async () => {} };
  bench = await openBench(SHORT, () => imageModules(work));
});
afterEach(async () => await bench.close());

async function begin(batch: string, count = 1): Promise<string> {
  const id = await createBatch(bench.db, batch, count);
  await bench.claim(id);
  return id;
}

async function becomes(id: string, expected: object): Promise<void> {
  await vi.waitFor(async () => expect(await bench.job(id)).toMatchObject(expected), {
    timeout: 10_000,
    interval: 20,
  });
}

describe('a service that does not answer', () => {
  it('is left alone after five failures; runs wait for it, say so, and go on when it answers again', async () => {
    host.answer = refuse;
    const id = await begin('a', 7);
    await becomes(id, { status: 'processing', activity: { kind: 'waiting', service: HOST.name } });
    expect(host.calls).toBeLessThan(7);
    expect(await breakerOf(bench.db)).toMatchObject({ service: HOST, last_error: 'refused' });
    const batch = (await bench.db.doc(paths.imageBatch(WORKSPACE, 'a')).get()).data();
    expect(batch).toMatchObject({
      processing_status: { image_processing: { activity: { kind: 'waiting', service: HOST.name } } },
    });
    const other = await begin('b');
    await becomes(other, { activity: { kind: 'waiting' } });
    host.answer = answer;
    await becomes(id, { status: 'completed', waiting_since: null });
    await becomes(other, { status: 'completed' });
    expect(await breakerOf(bench.db)).toBeUndefined();
    const { attempts } = await bench.job(id);
    expect(attempts.map(({ attempt, outcome }) => `${attempt} ${outcome}`)).toEqual([
      '1 waited',
      '1 succeeded',
    ]);
  });

  it('is left alone for longer each time that it does not answer whoever tries', async () => {
    host.answer = refuse;
    const id = await begin('a', 5);
    await vi.waitFor(
      async () => expect((await breakerOf(bench.db))?.openings).toBeGreaterThanOrEqual(3),
      5_000,
    );
    expect((await bench.job(id)).status).toBe('processing');
    // Five failures have opened it, each further opening has taken one call.
    expect(host.calls).toBeLessThanOrEqual(4 + ((await breakerOf(bench.db))?.openings ?? 0) + 1);
    host.answer = answer;
    await becomes(id, { status: 'completed' });
  });

  it('fails a run that has waited for it for too long, and Retry starts anew', async () => {
    await bench.close();
    bench = await openBench({ ...SHORT, serviceWaitMs: 500 }, () => imageModules(work));
    host.answer = refuse;
    const id = await begin('a', 5);
    await becomes(id, { status: 'failed', error: { code: 'service_unavailable' }, needs_attention: true });
    host.answer = answer;
    await bench.ask(id, 'retry');
    await becomes(id, { status: 'completed' });
    expect((await bench.job(id)).needs_attention).toBe(false);
  });

  it('does not keep a run from being paused, resumed and cancelled', async () => {
    host.answer = refuse;
    const id = await begin('a', 5);
    await becomes(id, { activity: { kind: 'waiting' } });
    await vi.waitFor(async () => {
      await bench.ask(id, 'pause');
      expect((await bench.job(id)).status).toBe('paused');
    });
    await bench.ask(id, 'resume');
    await becomes(id, { activity: { kind: 'waiting' } });
    await bench.ask(id, 'cancel');
    await becomes(id, { status: 'cancelled', open: false });
  });
});

describe('an answer that says no', () => {
  it('is an answer: the service lives', async () => {
    await openBreaker(bench.db, 0);
    host.answer = async () => await Promise.reject(new DocketError('url_not_found'));
    await becomes(await begin('a'), { status: 'completed' });
    expect(await breakerOf(bench.db)).toBeUndefined();
  });
});

describe('whoever tries whether a service answers again', () => {
  it('is one, of any number of workers that would', async () => {
    await openBreaker(bench.db, 0);
    const workers = Array.from(
      { length: 10 },
      () =>
        new Breakers(bench.db, { ...readSettings({}), ...SHORT, breakerProbeMs: 60_000 }, () => new Date()),
    );
    const admissions = await Promise.all(workers.map(async (worker) => await worker.ask(WORKSPACE, HOST)));
    expect(admissions.map(({ type }) => type).toSorted()).toEqual([
      'probe',
      ...Array.from({ length: 9 }, () => 'wait'),
    ]);
  });

  it('is one of two runs; the other one waits and goes on as soon as it is known', async () => {
    await bench.close();
    bench = await openBench({ ...SHORT, breakerProbeMs: 60_000 }, () => imageModules(work));
    await openBreaker(bench.db, 0);
    const { promise, resolve } = Promise.withResolvers<void>();
    host.answer = async () => await promise;
    const engines = [bench.engine, bench.anotherEngine()];
    bench.queue.deliver = async (task) => await engines[task.job_id.startsWith('a') ? 0 : 1]?.runPhase(task);
    const ids = await Promise.all([begin('a'), begin('b')]);
    await vi.waitFor(async () => {
      const kinds = await Promise.all(ids.map(async (id) => (await bench.job(id)).activity.kind));
      expect(kinds.toSorted()).toEqual(['waiting', 'working']);
    }, 5_000);
    expect(host.calls).toBe(1);
    resolve();
    for (const id of ids) await becomes(id, { status: 'completed' });
    expect(host.calls).toBe(2);
  });

  it('is one within a phase as well, whose other calls wait for what comes of it', async () => {
    await openBreaker(bench.db, 0);
    let during = 0;
    host.answer = async () => {
      if (host.calls > 1) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
      during = host.calls;
    };
    work.derive = async (context) => {
      await Promise.all(Array.from({ length: 6 }, async () => await fetchAll(context)));
      return {};
    };
    await becomes(await begin('a'), { status: 'completed' });
    expect({ during, calls: host.calls }).toEqual({ during: 1, calls: 6 });
    expect((await bench.job('a-image_processing-1')).attempts).toMatchObject([{ outcome: 'succeeded' }]);
  });

  it('may die: another one tries after a while', async () => {
    await openBreaker(bench.db, 0);
    const id = await createBatch(bench.db, 'a');
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    host.answer = async () => {
      await bench.db.doc(paths.job(WORKSPACE, id)).update({ 'execution.expires_at': new Date(0) });
      resolve();
      await new Promise(() => {});
    };
    await bench.claim(id);
    await begun;
    host.answer = answer;
    const survivor = bench.anotherEngine();
    bench.queue.deliver = async (task) => await survivor.runPhase(task);
    await vi.waitFor(
      async () => {
        await survivor.sweep();
        expect((await bench.job(id)).status).toBe('completed');
      },
      { timeout: 5_000, interval: 50 },
    );
    expect(host.calls).toBe(2);
  });
});

describe('a run that waits', () => {
  it('is found by the sweeper when its worker dies before the next task is enqueued', async () => {
    await openBreaker(bench.db, 500);
    const id = await createBatch(bench.db, 'a');
    work.derive = async (context) => {
      bench.queue.open = false;
      return await fetchAll(context);
    };
    await bench.claim(id);
    await becomes(id, { activity: { kind: 'waiting' }, attempt: 0 });
    work.derive = fetchAll;
    bench.queue.open = true;
    await vi.waitFor(
      async () => {
        await bench.engine.sweep();
        expect((await bench.job(id)).status).toBe('completed');
      },
      { timeout: 5_000, interval: 50 },
    );
  });
});

describe('a service that answers', () => {
  it('costs one read every few seconds, however often it is called, and no write', async () => {
    host.answer = refuse;
    await becomes(await begin('before'), { status: 'completed' });
    host = { calls: 0, answer };
    const id = await createBatch(bench.db, 'a', 50);
    const usage = await usageOf(async () => {
      await bench.claim(id);
      await bench.queue.idle();
    });
    expect(host.calls).toBe(50);
    expect(usage.writes['breakers']).toBeUndefined();
    expect([1, 2, 3]).toContain(usage.reads['breakers']);
    expect(await breakerOf(bench.db)).toMatchObject({ state: 'closed', failures: [expect.any(Date)] });
  });
});
