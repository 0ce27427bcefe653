/** Batches of images: what becomes of each image, what is written, and what happens when things change meanwhile. */
import { DocketError } from '@docket/model/errors';
import { isUpToDate } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import { usageOf } from './image-runs.ts';
import { idOf, type ImagesBench, openImagesBench } from './images-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let images: ImagesBench;

beforeEach(async () => {
  images = await openImagesBench();
});
afterEach(async () => await images.close());

const addAll = async (count: number) =>
  await Promise.all(Array.from({ length: count }, async (_, index) => await images.add(`photo ${index}`)));
const refOf = (id: string) => images.db.doc(paths.image(WORKSPACE, id));

describe('a batch', () => {
  it('makes thumbnails and variants of every image, and says how many there are', async () => {
    const ids = await addAll(5);
    const job = await images.run('b', ids);
    expect(job.status).toBe('completed');
    expect((await images.batch('b')).outcome).toEqual({ completed: 5, failed: 0 });
    for (const id of ids) {
      const image = await images.image(id);
      expect(image).toMatchObject({
        processing_status: 'completed',
        thumbnail_status: 'completed',
        variant_status: 'completed',
        processing_attempts: 1,
        processing_error: null,
        original: { width: 400, height: 300 },
      });
      expect(isUpToDate(image)).toBe(true);
      expect(image.content_hash).toMatch(/^[0-9a-f]{64}$/u);
      expect(image.thumbnails).toHaveLength(3);
      expect(image.variants).toHaveLength(5);
    }
  });

  it('stores files that browsers may keep, under a token of their own', async () => {
    await images.run('b', [await images.add('photo')]);
    const { derived_token: token, token: original, thumbnails } = await images.image(idOf('photo'));
    expect(token).toMatch(/^[0-9a-f]{32}$/u);
    expect(token).not.toBe(original);
    const path = thumbnails[0]?.path ?? '';
    expect(images.storage.custom.get(path)).toEqual({ firebaseStorageDownloadTokens: token });
    const [metadata] = await images.storage.bucket.file(path).getMetadata();
    expect(metadata).toMatchObject({
      cacheControl: 'private, max-age=31536000, immutable',
      contentType: 'image/webp',
    });
  });

  it('shows thumbnails before the variants are made', async () => {
    const id = await images.add('photo');
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    images.onPlace = async ({ step }) => {
      if (step !== 'variants') return;
      reached.resolve();
      await go.promise;
    };
    await images.start('b', [id]);
    await reached.promise;
    await vi.waitFor(
      async () =>
        expect(await images.image(id)).toMatchObject({
          processing_status: 'processing',
          thumbnail_status: 'completed',
          variant_status: 'processing',
        }),
      { timeout: 10_000 },
    );
    go.resolve();
    await images.idle();
    expect((await images.image(id)).processing_status).toBe('completed');
  });

  it('writes each image four times from its creation to its end, and its share of the batch makes less than five', async () => {
    const { writes } = await usageOf(async () => {
      await images.run('b', await addAll(16));
    });
    expect(writes['images']).toBe(4 * 16);
    const all = Object.values(writes).reduce((sum, count) => sum + count, 0);
    expect(all).toBeLessThanOrEqual(5 * 16);
  });

  it('that is run again for the same images makes and writes nothing', async () => {
    const ids = await addAll(4);
    await images.run('b', ids);
    const made = images.made.length;
    const { writes } = await usageOf(async () => {
      await images.run('again', ids);
    });
    expect(images.made).toHaveLength(made);
    expect(writes['images'] ?? 0).toBe(0);
    expect((await images.batch('again')).outcome).toEqual({ completed: 4, failed: 0 });
  });

  it('gives a huge image the machine to itself', async () => {
    let working = 0;
    const beside: number[] = [];
    images.onPlace = async ({ step, text }) => {
      if (step !== 'thumbnails') return;
      working += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (text.startsWith('huge')) beside.push(working);
      working -= 1;
    };
    const ids = [...(await addAll(4)), await images.add('huge'), await images.add('photo last')];
    await images.run('b', ids);
    expect(beside).toEqual([1]);
  });
});

