import { uploadedImageId } from '@docket/model/image';
import { LIMITS } from '@docket/model/limits';
import { listingSchema } from '@docket/model/listing/listing';
import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../data/client.ts';
import { createListing } from '@docket/model/commands/listing-commands';
import { sha256 } from '../../../data/hash.ts';
import type { Fields, Write } from '@docket/model/commands/write';
import { createImageUploads } from '../../../data/uploads/images/image-uploads.ts';
import { createMemoryBackend, type MemorySetup } from '../../../fixtures/memory-backend.ts';
import { runStatus } from '../testing/run-status.ts';
import { createListingUploads } from './listing-uploads.ts';
import type { ReadPhoto } from './read-photos.ts';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };
const LISTING = 'workspaces/w/listings/l';
const JOB = 'workspaces/w/jobs/l-listing_analysis-1';
const destination = { workspaceId: 'w', uid: 'u', listingId: 'l' };

async function photo(name: string, content = name): Promise<ReadPhoto> {
  const file = new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), content], name);
  return { file, imageId: uploadedImageId(await sha256(await file.arrayBuffer())) };
}

function setUp(setup: MemorySetup = {}, refuse: (writes: readonly Write[]) => boolean = () => false) {
  const [draft] = createListing({ workspaceId: 'w', uid: 'u', serverTime: new Date(0) }, 'l', 'en');
  const fields: Fields = draft?.kind === 'create' ? draft.fields : {};
  const memory = createMemoryBackend({ user: USER, documents: { [LISTING]: fields }, ...setup });
  /** Ends the transfers that are under way, by path. */
  const finish = new Map<string, () => void>();
  const files: typeof memory.files = {
    ...memory.files,
    upload(path, file, contentType, observer) {
      const handle = memory.files.upload(path, file, contentType, observer);
      if (setup.uploadsFinish === false) finish.set(path, () => observer.done());
      return handle;
    },
  };
  const database: typeof memory.database = {
    ...memory.database,
    async commit(writes) {
      if (refuse(writes)) throw Object.assign(new Error('no'), { code: 'unavailable' });
      await memory.database.commit(writes);
    },
  };
  const backend = { ...memory, files, database };
  const client = createClient(backend);
  const images = createImageUploads(backend);
  const told: string[] = [];
  /** What waits for its time. */
  const timers = new Set<() => void>();
  const uploads = createListingUploads(client, images, {
    tell: (title) => void told.push(title),
    schedule(task) {
      timers.add(task);
      return () => void timers.delete(task);
    },
  });
  /** Ends the transfer of a photo: which of several is sent first is not certain. */
  const arrive = ({ imageId }: ReadPhoto) => {
    for (const [path, end] of finish) if (path.includes(imageId)) end();
  };
  const pass = () => {
    for (const task of timers) task();
  };
  const stored = async () => {
    const document = await memory.database.fetchDocument(LISTING);
    return listingSchema.parse(document?.data);
  };
  const change = async (fields: Fields) =>
    await memory.database.commit([{ kind: 'update', path: LISTING, fields }]);
  return { memory, images, uploads, stored, change, finish, arrive, told, pass, timers };
}

const ended = ({ uploads }: ReturnType<typeof setUp>) =>
  vi.waitFor(() => expect(uploads.sending.getState().size).toBe(0));
const begun = ({ memory }: ReturnType<typeof setUp>, path = JOB) =>
  vi.waitFor(() => expect(memory.paths()).toContain(path));

