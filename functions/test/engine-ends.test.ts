/** What follows from the end of a run on a real (embedded) Firestore: news, statistics, attention. */
import { DocketError } from '@docket/model/errors';
import { historyEnd } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { durationCount } from '@docket/model/duration-histogram';
import {
  mergeFigures,
  NO_FIGURES,
  pipelineAnalyticsSchema,
  type RunFigures,
} from '@docket/model/pipeline-analytics';
import { pipelineStatsSchema } from '@docket/model/pipeline-stats';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_PHASES, type Bench, COLLECTION, openBench, WORKSPACE } from './engine-bench.ts';
import { dying, endless, silent } from './engine-phases.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({});
});
afterEach(async () => await bench.close());

const fails = async () => await Promise.reject(new DocketError('file_corrupt'));

async function cancelledRun(): Promise<string> {
  const { handler, begun } = endless();
  bench.phases.filter_images = handler;
  const id = await bench.start(1);
  await bench.claim(id);
  await begun;
  await bench.ask(id, 'cancel');
  await bench.queue.idle();
  return id;
}

/** The statistics of document processing, without the durations themselves: how many there are, and the ends of all minutes. */
async function stats() {
  const snapshot = await bench.db.doc(paths.pipelineStat(WORKSPACE, 'document_processing')).get();
  const { run_ms, phase_ms, minutes, ...counts } = pipelineStatsSchema.parse(snapshot.data());
  const kept = Object.fromEntries(Object.entries(phase_ms).map(([key, times]) => [key, times.length]));
  const sum = (count: 'completed' | 'failed' | 'units') =>
    minutes.reduce((total, minute) => total + minute[count], 0);
  const ends = { completed: sum('completed'), failed: sum('failed'), units: sum('units') };
  return { ...counts, runs: run_ms.length, phases: kept, ends };
}

/** What the analytics have counted of document processing, as `stats` does. */
async function analytics() {
  const snapshot = await bench.db.doc(paths.pipelineAnalytics(WORKSPACE, 'document_processing')).get();
  const { days } = pipelineAnalyticsSchema.parse(snapshot.data());
  // Around midnight there are two.
  const { run_ms, phase_ms, ...counts } = days.reduce<RunFigures>(mergeFigures, NO_FIGURES);
  const phases = Object.fromEntries(
    Object.entries(phase_ms).map(([key, times]) => [key, durationCount(times)]),
  );
  return { ...counts, runs: durationCount(run_ms), phases };
}

describe('news of an end', () => {
  it('are told once for each end, also when every task comes twice', async () => {
    bench.queue.deliveries = 2;
    bench.phases.generate_categories = fails;
    const id = await bench.run();
    delete bench.phases.generate_categories;
    await bench.ask(id, 'retry');
    await bench.queue.idle();
    const [failed, completed, ...more] = bench.announced;
    expect(failed).toMatch(new RegExp(`^${id} failed \\d+$`, 'u'));
    expect(completed).toMatch(new RegExp(`^${id} completed \\d+$`, 'u'));
    expect(more).toEqual([]);
    expect(await bench.job(id)).toMatchObject({ announcement_due: false, open: false });
  });

  it('of a cancelled run are told after its data is removed', async () => {
    let cleanedBefore = -1;
    bench.announcer = { announce: async () => void (cleanedBefore = bench.cleaned.length) };
    const id = await cancelledRun();
    await bench.engine.sweep();
    expect(cleanedBefore).toBe(1);
    expect(await bench.job(id)).toMatchObject({ status: 'cancelled', open: false });
  });

  it('that could not be told do not spoil the run, and the sweeper tells them', async () => {
    const { announcer } = bench;
    bench.announcer = { announce: async () => await Promise.reject(new Error('no connection')) };
    const id = await bench.run();
    expect(await bench.job(id)).toMatchObject({ status: 'completed', announcement_due: true, open: true });
    expect((await bench.job(id)).attempts).toHaveLength(ALL_PHASES.length);
    bench.announcer = announcer;
    await bench.engine.sweep();
    await bench.engine.sweep();
    expect(bench.announced).toHaveLength(1);
    expect(await bench.job(id)).toMatchObject({ announcement_due: false, open: false });
  });

  it('are told again under the same number when the teller died before it could say so', async () => {
    const { announcer } = bench;
    bench.announcer = dying(announcer);
    await bench.run();
    bench.announcer = announcer;
    await bench.engine.sweep();
    expect(bench.announced).toHaveLength(2);
    expect(new Set(bench.announced).size).toBe(1);
  });
});

