/** The sweeper on a real (embedded) Firestore: what was lost is found. */
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_PHASES, type Bench, newJob, openBench, WORKSPACE } from './engine-bench.ts';
import { silent } from './engine-phases.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ redispatchMs: 100, abandonDispatchMs: 300 });
});
afterEach(async () => await bench.close());

describe('the sweeper', () => {
  it('gets round to every job, however many others wait', async () => {
    const leased = { state: 'leased', fence: 1, holder: 'w', expires_at: new Date('2999-01-01') };
    const writer = bench.db.bulkWriter();
    for (let index = 0; index < 600; index++) {
      const ref = bench.db.doc(paths.job(WORKSPACE, `a-${index}`));
      void writer.create(ref, { ...newJob(1), status: 'processing', execution: leased });
    }
    await writer.close();
    const id = await bench.start(1);
    await bench.engine.sweep();
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
  });

  it('claims a start whose event was lost', async () => {
    const id = await bench.start(1);
    await bench.engine.sweep();
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('completed');
  });

  it('deals with a request whose event was lost', async () => {
    bench.queue.open = false;
    const id = await bench.run();
    await bench.db
      .collection(paths.jobRequests(WORKSPACE))
      .add({ job_id: id, action: 'cancel', by: 'u', at: new Date() });
    await bench.engine.sweep();
    expect((await bench.job(id)).status).toBe('cancelled');
    expect((await bench.db.collection(paths.jobRequests(WORKSPACE)).get()).size).toBe(0);
  });

  it('dispatches again what the queue has lost', async () => {
    bench.queue.open = false;
    const id = await bench.run();
    bench.queue.open = true;
    await vi.waitFor(async () => {
      await bench.engine.sweep();
      await bench.queue.idle();
      expect((await bench.job(id)).status).toBe('completed');
    });
  });

  it('resumes at its phase when a worker dies, in each phase in turn, with the same result', async () => {
    for (const [index, dying] of ALL_PHASES.entries()) {
      bench.begun.length = 0;
      const { handler, begun } = silent(bench.db);
      bench.phases[dying] = handler;
      const id = await bench.start(index + 1);
      await bench.claim(id);
      await begun;
      bench.phases[dying] = async () => ({});
      const survivor = bench.anotherEngine();
      bench.queue.deliver = async (task) => await survivor.runPhase(task);
      await vi.waitFor(
        async () => {
          await survivor.sweep();
          expect((await bench.job(id)).status).toBe('completed');
        },
        { timeout: 5_000, interval: 50 },
      );
      expect(bench.begun).toEqual(
        ALL_PHASES.flatMap((phase) => (phase === dying ? [phase, phase] : [phase])),
      );
    }
  });
});