describe('an image that cannot be read', () => {
  it('fails with what is to be done about it, and the others go on', async () => {
    const ids = [...(await addAll(3)), await images.add('bad file')];
    const job = await images.run('b', ids);
    expect(job.status).toBe('completed');
    expect(job.attempts).toHaveLength(1);
    expect((await images.batch('b')).outcome).toEqual({ completed: 3, failed: 1 });
    expect(await images.image(idOf('bad file'))).toMatchObject({
      processing_status: 'failed',
      thumbnail_status: 'failed',
      variant_status: 'failed',
      processing_error: { code: 'file_corrupt', message: expect.stringContaining('photo.jpg') },
    });
  });

  it('keeps its thumbnails when only the variants cannot be made, and a retry does not make them again', async () => {
    const id = await images.add('photo');
    images.onPlace = async ({ step }) => {
      if (step === 'variants') throw new DocketError('image_too_slow', { file: 'photo.jpg' });
    };
    await images.run('b', [id]);
    expect(await images.image(id)).toMatchObject({
      processing_status: 'failed',
      thumbnail_status: 'completed',
      variant_status: 'failed',
      thumbnails: [{}, {}, {}],
    });
    images.onPlace = async () => {};
    await images.run('retry', [id]);
    expect(isUpToDate(await images.image(id))).toBe(true);
    expect(images.made).toEqual(['photo: thumbnails', 'photo: variants']);
  });

  it('fails when its original is gone', async () => {
    const id = await images.add('photo');
    images.storage.objects.clear();
    await images.run('b', [id]);
    expect((await images.image(id)).processing_error).toMatchObject({
      code: 'image_missing',
      message: '“photo.jpg” has lost its original. Delete the image and add it again.',
    });
  });
});

describe('a passing fault', () => {
  it('leaves the image for the next try, without trying the others again', async () => {
    const ids = [...(await addAll(3)), await images.add('flaky')];
    let faults = 1;
    images.onPlace = async ({ step, text }) => {
      if (step === 'open' && text === 'flaky' && faults-- > 0) throw new Error('connection reset');
    };
    const job = await images.run('b', ids);
    expect(job.status).toBe('completed');
    expect(job.attempts.map(({ outcome, error }) => [outcome, error?.code])).toEqual([
      ['failed', 'images_unfinished'],
      ['succeeded', undefined],
    ]);
    expect((await images.batch('b')).outcome).toEqual({ completed: 4, failed: 0 });
    expect((await images.image(idOf('flaky'))).processing_attempts).toBe(2);
    expect(images.made.filter((made) => made.endsWith('thumbnails'))).toHaveLength(4);
  });

  it('that does not pass fails the image with the last try, and the batch completes', async () => {
    const ids = [...(await addAll(2)), await images.add('flaky')];
    images.onPlace = async ({ step, text }) => {
      if (step === 'open' && text === 'flaky') throw new Error('connection reset');
    };
    const job = await images.run('b', ids);
    expect(job.status).toBe('completed');
    expect(job.attempts).toHaveLength(3);
    expect((await images.batch('b')).outcome).toEqual({ completed: 2, failed: 1 });
    expect(await images.image(idOf('flaky'))).toMatchObject({
      processing_status: 'failed',
      processing_error: { code: 'internal', details: 'connection reset' },
    });
  });
});

describe('an image that is deleted', () => {
  it('before its turn is passed over', async () => {
    const ids = await addAll(3);
    await refOf(ids[1] ?? '').delete();
    const job = await images.run('b', ids);
    expect(job.status).toBe('completed');
    expect((await images.batch('b')).outcome).toEqual({ completed: 2, failed: 0 });
  });

  it.each(['thumbnails', 'variants'] as const)(
    'while its %s are made does not come back, and leaves no files',
    async (at) => {
      const id = await images.add('photo');
      images.onPlace = async ({ step }) => {
        if (step === at) await refOf(id).delete();
      };
      const job = await images.run('b', [id]);
      expect(job.status).toBe('completed');
      expect((await refOf(id).get()).exists).toBe(false);
      // The thumbnails were published, so they go with the record: that is for the function that its deletion wakes.
      expect(images.derivatives().filter((name) => !name.includes('thumb_'))).toEqual([]);
    },
  );
});