describe('photos that are sent for a listing', () => {
  it('are its photos in the order of the person when they have arrived, and are looked at then', async () => {
    const stand = setUp();
    const photos = await Promise.all(['a.jpg', 'b.jpg', 'c.jpg'].map(async (name) => await photo(name)));
    stand.uploads.add(destination, photos, []);
    await begun(stand);
    await ended(stand);
    const ids = photos.map(({ imageId }) => imageId);
    const listing = await stand.stored();
    expect(listing.photos).toEqual(ids);
    expect(new Set(listing.own_photos)).toEqual(new Set(ids));
    expect(stand.memory.paths().filter((path) => path.includes('-listing_analysis-'))).toEqual([JOB]);
  });

  it('are on the way until then, each shown where it belongs', async () => {
    const stand = setUp({ uploadsFinish: false });
    const [a, b] = [await photo('a.jpg'), await photo('b.jpg')];
    stand.uploads.add(destination, [a, b], []);
    await vi.waitFor(() => expect(stand.finish.size).toBe(2));
    stand.arrive(b);
    await vi.waitFor(async () => expect((await stand.stored()).photos).toEqual([b.imageId]));
    expect(stand.uploads.sending.getState().get('l')).toMatchObject({
      order: [a.imageId, b.imageId],
      images: [a.imageId],
      underWay: true,
    });
    expect(stand.memory.paths()).not.toContain(JOB);
    stand.arrive(a);
    await begun(stand);
    expect((await stand.stored()).photos).toEqual([a.imageId, b.imageId]);
  });

  it('are not its own where the library had them before', async () => {
    const [old, fresh] = [await photo('old.jpg'), await photo('fresh.jpg')];
    const stand = setUp();
    stand.memory.set(`workspaces/w/images/${old.imageId}`, { file_name: 'old.jpg' });
    stand.uploads.add(destination, [old, fresh], []);
    await begun(stand);
    const listing = await stand.stored();
    expect(listing.photos).toEqual([old.imageId, fresh.imageId]);
    expect(listing.own_photos).toEqual([fresh.imageId]);
  });

  it('follow those that are there, and one that was removed meanwhile does not come back', async () => {
    const stand = setUp({ uploadsFinish: false });
    const [a, b] = [await photo('a.jpg'), await photo('b.jpg')];
    await stand.change({ photos: ['x', 'y'] });
    stand.uploads.add(destination, [a, b], ['x', 'y']);
    await vi.waitFor(() => expect(stand.finish.size).toBe(2));
    await stand.change({ photos: ['y'] });
    stand.uploads.giveUp('l', a.imageId);
    stand.arrive(b);
    await vi.waitFor(async () => expect((await stand.stored()).photos).toEqual(['y', b.imageId]));
    await begun(stand);
  });

  it('are not waited for once they have failed: the others are looked at', async () => {
    const [a, b] = [await photo('a.jpg'), await photo('b.jpg')];
    const image = `workspaces/w/images/${a.imageId}`;
    let refusing = true;
    const stand = setUp({}, (writes) => refusing && writes.some(({ path }) => path === image));
    stand.uploads.add(destination, [a, b], []);
    await begun(stand);
    expect((await stand.stored()).photos).toEqual([b.imageId]);
    expect(stand.uploads.sending.getState().get('l')).toMatchObject({ images: [a.imageId], underWay: false });
    refusing = false;
    stand.images.retry(stand.images.uploads.getState()[0]?.id ?? '');
    await vi.waitFor(async () => expect((await stand.stored()).photos).toEqual([a.imageId, b.imageId]));
  });

  it('wait with their reason where the listing cannot be changed, until somebody tries again', async () => {
    let refusing = true;
    const stand = setUp({}, (writes) => refusing && writes.some(({ path }) => path === LISTING));
    stand.uploads.add(destination, [await photo('a.jpg')], []);
    await vi.waitFor(() =>
      expect(stand.uploads.sending.getState().get('l')?.problem).toContain('cannot be reached'),
    );
    expect((await stand.stored()).photos).toEqual([]);
    refusing = false;
    stand.uploads.tryAgain('l');
    await begun(stand);
    expect((await stand.stored()).photos).toHaveLength(1);
  });

  it('leave nothing behind when they are given up because the listing cannot be changed', async () => {
    const stand = setUp({}, (writes) => writes.some(({ path }) => path === LISTING));
    const a = await photo('a.jpg');
    stand.uploads.add(destination, [a], []);
    await vi.waitFor(() => expect(stand.uploads.sending.getState().get('l')?.problem).not.toBeNull());
    expect(stand.memory.paths()).toContain(`workspaces/w/images/${a.imageId}`);
    stand.uploads.giveUp('l', a.imageId);
    await ended(stand);
    expect(stand.memory.paths()).not.toContain(`workspaces/w/images/${a.imageId}`);
  });

  it('are more than there is room for only until they arrive', async () => {
    const stand = setUp();
    const there = Array.from({ length: LIMITS.photosPerListing }, (_, index) => `p${index}`);
    await stand.change({ photos: there });
    stand.uploads.add(destination, [await photo('a.jpg')], there);
    await vi.waitFor(() => expect(stand.uploads.sending.getState().get('l')?.images ?? []).toEqual([]));
    expect((await stand.stored()).photos).toEqual(there);
  });

  it('are given up when the listing is deleted, and what has arrived by then goes', async () => {
    const stand = setUp({ uploadsFinish: false }, (writes) => writes.some(({ path }) => path === LISTING));
    const [a, b] = [await photo('a.jpg'), await photo('b.jpg')];
    stand.uploads.add(destination, [a, b], []);
    await vi.waitFor(() => expect(stand.finish.size).toBe(2));
    stand.arrive(a);
    await vi.waitFor(() => expect(stand.uploads.sending.getState().get('l')?.problem).not.toBeNull());
    await stand.memory.database.commit([{ kind: 'delete', path: LISTING }]);
    await ended(stand);
    expect(stand.images.uploads.getState()).toEqual([]);
    await vi.waitFor(() =>
      expect(stand.memory.paths().some((path) => path.includes('/images/'))).toBe(false),
    );
  });

  it('are not given up where the listing is there and cannot be read', async () => {
    const stand = setUp({ uploadsFinish: false });
    const a = await photo('a.jpg');
    stand.uploads.add(destination, [a], []);
    await vi.waitFor(() => expect(stand.finish.size).toBe(1));
    const whole = await stand.stored();
    stand.memory.set(LISTING, { title: 12 });
    expect(stand.images.uploads.getState()).toHaveLength(1);
    stand.memory.set(LISTING, whole);
    stand.arrive(a);
    await begun(stand);
    expect((await stand.stored()).photos).toEqual([a.imageId]);
  });

  it('are forgotten when somebody else signs in', async () => {
    const stand = setUp({ uploadsFinish: false });
    const a = await photo('a.jpg');
    stand.uploads.add(destination, [a], []);
    await vi.waitFor(() => expect(stand.finish.size).toBe(1));
    stand.uploads.clear();
    stand.arrive(a);
    await vi.waitFor(() => expect(stand.images.uploads.getState()).toEqual([]));
    expect(stand.uploads.sending.getState().size).toBe(0);
    expect((await stand.stored()).photos).toEqual([]);
  });
});