describe('the statistics', () => {
  it('are written with the end: each end once, each finished phase once', async () => {
    bench.phases.extract_text = fails;
    const id = await bench.run();
    expect(await stats()).toEqual({
      completed: 0,
      failed: 1,
      cancelled: 0,
      runs: 0,
      phases: { extract_images: 1 },
      ends: { completed: 0, failed: 1, units: 0 },
    });
    delete bench.phases.extract_text;
    await bench.ask(id, 'retry');
    await bench.queue.idle();
    await bench.run(2);
    expect(await stats()).toEqual({
      completed: 2,
      failed: 1,
      cancelled: 0,
      runs: 2,
      phases: Object.fromEntries(ALL_PHASES.map((phase) => [phase, 2])),
      ends: { completed: 2, failed: 1, units: 2 },
    });
  });

  it('count what people cancel', async () => {
    await cancelledRun();
    expect(await stats()).toMatchObject({ completed: 0, cancelled: 1 });
  });
});

describe('the analytics', () => {
  const everyPhase = (times: number) => Object.fromEntries(ALL_PHASES.map((phase) => [phase, times]));
  const [completed, runs, units] = [1, 1, 1];
  const once = { completed, failed: 0, cancelled: 0, units, runs, phases: everyPhase(1), causes: [] };

  it('count a run once, also when every task comes twice', async () => {
    bench.queue.deliveries = 2;
    await bench.run();
    expect(await analytics()).toEqual(once);
  });

  it('count a failure with its cause and phase, and the retry that completes', async () => {
    bench.phases.extract_text = fails;
    const id = await bench.run();
    const failure = { code: 'file_corrupt', phase: 'extract_text', runs: 1 };
    expect(await analytics()).toEqual({
      ...once,
      completed: 0,
      failed: 1,
      units: 0,
      runs: 0,
      phases: { extract_images: 1 },
      causes: [failure],
    });
    delete bench.phases.extract_text;
    await bench.ask(id, 'retry');
    await bench.queue.idle();
    expect(await analytics()).toEqual({ ...once, failed: 1, causes: [failure] });
  });

  it('count what was cancelled, and of its phases those that were done', async () => {
    await cancelledRun();
    expect(await analytics()).toEqual({
      ...once,
      completed: 0,
      cancelled: 1,
      units: 0,
      runs: 0,
      phases: { extract_images: 1, extract_text: 1 },
    });
  });

  it('count a run once whose worker was lost on the way', async () => {
    const { handler, begun } = silent(bench.db);
    bench.phases.extract_text = handler;
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    delete bench.phases.extract_text;
    await vi.waitFor(
      async () => {
        await bench.engine.sweep();
        expect((await bench.job(id)).status).toBe('completed');
      },
      { timeout: 10_000, interval: 50 },
    );
    expect(await analytics()).toEqual(once);
  });

  it('begin anew when their document was broken by hand, and keep no run from ending', async () => {
    await bench.db.doc(paths.pipelineAnalytics(WORKSPACE, 'document_processing')).set({ days: 'many' });
    await bench.run();
    expect(await analytics()).toEqual(once);
  });
});

describe('a failure', () => {
  it('needs attention until it is dismissed', async () => {
    bench.phases.extract_text = fails;
    const id = await bench.run();
    const [before, subject] = [await bench.job(id), await bench.subject()];
    expect(before.needs_attention).toBe(true);
    await bench.ask(id, 'dismiss');
    const after = await bench.job(id);
    expect(after).toEqual({
      ...before,
      updated_at: after.updated_at,
      needs_attention: false,
      expires_at: historyEnd(after),
    });
    expect(await bench.subject()).toEqual(subject);
  });

  it('needs attention until another run is started, also one that is cancelled at once', async () => {
    bench.phases.extract_text = fails;
    const first = await bench.run();
    const second = await bench.start(2);
    await bench.ask(second, 'cancel');
    expect((await bench.job(first)).needs_attention).toBe(false);
    const third = await bench.run(3);
    expect((await bench.job(third)).needs_attention).toBe(true);
    await bench.run(4);
    const settled = await bench.job(third);
    expect(settled.needs_attention).toBe(false);
    expect(settled.expires_at).toEqual(historyEnd(settled));
    expect(settled.expires_at).not.toBeNull();
  });

  it('needs no attention when its collection is deleted', async () => {
    bench.phases.extract_text = fails;
    const id = await bench.run();
    await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).delete();
    await bench.engine.subjectDeleted(WORKSPACE, COLLECTION);
    expect((await bench.job(id)).needs_attention).toBe(false);
  });
});
