/** "Retry all failed" on a real (embedded) Firestore. */
import { DocketError } from '@docket/model/errors';
import { imageSchema } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AdminBench,
  failedBatch,
  failedWith,
  onceEach,
  openAdminBench,
  timesOf,
} from './admin-bench.ts';
import { WORKSPACE } from './engine-bench.ts';

let bench: AdminBench;

beforeEach(async () => {
  bench = await openAdminBench();
});

afterEach(async () => {
  await bench.close();
});

/** What is under way or done because of the request. */
const retried = async () => (await bench.batches()).filter(({ source }) => source === 'retry');

/** A run on the collection that has failed for good. */
async function failedRun(): Promise<string> {
  bench.phases.extract_text = async () => {
    throw new DocketError('file_corrupt');
  };
  const id = await bench.run();
  delete bench.phases.extract_text;
  return id;
}

describe('retrying all that failed', () => {
  it('makes one batch of 50 failed images, which are queued at once', async () => {
    const ids = await bench.images(50, failedWith('timed_out'));

    await bench.request('retry_all_failed');

    expect(await retried()).toMatchObject([{ image_count: 50, created_by: 'owner', backfill_id: null }]);
    expect(await bench.image(ids[7] ?? '')).toMatchObject({
      processing_status: 'queued',
      thumbnail_status: 'completed',
      variant_status: 'pending',
      processing_error: null,
    });
    await bench.settle();
    const { docs } = await bench.db.collection(paths.images(WORKSPACE)).get();
    expect(docs.map((image) => imageSchema.parse(image.data()).processing_status)).toEqual(
      ids.map(() => 'completed'),
    );
  });

  it('retries failed runs where they failed, and no image twice that belongs to one', async () => {
    const [covered, alone] = [
      await bench.images(60, failedWith('worker_lost')),
      await bench.images(50, failedWith('timed_out')),
    ];
    const batches = [
      await failedBatch(bench.db, 'b1', covered.slice(0, 30), 'worker_lost'),
      await failedBatch(bench.db, 'b2', covered.slice(30), 'worker_lost'),
    ];
    const run = await failedRun();

    await bench.request('retry_all_failed');
    expect(await retried()).toMatchObject([{ image_count: 50 }]);
    await bench.settle();

    for (const id of [...batches, run]) expect((await bench.job(id)).status).toBe('completed');
    expect(timesOf(await bench.jobs())).toEqual(onceEach([...covered, ...alone]));
    expect(bench.begun.filter((phase) => phase === 'extract_images')).toHaveLength(1);
  });

  it('passes over what has failed with another cause', async () => {
    const [slow, broken] = [
      await bench.images(3, failedWith('timed_out')),
      await bench.images(3, failedWith('file_corrupt')),
    ];
    const lost = await failedBatch(bench.db, 'b1', broken, 'worker_lost');
    const run = await failedRun();

    await bench.request('retry_all_failed', { cause: 'file_corrupt' });
    await bench.settle();

    expect((await bench.job(run)).status).toBe('completed');
    expect((await bench.job(lost)).status).toBe('failed');
    for (const id of slow) expect((await bench.image(id)).processing_status).toBe('failed');
    for (const id of broken) expect((await bench.image(id)).processing_status).toBe('completed');
  });

  it('passes over a run that another one has followed', async () => {
    const first = await failedRun();
    await bench.run(2);
    await bench.db.doc(paths.job(WORKSPACE, first)).update({ needs_attention: true });

    await bench.request('retry_all_failed');
    await bench.settle();

    expect((await bench.job(first)).status).toBe('failed');
    expect((await bench.subject())?.['processing_status'].document_processing.status).toBe('completed');
  });

  it('fetches images first that have no original yet', async () => {
    await bench.images(2, { ...failedWith('host_unavailable'), storage_path: null });
    await bench.images(2, failedWith('timed_out'));

    await bench.request('retry_all_failed');

    const started = (await bench.jobs()).map(
      ({ job }) => `${job.pipeline} of ${job.input.image_ids?.length}`,
    );
    expect(new Set(started)).toEqual(new Set(['image_import of 2', 'image_processing of 2']));
  });

  it('fetches images anew that a run could not fetch before it failed at another phase', async () => {
    const [fetched, unfetched] = [
      await bench.images(2, failedWith('worker_lost')),
      await bench.images(1, { ...failedWith('url_not_found'), storage_path: null }),
    ];
    const batch = await failedBatch(bench.db, 'b', [...fetched, ...unfetched], 'worker_lost', {
      pipeline: 'image_import',
      phase: 2,
    });

    await bench.request('retry_all_failed');

    expect((await bench.job(batch)).status).not.toBe('failed');
    const started = (await bench.jobs()).filter(({ id }) => id !== batch);
    expect(started).toMatchObject([{ job: { pipeline: 'image_import', input: { image_ids: unfetched } } }]);
  });

  it('goes through many in pages, and leaves what is not failed alone', async () => {
    const failed = await bench.images(1_230, failedWith('internal'));
    const others = await bench.images(20, { processing_status: 'completed' });

    await bench.request('retry_all_failed');

    const times = timesOf(await bench.jobs());
    expect(failed.filter((id) => times.get(id) !== 1)).toEqual([]);
    expect(others.filter((id) => times.has(id))).toEqual([]);
    expect((await retried()).every(({ image_count }) => image_count <= 50)).toBe(true);
  });
});

