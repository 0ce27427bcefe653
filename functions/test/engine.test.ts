/** The engine on a real (embedded) Firestore: what must hold when things happen at once, twice, or not at all. */
import { DocketError } from '@docket/model/errors';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhaseHandler } from '../src/engine/pipeline-module.ts';
import { ALL_PHASES, type Bench, COLLECTION, newJob, openBench, WORKSPACE } from './engine-bench.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ redispatchMs: 100, abandonDispatchMs: 300 });
});
afterEach(async () => await bench.close());

describe('a run', () => {
  it('goes through all phases in order and ends completed on job and subject', async () => {
    const id = await bench.run();
    expect(bench.begun).toEqual(ALL_PHASES);
    expect(await bench.job(id)).toMatchObject({ status: 'completed', open: false });
    expect(await bench.subject()).toMatchObject({
      processing_status: {
        document_processing: { status: 'completed', task_id: id, progress: { percentage: 100 } },
      },
    });
  });

  it('of which every task is delivered twice has one effect', async () => {
    let saves = 0;
    bench.phases.match_images = async ({ save }) => {
      saves++;
      const ref = bench.db.doc(paths.product(WORKSPACE, COLLECTION, 'd', 'p'));
      await save([{ ref, data: { name: 'Coat' } }]);
      return { results: 'r' };
    };
    bench.queue.deliveries = 2;
    const id = await bench.run();
    expect(bench.begun).toEqual(ALL_PHASES);
    expect(saves).toBe(1);
    expect((await bench.job(id)).attempts).toHaveLength(ALL_PHASES.length);
  });

  it('saves results of any size', async () => {
    bench.phases.match_images = async ({ save }) => {
      const ref = (index: number) => bench.db.doc(paths.product(WORKSPACE, COLLECTION, 'd', `p${index}`));
      const name = 'x'.repeat(60_000);
      await save(Array.from({ length: 250 }, (_, index) => ({ ref: ref(index), data: { name } })));
      return {};
    };
    const id = await bench.run();
    expect((await bench.job(id)).status).toBe('completed');
    const products = bench.db.collection(paths.products(WORKSPACE, COLLECTION, 'd'));
    expect((await products.count().get()).data().count).toBe(250);
  });

  it('publishes what a phase returns together with the end of that phase', async () => {
    bench.phases.generate_categories = async () => ({ categories: ['Coats'] });
    await bench.run();
    expect(await bench.subject()).toMatchObject({ categories: ['Coats'] });
  });
});

describe('20 simultaneous starts', () => {
  it('create one job, because they all create the same document', async () => {
    const starts = await Promise.allSettled(Array.from({ length: 20 }, async () => await bench.start(1)));
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('run once even as 20 different documents', async () => {
    const jobs = bench.db.collection(paths.jobs(WORKSPACE));
    const refs = await Promise.all(Array.from({ length: 20 }, async () => await jobs.add(newJob(1))));
    await Promise.all(
      refs.map(async (ref) => await bench.engine.jobCreated({ workspaceId: WORKSPACE, jobId: ref.id })),
    );
    await bench.queue.idle();
    expect(bench.begun).toEqual(ALL_PHASES);
    expect((await jobs.get()).size).toBe(1);
  });
});

describe('a failure', () => {
  it('that passes is retried without anybody asking', async () => {
    let tries = 0;
    bench.phases.filter_images = async () => {
      tries++;
      if (tries < 3) throw new Error('a hiccup');
      return {};
    };
    const id = await bench.run();
    expect(await bench.job(id)).toMatchObject({ status: 'completed' });
    expect(tries).toBe(3);
  });

  it('that stays is told with message, phase and details, and Retry resumes at its phase', async () => {
    bench.phases.generate_categories = async () => {
      throw new DocketError('file_corrupt', { file: 'a.pdf' }, 'bad xref');
    };
    const id = await bench.run();
    expect(await bench.subject()).toMatchObject({
      processing_status: {
        document_processing: {
          status: 'failed',
          error: { code: 'file_corrupt', phase: 'Generating categories', details: 'bad xref' },
        },
      },
    });
    bench.phases.generate_categories = async () => ({});
    bench.begun.length = 0;
    await bench.ask(id, 'retry');
    await bench.queue.idle();
    expect(bench.begun).toEqual(['generate_categories', 'extract_products', 'match_images']);
  });

  it('to record what a phase returned is a failure of that phase, not a lost worker', async () => {
    bench.phases.generate_categories = async () => ({ categories: ['x'.repeat(2_000_000)] });
    const id = await bench.run();
    const job = await bench.job(id);
    expect(job).toMatchObject({ status: 'failed', phase: 4, error: { code: 'internal' } });
    expect(job.attempts.filter(({ phase }) => phase === 4)).toHaveLength(3);
    expect(await bench.subject()).toMatchObject({ categories: ['before'] });
  });

  it('never shows a path of the machine it happened on', async () => {
    bench.phases.extract_text = async () => {
      throw new DocketError(
        'file_corrupt',
        {},
        "cannot open /srv/app/files/linesheet.pdf, '/workspace/index.js' or C:\\app\\index.js",
      );
    };
    const id = await bench.run();
    expect((await bench.job(id)).error?.details).toBe("cannot open …, '…' or …");
  });
});

describe('a phase that hangs and heeds no signal', () => {
  const hang: PhaseHandler = async () => await new Promise(() => {});

  beforeEach(async () => {
    await bench.close();
    bench = await openBench({ phaseTimeoutMs: 100, releaseGraceMs: 50 });
  });

  it('is given up when its time is over, and fails the run after the last attempt', async () => {
    bench.phases.extract_text = hang;
    const id = await bench.run();
    const { status, error, attempts } = await bench.job(id);
    expect({ status, code: error?.code }).toEqual({ status: 'failed', code: 'timed_out' });
    expect(attempts.filter(({ phase }) => phase === 2)).toHaveLength(3);
  });

  it('does not keep its worker when the run is cancelled', async () => {
    // Longer than it takes anywhere to cancel: what gives the worker free is the wish, not the time.
    await bench.close();
    bench = await openBench({ phaseTimeoutMs: 60_000, releaseGraceMs: 50 });
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    bench.phases.extract_text = async (context) => {
      begin();
      return await hang(context);
    };
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    const requests = bench.db.collection(paths.jobRequests(WORKSPACE));
    await requests.add({ job_id: id, action: 'cancel', by: 'u', at: new Date() });
    await bench.queue.idle();
    // It may still write: its data is removed once more when its lease is over.
    expect(await bench.job(id)).toMatchObject({
      status: 'cancelled',
      open: true,
      cleanup: { scope: 'partial' },
    });
  });
});
