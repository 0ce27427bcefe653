/** Pausing and resuming on a real (embedded) Firestore, and starting at a later phase. */
import { jobRequestSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_PHASES, type Bench, COLLECTION, openBench, WORKSPACE } from './engine-bench.ts';
import { endless, silent, waiting } from './engine-phases.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ redispatchMs: 100, abandonDispatchMs: 300 });
});
afterEach(async () => await bench.close());

/** Starts a run and asks for a pause in the middle of `filter_images`; `go` lets that phase end. */
async function pausingRun(): Promise<{ id: string; go: () => void }> {
  const { handler, begun, go } = waiting();
  bench.phases.filter_images = handler;
  const id = await bench.start(1);
  await bench.claim(id);
  await begun;
  await bench.ask(id, 'pause');
  return { id, go };
}

/** The same, when the pause has taken effect. */
async function pausedRun(): Promise<string> {
  const { id, go } = await pausingRun();
  go();
  await bench.queue.idle();
  return id;
}

describe('a pause', () => {
  it('in the middle of a phase is shown at once, lets the phase end, and starts no other', async () => {
    const { id, go } = await pausingRun();
    expect(await bench.subject()).toMatchObject({
      processing_status: { document_processing: { status: 'processing', activity: { kind: 'pausing' } } },
    });
    go();
    await bench.queue.idle();
    expect(await bench.job(id)).toMatchObject({ status: 'paused', phase: 4, open: true });
    expect(bench.begun).toEqual(['extract_images', 'extract_text', 'filter_images']);
    expect(await bench.subject()).toMatchObject({
      processing_status: {
        document_processing: { status: 'paused', current_phase: 'Generating categories' },
      },
    });
  });

  it('outlasts sweeps and late tasks, and goes on where it was when it is resumed', async () => {
    bench.queue.deliveries = 2;
    const id = await pausedRun();
    const before = await bench.job(id);
    for (let sweep = 0; sweep < 3; sweep++) await bench.engine.sweep();
    await bench.queue.idle();
    expect(await bench.job(id)).toEqual(before);
    await bench.ask(id, 'resume');
    await bench.queue.idle();
    expect(await bench.job(id)).toMatchObject({ status: 'completed', paused_at: null });
    expect(bench.begun).toEqual(ALL_PHASES);
  });

  it('before the run is claimed keeps it from starting until it is resumed', async () => {
    const id = await bench.start(1);
    await bench.ask(id, 'pause');
    await bench.claim(id);
    await bench.queue.idle();
    expect(bench.begun).toEqual([]);
    await bench.ask(id, 'resume');
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
  });

  it('can be cancelled: partial data is removed, the subject put back, and a new run can start', async () => {
    bench.phases.extract_text = async () => ({ categories: ['during'] });
    const id = await pausedRun();
    const asked = Date.now();
    await bench.ask(id, 'cancel');
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(await bench.job(id)).toMatchObject({ status: 'cancelled', open: false });
    expect(bench.cleaned).toMatchObject([{ scope: 'partial', run: { jobId: id } }]);
    expect(await bench.subject()).toMatchObject({ categories: ['before'] });
    expect((await bench.job(await bench.run(2))).status).toBe('completed');
  });

  it('takes effect when the worker dies that was to finish its phase', async () => {
    const { handler, begun } = silent(bench.db);
    bench.phases.filter_images = handler;
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    await bench.ask(id, 'pause');
    const survivor = bench.anotherEngine();
    await vi.waitFor(async () => {
      await survivor.sweep();
      expect(await bench.job(id)).toMatchObject({ status: 'paused', phase: 3 });
    });
    expect((await bench.job(id)).attempts.at(-1)).toMatchObject({ phase: 3, outcome: 'lost' });
    bench.phases.filter_images = async () => ({});
    bench.queue.deliver = async (task) => await survivor.runPhase(task);
    await bench.ask(id, 'resume');
    await vi.waitFor(async () => expect((await bench.job(id)).status).toBe('completed'), 5_000);
  });

  it('that is taken back in time changes nothing', async () => {
    const { id, go } = await pausingRun();
    await bench.ask(id, 'resume');
    go();
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
  });

  it('ends when the collection is deleted, also if nobody is told but the sweeper', async () => {
    const id = await pausedRun();
    await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).delete();
    await bench.engine.sweep();
    expect(await bench.job(id)).toMatchObject({ status: 'failed', open: false, needs_attention: false });
    expect(bench.announced).toEqual([]);
  });
});

describe('a run that is paused, fails, is retried and cancelled', () => {
  it('keeps all its attempts with their times and errors', async () => {
    const id = await pausedRun();
    bench.phases.generate_categories = async () => await Promise.reject(new Error('a hiccup'));
    await bench.ask(id, 'resume');
    await bench.queue.idle();
    expect(await bench.job(id)).toMatchObject({ status: 'failed', needs_attention: true });
    const { handler, begun } = endless();
    bench.phases.generate_categories = handler;
    await bench.ask(id, 'retry');
    await begun;
    await bench.ask(id, 'cancel');
    await bench.queue.idle();
    await vi.waitFor(async () => expect((await bench.job(id)).status).toBe('cancelled'));
    const { attempts, needs_attention } = await bench.job(id);
    expect(needs_attention).toBe(false);
    expect(attempts.map(({ phase, attempt, outcome }) => `${phase}.${attempt} ${outcome}`)).toEqual([
      '1.1 succeeded',
      '2.1 succeeded',
      '3.1 succeeded',
      '4.1 failed',
      '4.2 failed',
      '4.3 failed',
      '4.1 cancelled',
    ]);
    expect(attempts[4]).toMatchObject({ error: { code: 'internal', details: 'a hiccup' } });
    expect(attempts.every(({ started_at, ended_at }) => ended_at !== null && ended_at >= started_at)).toBe(
      true,
    );
  });
});

describe('a start at a later phase', () => {
  it('runs the later phases only', async () => {
    const id = await bench.start(1, { pipeline: 'item_generation', from_phase: 3 });
    await bench.claim(id);
    await bench.queue.idle();
    const { status, attempts } = await bench.job(id);
    expect({ status, phases: attempts.map(({ phase }) => phase) }).toEqual({
      status: 'completed',
      phases: [3, 4, 5, 6, 7],
    });
  });

  it('where none is allowed is no start', async () => {
    const id = await bench.start(1, { pipeline: 'deck_generation', from_phase: 2 });
    await bench.claim(id);
    expect((await bench.db.doc(paths.job(WORKSPACE, id)).get()).exists).toBe(false);
  });
});

describe('requests that nobody could have made', () => {
  it('are removed without effect', async () => {
    const id = await bench.run();
    for (const action of jobRequestSchema.shape.action.options) await bench.ask(id, action);
    expect((await bench.job(id)).status).toBe('completed');
    expect((await bench.db.collection(paths.jobRequests(WORKSPACE)).get()).size).toBe(0);
  });
});
