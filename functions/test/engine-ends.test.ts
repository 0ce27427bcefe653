/** What follows from the end of a run on a real (embedded) Firestore: news, statistics, attention. */
import { DocketError } from '@docket/model/errors';
import { paths } from '@docket/model/paths';
import { pipelineStatsSchema } from '@docket/model/pipeline-stats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_PHASES, type Bench, COLLECTION, openBench, WORKSPACE } from './engine-bench.ts';
import { dying, endless } from './engine-phases.ts';

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

describe('a failure', () => {
  it('needs attention until it is dismissed', async () => {
    bench.phases.extract_text = fails;
    const id = await bench.run();
    const [before, subject] = [await bench.job(id), await bench.subject()];
    expect(before.needs_attention).toBe(true);
    await bench.ask(id, 'dismiss');
    const after = await bench.job(id);
    expect(after).toEqual({ ...before, updated_at: after.updated_at, needs_attention: false });
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
    expect((await bench.job(third)).needs_attention).toBe(false);
  });

  it('needs no attention when its collection is deleted', async () => {
    bench.phases.extract_text = fails;
    const id = await bench.run();
    await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).delete();
    await bench.engine.subjectDeleted(WORKSPACE, COLLECTION);
    expect((await bench.job(id)).needs_attention).toBe(false);
  });
});