describe('what pages are told of photos on their way', () => {
  it('is the same object as long as it is the same: bytes that go are nothing new', async () => {
    const stand = setUp({ uploadsFinish: false });
    const heard = vi.fn<() => void>();
    stand.uploads.add(destination, [await photo('a.jpg'), await photo('b.jpg')], []);
    await vi.waitFor(() => expect(stand.finish.size).toBe(2));
    const before = stand.uploads.sending.getState().get('l');
    stand.uploads.sending.subscribe(heard);
    stand.images.pause(stand.images.uploads.getState()[0]?.id ?? '');
    stand.images.resume(stand.images.uploads.getState()[0]?.id ?? '');
    expect(stand.uploads.sending.getState().get('l')).toBe(before);
    expect(heard).not.toHaveBeenCalled();
  });

  it('is told nowhere else', async () => {
    const stand = setUp();
    const a = await photo('a.jpg');
    stand.uploads.add(destination, [a], []);
    await begun(stand);
    expect(stand.images.isShownElsewhere(a.imageId)).toBe(true);
  });
});

describe('two browser tabs', () => {
  it('add photos at the same time, and none is lost', async () => {
    const stand = setUp({}, (writes) => {
      const attaching = writes.some(({ path }) => path === LISTING);
      // What the other tab has added has not been heard of here.
      if (attaching && !elsewhere.done) {
        elsewhere.done = true;
        elsewhere.add();
      }
      return false;
    });
    const elsewhere = {
      done: false,
      add: () => {
        const draft = { created_by: 'u', created_at: new Date(0), updated_at: new Date(0) };
        stand.memory.set(LISTING, { ...draft, photos: ['x'], own_photos: ['x'] });
      },
    };
    const a = await photo('a.jpg');
    stand.uploads.add(destination, [a], []);
    await begun(stand);
    expect(await stand.stored()).toMatchObject({ photos: ['x', a.imageId], own_photos: ['x', a.imageId] });
  });
});

