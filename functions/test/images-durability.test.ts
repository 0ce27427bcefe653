/** Batches of images when workers die, a person cancels, or the run fails: nothing is lost, doubled or left behind. */
import { isUpToDate } from '@docket/model/image';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settleImages } from '../src/images/settle.ts';
import { WORKSPACE } from './engine-bench.ts';
import { forEver, idOf, type ImagesBench, openImagesBench, type Place } from './images-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let images: ImagesBench;

beforeEach(async () => {
  images = await openImagesBench();
});
afterEach(async () => await images.close());

const addAll = async (count: number) =>
  await Promise.all(Array.from({ length: count }, async (_, index) => await images.add(`photo ${index}`)));

/** All is there, once, and as the records say. */
async function expectWhole(ids: readonly string[]): Promise<void> {
  const named: string[] = [];
  for (const id of ids) {
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    const paths = [...image.thumbnails, ...image.variants].map(({ path }) => path);
    for (const path of paths)
      expect(images.storage.custom.get(path)).toEqual({
        firebaseStorageDownloadTokens: image.derived_token,
      });
    named.push(...paths);
  }
  expect(images.derivatives()).toEqual(named.toSorted());
  expect(named).toHaveLength(8 * ids.length);
}

/** Dies at the `count`-th place that `fits`, counted from 1 over all workers. */
function dieAt(count: number, fits: (place: Place) => boolean = () => true): void {
  let passed = 0;
  images.diesAt = (place) => fits(place) && (passed += 1) === count;
}

describe('a worker that dies', () => {
  it.each([1, 2, 3, 4, 6, 8, 11, 14, 17, 20, 24, 28])(
    'at place %i makes no difference to the images',
    async (place) => {
      const ids = await addAll(6);
      dieAt(place);
      const job = await images.start('b', ids);
      expect(await images.survive(job)).toBe(1);
      const { status, attempts } = await images.bench.job(job);
      expect(status).toBe('completed');
      expect(attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'succeeded']);
      expect((await images.batch('b')).outcome).toEqual({ completed: 6, failed: 0 });
      await expectWhole(ids);
    },
  );

  it('makes again only what was being worked on', async () => {
    const ids = await addAll(12);
    dieAt(9, ({ step }) => step === 'variants');
    await images.survive(await images.start('b', ids));
    await expectWhole(ids);
    // Four are under way at a time at most.
    expect(images.made.filter((made) => made.endsWith('variants')).length).toBeLessThanOrEqual(12);
    expect(images.made.filter((made) => made.endsWith('thumbnails')).length).toBeLessThanOrEqual(12 + 4);
  });
});

describe('an image that kills its worker', () => {
  it('is set aside after the third death, when all others are done', async () => {
    // Taken up together with others, which are suspected as well.
    const ids = [await images.add('killer'), ...(await addAll(8))];
    images.diesAt = ({ step, text }) => step === 'thumbnails' && text === 'killer';
    const job = await images.start('b', ids);
    expect(await images.survive(job)).toBe(3);
    expect((await images.bench.job(job)).status).toBe('failed');
    const killer = await images.image(idOf('killer'));
    expect(killer).toMatchObject({
      processing_status: 'failed',
      thumbnail_status: 'failed',
      variant_status: 'failed',
      processing_attempts: 3,
      processing_error: { code: 'worker_lost', message: expect.stringContaining('photo.jpg') },
    });
    await expectWhole(ids.filter((id) => id !== idOf('killer')));
  });
});

