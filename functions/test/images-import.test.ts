/** Batches of images that are fetched from addresses. */
import { DocketError } from '@docket/model/errors';
import { isUpToDate } from '@docket/model/image';
import { jobId, paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeImageData } from '../src/images/remove.ts';
import type { RemoteImage } from '../src/services/remote-image.ts';
import { WORKSPACE } from './engine-bench.ts';
import { usageOf } from './image-runs.ts';
import { type ImagesBench, openImagesBench } from './images-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let images: ImagesBench;

beforeEach(async () => {
  images = await openImagesBench({ breakerCooldownMs: 300, breakerProbeMs: 200 });
  images.onFetch = async (url) => pictureAt(url);
});
afterEach(async () => await images.close());

function pictureAt(url: string): RemoteImage {
  return { bytes: Buffer.from(`photo at ${url}`), content_type: 'image/jpeg', file_name: 'coat.jpg', url };
}

const addAll = async (...urls: string[]) =>
  await Promise.all(urls.map(async (url) => await images.addUrl(url)));
const many = (host: string, count: number) =>
  Array.from({ length: count }, (_, index) => `https://${host}/${index}.jpg`);
const importAll = async (ids: readonly string[], batch = 'b') => await images.run(batch, ids, 'image_import');

describe('an import', () => {
  it('stores the originals as they came, then makes their files', async () => {
    const ids = await addAll(...many('one.example', 3), ...many('two.example', 3));
    const job = await importAll(ids);
    expect(job.status).toBe('completed');
    expect((await images.batch('b')).outcome).toEqual({ completed: 6, failed: 0 });
    for (const id of ids) {
      const image = await images.image(id);
      expect(isUpToDate(image)).toBe(true);
      expect(image).toMatchObject({ file_name: 'coat.jpg', content_type: 'image/jpeg' });
      const path = image.storage_path ?? '';
      expect(String(images.storage.objects.get(path))).toMatch(/^photo at https:/u);
      expect(image.size).toBe(images.storage.objects.get(path)?.length);
      expect(images.storage.custom.get(path)).toEqual({ firebaseStorageDownloadTokens: image.token });
      expect(image.token).not.toBe(image.derived_token);
    }
  });

  it('writes each image once for its original', async () => {
    const { writes } = await usageOf(async () => {
      await importAll(await addAll(...many('one.example', 8)));
    });
    expect(writes['images']).toBe(5 * 8);
  });

  it('asks several hosts at once, and none for more than two images', async () => {
    const under = new Map<string, number>();
    const most = new Map<string, number>();
    let all = 0;
    let mostOfAll = 0;
    images.onFetch = async (url) => {
      const { host } = new URL(url);
      const now = (under.get(host) ?? 0) + 1;
      under.set(host, now);
      most.set(host, Math.max(most.get(host) ?? 0, now));
      mostOfAll = Math.max(mostOfAll, (all += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      under.set(host, (under.get(host) ?? 0) - 1);
      all -= 1;
      return pictureAt(url);
    };
    const hosts = ['a.example', 'b.example', 'c.example', 'd.example'];
    await importAll(await addAll(...hosts.flatMap((host) => many(host, 5))));
    expect(Math.max(...most.values())).toBe(2);
    expect(mostOfAll).toBe(3);
  });

  it('that is run again fetches nothing', async () => {
    const ids = await addAll(...many('one.example', 3));
    await importAll(ids);
    images.onFetch = async () => await Promise.reject(new Error('fetched again'));
    const job = await importAll(ids, 'again');
    expect(job.status).toBe('completed');
    expect((await images.batch('again')).outcome).toEqual({ completed: 3, failed: 0 });
  });

  it('whose worker dies is completed by another', async () => {
    const ids = await addAll(...many('one.example', 3), ...many('two.example', 3));
    let passed = 0;
    images.diesAt = ({ step }) => step === 'change' && (passed += 1) === 3;
    const id = await images.start('b', ids, 'image_import');
    expect(await images.survive(id)).toBe(1);
    expect((await images.batch('b')).outcome).toEqual({ completed: 6, failed: 0 });
    for (const image of ids) {
      const { storage_path, token } = await images.image(image);
      expect(images.storage.custom.get(storage_path ?? '')).toEqual({ firebaseStorageDownloadTokens: token });
    }
  });
});

describe('an address without an image', () => {
  it('fails that image alone, and is not tried again until a person wishes it', async () => {
    const ids = await addAll(...many('one.example', 3));
    const asked: string[] = [];
    images.onFetch = async (url) => {
      asked.push(url);
      if (url.endsWith('1.jpg')) throw new DocketError('url_not_found', { service: 'one.example' });
      return pictureAt(url);
    };
    const job = await importAll(ids);
    expect(job.status).toBe('completed');
    expect(asked).toHaveLength(3);
    expect((await images.batch('b')).outcome).toEqual({ completed: 2, failed: 1 });
    expect(await images.image(ids[1] ?? '')).toMatchObject({
      processing_status: 'failed',
      processing_error: { code: 'url_not_found' },
      storage_path: null,
    });
    images.onFetch = async (url) => pictureAt(url);
    await importAll([ids[1] ?? ''], 'retry');
    expect(isUpToDate(await images.image(ids[1] ?? ''))).toBe(true);
  });
});

describe('an import that is retried after it failed at making files', () => {
  it('leaves those that could not be fetched as they are, and counts them', async () => {
    const ids = await addAll(...many('one.example', 3));
    images.onFetch = async (url) => {
      if (url.endsWith('1.jpg')) throw new DocketError('url_not_found', { service: 'one.example' });
      return pictureAt(url);
    };
    const id = jobId('b', 'image_import', 1);
    images.onPlace = async ({ step }) => {
      if (step === 'change' && (await images.bench.job(id)).phase === 2)
        throw new DocketError('file_corrupt');
    };
    expect(await importAll(ids)).toMatchObject({ status: 'failed', phase: 2 });
    images.onPlace = async () => {};
    const before = await images.image(ids[1] ?? '');
    await images.ask(id, 'retry');
    await images.idle();
    expect((await images.bench.job(id)).status).toBe('completed');
    expect((await images.batch('b')).outcome).toEqual({ completed: 2, failed: 1 });
    expect(before.processing_error?.code).toBe('url_not_found');
    expect(await images.image(ids[1] ?? '')).toEqual(before);
  });
});

describe('a host that does not answer', () => {
  const fault = () => new DocketError('host_unavailable', { service: 'slow.example' }, 'refused');

  it('is asked again with the next try, without the others being fetched again', async () => {
    const ids = await addAll('https://slow.example/1.jpg', ...many('one.example', 2));
    const asked: string[] = [];
    let faults = 1;
    images.onFetch = async (url) => {
      asked.push(url);
      if (url.includes('slow') && faults-- > 0) throw fault();
      return pictureAt(url);
    };
    const job = await importAll(ids);
    expect(job.status).toBe('completed');
    expect(asked).toHaveLength(4);
    expect((await images.batch('b')).outcome).toEqual({ completed: 3, failed: 0 });
  });

  it('fails its images with the last try', async () => {
    const ids = await addAll('https://slow.example/1.jpg', ...many('one.example', 2));
    images.onFetch = async (url) => {
      if (url.includes('slow')) throw fault();
      return pictureAt(url);
    };
    const job = await importAll(ids);
    expect(job.status).toBe('completed');
    expect((await images.batch('b')).outcome).toEqual({ completed: 2, failed: 1 });
    expect((await images.image(ids[0] ?? '')).processing_error?.code).toBe('host_unavailable');
  });

  it('again and again is waited for: its images say so, the others are there meanwhile, and all are in the end', async () => {
    const ids = await addAll(...many('slow.example', 8), ...many('one.example', 2));
    let down = true;
    images.onFetch = async (url) => {
      if (url.includes('slow') && down) throw fault();
      return pictureAt(url);
    };
    await images.start('b', ids, 'image_import');
    await vi.waitFor(
      async () => {
        const waiting = await images.image(ids[7] ?? '');
        expect(waiting.waits_for).toMatchObject({ service: 'slow.example' });
        expect((await images.image(ids[8] ?? '')).storage_path).not.toBeNull();
      },
      { timeout: 10_000 },
    );
    down = false;
    await images.idle();
    expect((await images.batch('b')).outcome).toMatchObject({ failed: 0 });
    for (const id of ids) expect((await images.image(id)).waits_for).toBeNull();
  });
});

describe('a host that is waited for many times', () => {
  it('costs each of its images one write, however long it takes', async () => {
    const ids = await addAll(...many('slow.example', 10));
    const fault = new DocketError('host_unavailable', { service: 'slow.example' }, 'refused');
    let asked = 0;
    images.onFetch = async () => {
      asked += 1;
      return await Promise.reject(fault);
    };
    let writes = 0;
    images.onPlace = async ({ step }) => {
      if (step === 'changed') writes += 1;
    };
    const id = await images.start('b', ids, 'image_import');
    await vi.waitFor(async () => expect((await images.bench.job(id)).activity.kind).toBe('waiting'), 10_000);
    for (const image of ids) expect((await images.image(image)).waits_for?.service).toBe('slow.example');
    const before = { asked, writes };
    await vi.waitFor(() => expect(asked).toBeGreaterThanOrEqual(before.asked + 2), 20_000);
    expect(writes).toBe(before.writes);
    images.onFetch = async (url) => pictureAt(url);
    await images.idle();
    expect((await images.batch('b')).outcome).toEqual({ completed: 10, failed: 0 });
  });
});

describe('two imports of one address', () => {
  const url = 'https://one.example/1.jpg';
  const originals = () => [...images.storage.objects.keys()].filter((name) => name.includes('/original/'));

  /** Holds the first fetch until `go` is resolved. */
  function holdFirst() {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    let fetches = 0;
    images.onFetch = async (address) => {
      if ((fetches += 1) === 1) {
        reached.resolve();
        await go.promise;
      }
      return pictureAt(address);
    };
    return { reached, go };
  }

  it('leave one original, which is opened by the token that the image has', async () => {
    const [id = ''] = await addAll(url);
    const { reached, go } = holdFirst();
    await images.start('late', [id], 'image_import');
    await reached.promise;
    const early = await images.start('early', [id], 'image_import');
    await vi.waitFor(async () => expect((await images.bench.job(early)).status).toBe('completed'), 10_000);
    go.resolve();
    await images.idle();
    const { storage_path, token } = await images.image(id);
    expect(originals()).toEqual([storage_path]);
    expect(images.storage.custom.get(storage_path ?? '')).toEqual({ firebaseStorageDownloadTokens: token });
    expect((await images.batch('late')).outcome).toEqual({ completed: 1, failed: 0 });
  });

  it('before and after it was deleted have nothing to do with each other', async () => {
    const [id = ''] = await addAll(url);
    await importAll([id], 'before');
    const ref = images.db.doc(paths.image(WORKSPACE, id));
    const deleted = await ref.get();
    await ref.delete();
    await images.addUrl(url);
    // The files of the deleted image are removed when the other run has stored its original, and not yet said so.
    images.onPlace = async ({ step }) => {
      if (step !== 'change') return;
      images.onPlace = async () => {};
      await removeImageData(
        images.db,
        images.storage.bucket,
        { workspaceId: WORKSPACE, imageId: id },
        deleted,
      );
    };
    await importAll([id], 'after');
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    expect(originals()).toEqual([image.storage_path]);
  });

  it('keeps its original when the answer to its save is lost, and the save is made again', async () => {
    const [id = ''] = await addAll(url);
    const ref = images.db.doc(paths.image(WORKSPACE, id));
    const transact = images.db.runTransaction.bind(images.db);
    let lost = 0;
    vi.spyOn(images.db, 'runTransaction').mockImplementation(async (work, options) => {
      const before = (await ref.get()).get('storage_path');
      const result = await transact(work, options);
      const fetched = before === null && (await ref.get()).get('storage_path') !== null;
      if (!fetched) return result;
      lost += 1;
      return await transact(work, options);
    });
    await importAll([id]);
    expect(lost).toBe(1);
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    expect(originals()).toEqual([image.storage_path]);
  });
});

describe('an image that is deleted while it is fetched', () => {
  it('does not come back, and leaves no original', async () => {
    const [id = ''] = await addAll('https://one.example/1.jpg');
    images.onFetch = async (url) => {
      await images.db.doc(paths.image(WORKSPACE, id)).delete();
      return pictureAt(url);
    };
    await importAll([id]);
    expect((await images.db.doc(paths.image(WORKSPACE, id)).get()).exists).toBe(false);
    expect([...images.storage.objects.keys()]).toEqual([]);
  });
});

describe('a cancelled import', () => {
  it('stops fetching, and keeps what it has fetched', async () => {
    const ids = await addAll(...many('one.example', 4));
    const reached = Promise.withResolvers<void>();
    images.onFetch = async (url, signal) => {
      if (!/[23]\.jpg$/u.test(url)) return pictureAt(url);
      reached.resolve();
      return await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    };
    const id = await images.start('b', ids, 'image_import');
    await reached.promise;
    await vi.waitFor(async () => expect((await images.image(ids[1] ?? '')).storage_path).not.toBeNull(), {
      timeout: 10_000,
    });
    await images.ask(id, 'cancel');
    await images.idle();
    expect((await images.bench.job(id)).status).toBe('cancelled');
    for (const image of ids) expect((await images.image(image)).processing_status).toBe('cancelled');
    expect(images.storage.objects.size).toBeGreaterThan(0);
  });
});