describe('an image whose background is changed', () => {
  it('while it is processed is made again as it is wanted', async () => {
    const id = await images.add('photo');
    let changed = false;
    images.onPlace = async ({ step }) => {
      if (step !== 'variants' || changed) return;
      changed = true;
      await refOf(id).update({ flatten: '#ffffff' });
    };
    await images.run('b', [id]);
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    expect(image.recipe).toContain('ffffff');
    expect(images.derivatives()).toEqual(
      [...image.thumbnails, ...image.variants].map(({ path }) => path).toSorted(),
    );
  });

  it('afterwards is made again by the next batch, and what was made before is removed', async () => {
    const id = await images.add('photo');
    await images.run('b', [id]);
    await refOf(id).update({ flatten: '#112233' });
    await images.run('again', [id]);
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    expect(images.derivatives()).toEqual(
      [...image.thumbnails, ...image.variants].map(({ path }) => path).toSorted(),
    );
  });
});

describe('an image whose background is changed again when it is done', () => {
  it('keeps what another batch makes for that while what was made before is removed', async () => {
    const id = await images.add('photo');
    await images.run('first', [id]);
    await refOf(id).update({ flatten: '#112233' });
    let done = false;
    images.onPlace = async ({ step }) => {
      if (done || step !== 'changed' || !isUpToDate(await images.image(id))) return;
      done = true;
      await refOf(id).update({ flatten: '#445566' });
      const third = await images.start('third', [id]);
      await vi.waitFor(async () => expect((await images.bench.job(third)).status).toBe('completed'), 10_000);
    };
    await images.run('second', [id]);
    const image = await images.image(id);
    expect(image.recipe).toContain('445566');
    for (const { path } of [...image.thumbnails, ...image.variants])
      expect(images.derivatives()).toContain(path);
    expect(images.derivatives().filter((path) => !/112233|445566/u.test(path))).toEqual([]);
  });
});

describe('several batches', () => {
  it('share a queue of sixty images', async () => {
    const ids = await addAll(60);
    const jobs = await Promise.all([images.start('b1', ids.slice(0, 50)), images.start('b2', ids.slice(50))]);
    await images.idle();
    for (const id of jobs) expect((await images.bench.job(id)).status).toBe('completed');
    expect((await images.batch('b1')).outcome).toEqual({ completed: 50, failed: 0 });
    expect((await images.batch('b2')).outcome).toEqual({ completed: 10, failed: 0 });
    expect(images.derivatives()).toHaveLength(60 * 8);
  });

  it('that work on the same image at the same moment agree about it', async () => {
    const id = await images.add('photo');
    const second = images.bench.anotherEngine();
    const first = images.bench.queue.deliver;
    // Both take it up. The thumbnails of the one that came second are stored first, then those of the other.
    const shown = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reached = { thumbnails: 0, variants: 0 };
    images.onPlace = async ({ step }) => {
      if (step === 'changed') shown[reached.variants - 1]?.resolve();
      if (step === 'thumbnails' && (reached.thumbnails += 1) === 1) await shown[0]?.promise;
      if (step === 'variants' && (reached.variants += 1) === 1) await shown[1]?.promise;
    };
    let turn = 0;
    images.bench.queue.deliver = async (task) =>
      turn++ % 2 === 0 ? await first(task) : await second.runPhase(task);
    await Promise.all([images.start('b1', [id]), images.start('b2', [id])]);
    await images.idle();
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    expect((await images.batch('b1')).outcome).toEqual({ completed: 1, failed: 0 });
    expect((await images.batch('b2')).outcome).toEqual({ completed: 1, failed: 0 });
    const named = [...image.thumbnails, ...image.variants].map(({ path }) => path);
    expect(images.derivatives()).toEqual(named.toSorted());
    for (const path of named)
      expect(images.storage.custom.get(path)).toEqual({
        firebaseStorageDownloadTokens: image.derived_token,
      });
  });
});