describe('a cancel', () => {
  it('stops the work; what is complete stays, the rest is as if it had not begun', async () => {
    const ids = await addAll(8);
    const reached = Promise.withResolvers<void>();
    let variants = 0;
    images.onPlace = async ({ step }) => {
      if (step !== 'variants' || ++variants <= 3) return;
      reached.resolve();
      await forEver();
    };
    const job = await images.start('b', ids);
    await reached.promise;
    // Thumbnails of the fourth image are on screen, its variants are being made.
    await vi.waitFor(() => expect(images.derivatives().length).toBeGreaterThan(3 * 8), { timeout: 10_000 });
    await images.ask(job, 'cancel');
    await images.idle();
    expect((await images.bench.job(job)).status).toBe('cancelled');
    const all = await Promise.all(ids.map(async (id) => ({ id, image: await images.image(id) })));
    const completed = all.filter(({ image }) => image.processing_status === 'completed');
    const others = all.filter(({ image }) => image.processing_status !== 'completed');
    await expectWhole(completed.map(({ id }) => id));
    expect(completed.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    for (const { image } of others) {
      expect(image).toMatchObject({
        processing_status: 'cancelled',
        thumbnail_status: 'pending',
        variant_status: 'pending',
        thumbnails: [],
        variants: [],
      });
      expect(images.storage.objects.has(image.storage_path ?? '')).toBe(true);
    }
  });

  it('can be followed by another batch, which completes what is left', async () => {
    const ids = await addAll(3);
    const reached = Promise.withResolvers<void>();
    images.onPlace = async ({ step }) => {
      if (step !== 'thumbnails') return;
      reached.resolve();
      await forEver();
    };
    const job = await images.start('b', ids);
    await reached.promise;
    await images.ask(job, 'cancel');
    await images.idle();
    images.onPlace = async () => {};
    await images.run('again', ids);
    expect((await images.batch('again')).outcome).toEqual({ completed: 3, failed: 0 });
    await expectWhole(ids);
  });

  it('keeps what an earlier batch has made for another background', async () => {
    const id = await images.add('photo');
    await images.run('b', [id]);
    const before = await images.image(id);
    await images.db.doc(paths.image(WORKSPACE, id)).update({ flatten: '#000000' });
    const reached = Promise.withResolvers<void>();
    images.onPlace = async ({ step }) => {
      if (step !== 'thumbnails') return;
      reached.resolve();
      await forEver();
    };
    const job = await images.start('again', [id]);
    await reached.promise;
    await images.ask(job, 'cancel');
    await images.idle();
    const { thumbnails, variants, thumbnail_status, processing_status } = await images.image(id);
    expect({ thumbnails, variants }).toEqual({ thumbnails: before.thumbnails, variants: before.variants });
    expect({ thumbnail_status, processing_status }).toEqual({
      thumbnail_status: 'completed',
      processing_status: 'cancelled',
    });
    expect(images.derivatives()).toHaveLength(8);
  });

  it('of one batch leaves an image to another that has it too', async () => {
    const id = await images.add('photo');
    const go = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    images.onPlace = async ({ step }) => {
      if (step !== 'thumbnails') return;
      reached.resolve();
      await go.promise;
    };
    const first = await images.start('b1', [id]);
    await reached.promise;
    await images.start('b2', [id]);
    await images.ask(first, 'cancel');
    expect((await images.image(id)).processing_status).toBe('processing');
    go.resolve();
    await images.idle();
    await expectWhole([id]);
  });
});

describe('settling', () => {
  it('may happen any number of times', async () => {
    const ids = await addAll(2);
    await images.run('b', ids.slice(0, 1));
    const id = await images.start('b2', ids.slice(1));
    await images.idle();
    const job = await images.bench.job(id);
    const waiting = await images.add('waiting');
    const info = {
      workspaceId: WORKSPACE,
      jobId: id,
      token: 't',
      job: { ...job, input: { document_ids: [], image_ids: [...ids, waiting, 'f-gone'] } },
    };
    for (const scope of ['partial', 'abandoned', 'partial'] as const)
      await settleImages(images.db, images.storage.bucket, info, scope);
    await expectWhole(ids);
    expect((await images.image(waiting)).processing_status).toBe('cancelled');
    expect(images.storage.objects.has(storagePaths.libraryOriginal(WORKSPACE, waiting, 'photo.jpg'))).toBe(
      true,
    );
  });
});
