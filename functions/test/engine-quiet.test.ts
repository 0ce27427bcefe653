/** Runs of which nobody is told, on a real (embedded) Firestore: what they cost, and what they owe when they fail. */
import { DocketError } from '@docket/model/errors';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { createBatch, imageModules, type ImageWork, usageOf } from './image-runs.ts';

let bench: Bench;
let work: ImageWork;
/** Job and scope of everything that was cleaned. */
let cleaned: string[];

const clean: ImageWork['clean'] = async (id, scope) => void cleaned.push(`${id} ${scope}`);

beforeEach(async () => {
  cleaned = [];
  work = { derive: async () => ({}), clean };
  bench = await openBench({}, () => imageModules(work));
});
afterEach(async () => await bench.close());

async function runBatch(): Promise<string> {
  const id = await createBatch(bench.db, 'a');
  await bench.claim(id);
  await bench.queue.idle();
  return id;
}

describe('a quiet run', () => {
  it('costs ten writes of documents from its start to its end, however many images it has', async () => {
    let id = '';
    const { writes } = await usageOf(async () => void (id = await runBatch()));
    // Created by the client: batch and job. Claim, delivery and end: batch and job. At the end: statistics and
    // analytics.
    expect(writes).toEqual({ analytics: 1, image_batches: 4, jobs: 4, pipeline_stats: 1 });
    expect(await bench.job(id)).toMatchObject({ status: 'completed', open: false });
    expect(bench.announced).toEqual([]);
    expect(cleaned).toEqual([]);
  });

  it('that has failed tells its records, once, and is listed until somebody deals with it', async () => {
    work.derive = async () => await Promise.reject(new DocketError('file_corrupt'));
    const id = await runBatch();
    expect(cleaned).toEqual([`${id} abandoned`]);
    expect(bench.announced).toEqual([]);
    expect(await bench.job(id)).toMatchObject({ status: 'failed', open: false, needs_attention: true });
  });

  it('that could not tell its records has the sweeper tell them', async () => {
    work.derive = async () => await Promise.reject(new DocketError('file_corrupt'));
    work.clean = async () => await Promise.reject(new Error('no connection'));
    const id = await runBatch();
    expect(await bench.job(id)).toMatchObject({
      status: 'failed',
      open: true,
      cleanup: { scope: 'abandoned' },
    });
    work.clean = clean;
    await bench.engine.sweep();
    expect(cleaned).toEqual([`${id} abandoned`]);
    expect(await bench.job(id)).toMatchObject({ status: 'failed', open: false, cleanup: null });
  });

  it('that is retried tells its records nothing', async () => {
    work.derive = async () => await Promise.reject(new DocketError('file_corrupt'));
    const id = await runBatch();
    await bench.db.doc(paths.job(WORKSPACE, id)).update({
      open: true,
      cleanup: { scope: 'abandoned', not_before: new Date() },
    });
    cleaned.length = 0;
    work.derive = async () => ({});
    await bench.ask(id, 'retry');
    await bench.engine.sweep();
    await bench.queue.idle();
    expect(await bench.job(id)).toMatchObject({ status: 'completed', open: false, needs_attention: false });
    expect(cleaned).toEqual([]);
  });
});
