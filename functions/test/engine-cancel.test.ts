/** Cancelling on a real (embedded) Firestore, at any moment and whatever the worker does. */
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, COLLECTION, openBench, WORKSPACE } from './engine-bench.ts';
import { endless } from './engine-phases.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ redispatchMs: 100, abandonDispatchMs: 300 });
});
afterEach(async () => await bench.close());

describe('a cancel', () => {
  it('stops the running phase, removes partial data, puts the subject back and allows a new start', async () => {
    const { handler, begun } = endless();
    bench.phases.generate_categories = async () => ({ categories: ['during'], found: 'new' });
    bench.phases.extract_products = handler;
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    const asked = Date.now();
    await bench.ask(id, 'cancel');
    await bench.queue.idle();
    await vi.waitFor(async () => expect((await bench.job(id)).status).toBe('cancelled'));
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(bench.cleaned).toMatchObject([{ scope: 'partial', run: { jobId: id } }]);
    expect(await bench.subject()).toMatchObject({
      categories: ['before'],
      processing_status: { document_processing: { status: 'cancelled' } },
    });
    expect(await bench.subject()).not.toHaveProperty('found');
    delete bench.phases.extract_products;
    expect((await bench.job(await bench.run(2))).status).toBe('completed');
  });

  it('is obeyed by the worker itself when the function for requests has not started yet', async () => {
    const { handler, begun } = endless();
    bench.phases.filter_images = handler;
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    const requests = bench.db.collection(paths.jobRequests(WORKSPACE));
    await requests.add({ job_id: id, action: 'cancel', by: 'u', at: new Date() });
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('cancelled');
  });

  it('does not wait for a worker that hangs, and refuses what it writes later', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: awake, resolve: wake } = Promise.withResolvers<void>();
    const { promise: refused, resolve: refuse } = Promise.withResolvers<unknown>();
    bench.phases.match_images = async ({ save }) => {
      begin();
      await awake;
      const ref = bench.db.doc(paths.product(WORKSPACE, COLLECTION, 'd', 'late'));
      await save([{ ref, data: {} }]).catch(refuse);
      return {};
    };
    const id = await bench.start(1);
    await bench.claim(id);
    await begun;
    await bench.ask(id, 'cancel');
    await vi.waitFor(async () => expect((await bench.job(id)).status).toBe('cancelled'), 2_000);
    wake();
    expect(await refused).toMatchObject({ name: 'LeaseLostError' });
    await bench.queue.idle();
    expect((await bench.job(id)).status).toBe('cancelled');
  });

  it('of a run that has not been claimed yet leaves no trace of work', async () => {
    const id = await bench.start(1);
    await bench.ask(id, 'cancel');
    await bench.claim(id);
    await bench.queue.idle();
    expect(bench.begun).toEqual([]);
    expect((await bench.job(id)).status).toBe('cancelled');
  });
});