describe('a request that is delivered repeatedly', () => {
  it('starts nothing twice when both deliveries are at it at the same time', async () => {
    const ids = await bench.images(120, failedWith('internal'));
    const id = await bench.wish('retry_all_failed');

    await Promise.all([1, 2].map(async () => await bench.administration().requested(WORKSPACE, id)));

    expect(timesOf(await bench.jobs())).toEqual(onceEach(ids));
  });

  it('does not retry what has failed again since', async () => {
    const at = new Date();
    const ids = await bench.images(2, failedWith('internal'));
    await bench.request('retry_all_failed', { at });
    await bench.settle();
    for (const id of ids) {
      const again = { ...failedWith('internal'), processing_completed_at: new Date() };
      await bench.db.doc(paths.image(WORKSPACE, id)).update(again);
    }

    await bench.request('retry_all_failed', { at });

    expect(await retried()).toHaveLength(1);
  });

  it('finishes what a crash has cut off', async () => {
    const ids = await bench.images(520, failedWith('internal'));
    const at = new Date();
    await bench.request('retry_all_failed', { at });
    // As if it had ended after the first batch: the others are failed and were never started.
    const [first, ...others] = await bench.jobs();
    const cutOff = others.flatMap(({ job }) => job.input.image_ids ?? []);
    for (const { job } of others) await bench.db.doc(paths.imageBatch(WORKSPACE, job.subject.id)).delete();
    for (const { id } of others) await bench.db.doc(paths.job(WORKSPACE, id)).delete();
    for (const id of cutOff) await bench.db.doc(paths.image(WORKSPACE, id)).update(failedWith('internal'));

    await bench.request('retry_all_failed', { at });

    expect(first).toBeDefined();
    expect(timesOf(await bench.jobs())).toEqual(onceEach(ids));
  });
});

describe('whoever may not administer', () => {
  it.each(['editor', 'reviewer', 'viewer', 'stranger'])('achieves nothing: %s', async (by) => {
    await bench.images(3, failedWith('internal'));
    const run = await failedRun();

    const asked = [
      await bench.request('retry_all_failed', { by }),
      await bench.request('preview_backfill', { by }),
      await bench.request('start_backfill', { by }),
    ];

    expect((await bench.job(run)).status).toBe('failed');
    expect(await bench.jobs()).toHaveLength(1);
    expect((await bench.db.collection(paths.backfills(WORKSPACE)).get()).size).toBe(0);
    for (const id of asked)
      expect((await bench.db.doc(paths.adminRequest(WORKSPACE, id)).get()).exists).toBe(false);
  });
});

describe('a request whose event was lost', () => {
  it('is found by the sweeper when it is old enough, not while somebody is at it', async () => {
    await bench.images(1, failedWith('internal'));
    const id = await bench.wish('retry_all_failed');
    await bench.administration().sweep();
    expect(await retried()).toEqual([]);

    // As long as whoever was told of it at once may take.
    await bench.administration(new Date(Date.now() + 9 * 60_000)).sweep();
    expect(await retried()).toEqual([]);

    await bench.administration(new Date(Date.now() + 11 * 60_000)).sweep();

    expect(await retried()).toHaveLength(1);
    expect((await bench.db.doc(paths.adminRequest(WORKSPACE, id)).get()).exists).toBe(false);
  });

  it('is dropped when it makes no sense', async () => {
    const ref = await bench.db.collection(paths.adminRequests(WORKSPACE)).add({ action: 'rule_the_world' });
    await bench.administration().requested(WORKSPACE, ref.id);
    expect((await ref.get()).exists).toBe(false);
  });
});
