/** A queue that an administrator pauses, on a real (embedded) Firestore. */
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_PHASES, type Bench, newJob, openBench, WORKSPACE } from './engine-bench.ts';
import { waiting } from './engine-phases.ts';
import { createBatch, usageOf } from './image-runs.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ redispatchMs: 100, abandonDispatchMs: 300 });
});
afterEach(async () => await bench.close());

/** Writes the settings as an owner does, and tells the engine as the trigger does. */
async function setPaused(paused: boolean): Promise<void> {
  await bench.db.doc(paths.queueSettings(WORKSPACE)).set({ paused, by: 'u', at: new Date() });
  await bench.engine.queueChanged(WORKSPACE);
}

async function heldRun(): Promise<string> {
  await setPaused(true);
  return await bench.run();
}

describe('a queue that is paused', () => {
  it('holds a run before its first phase, and says so', async () => {
    const id = await heldRun();
    expect(bench.begun).toEqual([]);
    expect(await bench.job(id)).toMatchObject({ status: 'queued', attempt: 0, attempts: [], open: true });
    expect(await bench.subject()).toMatchObject({
      processing_status: { document_processing: { status: 'queued', activity: { kind: 'held' } } },
    });
  });

  it('lets what runs finish its phase, and begins no other', async () => {
    const { handler, begun, go } = waiting();
    bench.phases.filter_images = handler;
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    await setPaused(true);
    go();
    await bench.queue.idle();
    expect(bench.begun).toEqual(['extract_images', 'extract_text', 'filter_images']);
    expect(await bench.job(id)).toMatchObject({ status: 'processing', phase: 4, activity: { kind: 'held' } });
    await setPaused(false);
    await bench.queue.idle();
    expect(await bench.job(id)).toMatchObject({ status: 'completed' });
    expect(bench.begun).toEqual(ALL_PHASES);
  });

  it('is resumed at once for every run, also when every task comes twice and the sweeper is at it too', async () => {
    bench.queue.deliveries = 2;
    const id = await heldRun();
    await bench.db.doc(paths.queueSettings(WORKSPACE)).update({ paused: false });
    await Promise.all([bench.engine.queueChanged(WORKSPACE), bench.anotherEngine().sweep()]);
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
    expect(bench.begun).toEqual(ALL_PHASES);
  });

  it.each(['word of it', 'sweeper'])(
    'lets many runs go on a few at a time, and each, by the %s',
    async (by) => {
      await setPaused(true);
      const held = Array.from({ length: 25 }, (_, index) => `held-${index}`);
      const jobs: string[] = [];
      for (const batch of held) {
        const id = await createBatch(bench.db, batch);
        await bench.claim(id);
        jobs.push(id);
      }
      await bench.queue.idle();
      await bench.db.doc(paths.queueSettings(WORKSPACE)).update({ paused: false });
      const enqueue = bench.queue.enqueue.bind(bench.queue);
      let [now, most] = [0, 0];
      bench.queue.enqueue = async (...task) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 20));
        now -= 1;
        await enqueue(...task);
      };
      await (by === 'sweeper' ? bench.engine.sweep() : bench.engine.queueChanged(WORKSPACE));
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(10);
      await bench.queue.idle();
      for (const id of jobs) expect((await bench.job(id)).status).toBe('completed');
    },
  );

  it('is resumed by the sweeper when the word of it was lost', async () => {
    const id = await heldRun();
    await bench.db.doc(paths.queueSettings(WORKSPACE)).delete();
    await bench.engine.sweep();
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
  });

  it('loses nothing when a worker dies before the task of a resumed run is enqueued', async () => {
    const id = await heldRun();
    bench.queue.open = false;
    await setPaused(false);
    bench.queue.open = true;
    await vi.waitFor(async () => {
      await bench.engine.sweep();
      await bench.queue.idle();
      expect((await bench.job(id)).status).toBe('completed');
    }, 5_000);
  });

  it('is that of one workspace', async () => {
    await setPaused(true);
    await bench.db.doc(paths.collection('other', 'c')).set({ name: 'C' });
    const ref = bench.db.doc(paths.job('other', 'c-document_processing-1'));
    await ref.create(newJob(1));
    await bench.engine.jobCreated({ workspaceId: 'other', jobId: ref.id });
    await bench.queue.idle();
    expect((await ref.get()).get('status')).toBe('completed');
  });
});

describe('a held run', () => {
  it('is passed over by sweeps while the queue is paused: nothing is written', async () => {
    const id = await heldRun();
    const before = await bench.job(id);
    const { writes } = await usageOf(async () => {
      for (let sweep = 0; sweep < 3; sweep++) await bench.engine.sweep();
    });
    expect(writes).toEqual({});
    expect(await bench.job(id)).toEqual(before);
  });

  it('can be cancelled', async () => {
    const id = await heldRun();
    await bench.ask(id, 'cancel');
    expect(await bench.job(id)).toMatchObject({ status: 'cancelled', open: false });
    await setPaused(false);
    await bench.queue.idle();
    expect(bench.begun).toEqual([]);
  });

  it('can be paused, and stays so when the queue is resumed', async () => {
    const id = await heldRun();
    await bench.ask(id, 'pause');
    await setPaused(false);
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('paused');
    await bench.ask(id, 'resume');
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
  });
});