describe('a photo that is removed', () => {
  const lists = { photos: ['a', 'b', 'c'], own_photos: ['b'] };
  const nothing = () => undefined;

  it('is hidden at once, and goes out of both lists when nobody can put it back any more', async () => {
    const stand = setUp();
    await stand.change(lists);
    const settled = vi.fn<() => void>();
    stand.uploads.remove(destination, 'b', settled);
    expect(stand.uploads.sending.getState().get('l')?.removed).toEqual(['b']);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await stand.stored()).toMatchObject(lists);
    stand.pass();
    await ended(stand);
    expect(await stand.stored()).toMatchObject({ photos: ['a', 'c'], own_photos: [] });
    expect(settled).toHaveBeenCalledOnce();
  });

  it('is put back without anything having happened to it', async () => {
    const stand = setUp();
    await stand.change(lists);
    stand.uploads.remove(destination, 'b', nothing);
    stand.uploads.putBack('l', 'b');
    expect(stand.timers.size).toBe(0);
    await ended(stand);
    expect(await stand.stored()).toMatchObject(lists);
  });

  it('goes at once when the others are to be looked at', async () => {
    const stand = setUp();
    await stand.change(lists);
    stand.uploads.remove(destination, 'b', nothing);
    await stand.uploads.wish(destination, Promise.resolve(true));
    await begun(stand);
    expect((await stand.stored()).photos).toEqual(['a', 'c']);
  });

  it('makes room for one that arrives', async () => {
    const stand = setUp();
    const there = Array.from({ length: LIMITS.photosPerListing }, (_, index) => `p${index}`);
    await stand.change({ photos: there });
    const a = await photo('a.jpg');
    stand.uploads.remove(destination, 'p3', nothing);
    stand.uploads.add(destination, [a], there);
    await begun(stand);
    const left = there.filter((id) => id !== 'p3');
    expect((await stand.stored()).photos).toEqual([...left, a.imageId]);
  });

  it('is there again where that was refused, and it is said', async () => {
    const stand = setUp({}, (writes) => writes.some(({ path }) => path === LISTING));
    await stand.change(lists);
    stand.uploads.remove(destination, 'b', nothing);
    await new Promise((resolve) => setTimeout(resolve, 0));
    stand.pass();
    await ended(stand);
    expect(stand.told).toEqual(['The photo could not be removed']);
    expect((await stand.stored()).photos).toEqual(lists.photos);
  });
});

describe('photos that are to be looked at', () => {
  const running = { listing_analysis: runStatus() };
  const completed = { listing_analysis: runStatus({ status: 'completed' }) };
  const found = { suggestions: [], photos: [], job_id: 'l-listing_analysis-1', updated_at: new Date(0) };
  const SECOND = 'workspaces/w/jobs/l-listing_analysis-2';

  it('wait for the run under way, and are looked at again where that did not see them', async () => {
    const stand = setUp();
    await stand.change({ photos: ['a'], language: 'de', processing_status: running });
    void stand.uploads.wish(destination, Promise.resolve(true));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(stand.memory.paths()).not.toContain(SECOND);
    stand.memory.set(`${LISTING}/analysis/current`, { ...found, language: 'en', photo_ids: ['a'] });
    await stand.change({ processing_status: completed });
    await begun(stand, SECOND);
  });

  it('are said not to have been, unless somebody else has had that done', async () => {
    const there: { set: boolean } = { set: false };
    const stand = setUp({}, (writes) => {
      if (!writes.some(({ path }) => path === JOB)) return false;
      if (there.set) stand.memory.set(JOB, {});
      return true;
    });
    await stand.change({ photos: ['a'] });
    await stand.uploads.wish(destination, Promise.resolve(true));
    await ended(stand);
    expect(stand.told).toEqual(['The photos could not be looked at']);
    there.set = true;
    await stand.uploads.wish(destination, Promise.resolve(true));
    await ended(stand);
    expect(stand.told).toHaveLength(1);
  });

  it('are not, where what was to be changed could not be', async () => {
    const stand = setUp();
    await stand.change({ photos: ['a'] });
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const wish = stand.uploads.wish(destination, promise);
    expect(stand.uploads.sending.getState().get('l')).toMatchObject({ wished: true });
    resolve(false);
    await wish;
    expect(stand.uploads.sending.getState().size).toBe(0);
    expect(stand.memory.paths()).not.toContain(JOB);
  });

  it('are not, where the run under way has seen all', async () => {
    const stand = setUp();
    await stand.change({ photos: ['a'], language: 'de', processing_status: running });
    void stand.uploads.wish(destination, Promise.resolve(true));
    await new Promise((resolve) => setTimeout(resolve, 0));
    stand.memory.set(`${LISTING}/analysis/current`, { ...found, language: 'de', photo_ids: ['a'] });
    await stand.change({ processing_status: completed });
    await ended(stand);
    expect(stand.memory.paths()).not.toContain(SECOND);
  });
});
