/** Images that nobody is at, on a real (embedded) Firestore: each gets a batch, and no other image does. */
import { randomUUID } from 'node:crypto';
import { isUpToDate } from '@docket/model/image';
import { jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeftOvers } from '../src/images/left-overs.ts';
import { WORKSPACE } from './engine-bench.ts';
import { type ImagesBench, openImagesBench } from './images-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let images: ImagesBench;
let finder: LeftOvers;
let logged: object[];

const anotherFinder = (newId: () => string = randomUUID) => {
  const log = { info: () => {}, error: (data: object) => logged.push(data) };
  return new LeftOvers({ db: images.db, log, newId });
};

beforeEach(async () => {
  images = await openImagesBench();
  logged = [];
  finder = anotherFinder();
});
afterEach(async () => await images.close());

const refOf = (id: string) => images.db.doc(paths.image(WORKSPACE, id));
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const left = async (count: number, change: object = {}, name = 'left') =>
  await Promise.all(
    Array.from(
      { length: count },
      async (_, index) =>
        await images.add(`${name} ${index}`, { uploaded_at: minutesAgo(3), batch_id: 'never', ...change }),
    ),
  );
const jobs = async () => {
  const { docs } = await images.db.collection(paths.jobs(WORKSPACE)).get();
  return docs.map((doc) => ({ id: doc.id, ...jobSchema.parse(doc.data()) }));
};
const startedFor = async () => (await jobs()).flatMap(({ input }) => input.image_ids ?? []).toSorted();
const sweep = async (minutes = 0) => await finder.start(new Date(Date.now() + minutes * 60_000));

/** Takes on all runs that were started. */
async function runAll(): Promise<void> {
  for (const { id, status } of await jobs()) if (status === 'queued') await images.bench.claim(id);
  await images.idle();
}

describe('images that nobody has started a batch for', () => {
  it('are started once, by however many sweepers', async () => {
    const ids = await left(60);
    await Promise.all([sweep(), anotherFinder().start(new Date())]);
    await sweep();
    const started = await jobs();
    expect(new Set(started.map(({ input }) => input.image_ids?.length))).toEqual(new Set([10, 50]));
    expect(await startedFor()).toEqual(ids.toSorted());
    for (const { subject } of started) expect((await images.batch(subject.id)).source).toBe('left_over');
    await runAll();
    for (const id of ids) expect(isUpToDate(await images.image(id))).toBe(true);
    await sweep();
    expect(await jobs()).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  it('are given time to be started by whoever adds them', async () => {
    await left(3, { uploaded_at: minutesAgo(1) });
    await sweep();
    expect(await jobs()).toEqual([]);
  });

  it('are not those that wait in a batch, nor those of one that is being cancelled', async () => {
    const ids = await left(3, { batch_id: 'b' });
    images.bench.queue.open = false;
    const job = await images.start('b', ids);
    await sweep();
    await images.db.doc(paths.job(WORKSPACE, job)).update({ status: 'cancelling' });
    await sweep();
    expect(await jobs()).toHaveLength(1);
  });

  it('are fetched first if they are addresses', async () => {
    const id = await images.addUrl('https://one.example/1.jpg');
    await refOf(id).update({ uploaded_at: minutesAgo(3) });
    await sweep();
    expect(await jobs()).toMatchObject([{ pipeline: 'image_import', input: { image_ids: [id] } }]);
  });

  it('are started again when they were deleted and left over once more', async () => {
    const [id = ''] = await left(1);
    await sweep();
    await runAll();
    await refOf(id).delete();
    await left(1);
    await sweep();
    await runAll();
    expect(isUpToDate(await images.image(id))).toBe(true);
    expect(await jobs()).toHaveLength(2);
  });

  it('are found behind more images that wait in batches than one sweep looks at', async () => {
    const ids = Array.from({ length: 1_050 }, (_, index) => `f-${index}`);
    const writer = images.db.bulkWriter();
    const [model = ''] = await left(1);
    const fields = (await refOf(model).get()).data() ?? {};
    await refOf(model).delete();
    for (const id of ids) void writer.set(refOf(id), { ...fields, uploaded_at: minutesAgo(10) });
    await writer.close();
    images.bench.queue.open = false;
    for (let from = 0; from < ids.length; from += 50)
      await images.start(`b${from}`, ids.slice(from, from + 50));
    const [last] = await left(1);
    await sweep();
    await sweep();
    expect((await startedFor()).filter((id) => !ids.includes(id))).toEqual([last]);
    // And then from the beginning.
    const [old] = await left(1, { uploaded_at: minutesAgo(20) }, 'older');
    await sweep();
    expect(await startedFor()).toContain(old);
  });

  it('are started whatever becomes of those of others', async () => {
    await left(1, { uploaded_by: 'a', uploaded_at: minutesAgo(5) }, 'broken');
    const [id] = await left(1);
    const answers = ['no/id', 'fine'];
    finder = anotherFinder(() => answers.shift() ?? 'fine');
    await sweep();
    expect(await startedFor()).toEqual([id]);
    expect(logged).toHaveLength(1);
  });
});

describe('an image that one run has left to another', () => {
  /** X has failed in a batch that is still at another image. `go` lets that be done. */
  async function failedEarly() {
    const x = await images.add('bad X');
    const slow = await images.add('slow');
    const go = Promise.withResolvers<void>();
    images.onPlace = async ({ step, text }) => {
      if (step === 'thumbnails' && text === 'slow') await go.promise;
    };
    await images.start('older', [x, slow]);
    await vi.waitFor(async () => expect((await images.image(x)).processing_status).toBe('failed'));
    return { x, go: go.resolve };
  }

  it('that is past it is told of a cancel, if it waits', async () => {
    const { x, go } = await failedEarly();
    await refOf(x).update({ processing_status: 'queued', processing_error: null });
    images.bench.queue.open = false;
    const again = await images.start('again', [x]);
    await images.ask(again, 'cancel');
    expect((await images.image(x)).processing_status).toBe('cancelled');
    images.bench.queue.open = true;
    go();
    await images.idle();
    expect((await images.image(x)).processing_status).toBe('cancelled');
  });

  it('that is past it is processed later, if it was being processed', async () => {
    const { x, go } = await failedEarly();
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const passed = images.onPlace;
    images.onPlace = async (place) => {
      if (place.step !== 'open' || place.text !== 'bad X') return await passed(place);
      reached.resolve();
      await goOn.promise;
    };
    const again = await images.start('again', [x]);
    await reached.promise;
    const asked = images.ask(again, 'cancel');
    await vi.waitFor(async () => expect((await images.bench.job(again)).status).toBe('cancelling'));
    goOn.resolve();
    await asked;
    go();
    await images.idle();
    expect((await images.bench.job(again)).status).toBe('cancelled');
    expect((await images.image(x)).processing_status).toBe('processing');
    images.onPlace = async () => {};

    await sweep(15);
    expect(await jobs()).toHaveLength(2);
    await sweep(25);
    expect(await jobs()).toHaveLength(3);
    await runAll();
    expect((await images.image(x)).processing_status).toBe('failed');
  });

  it('that was started earlier and is at it is not disturbed by a cancel', async () => {
    const id = await images.add('photo');
    const go = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    images.onPlace = async ({ step }) => {
      if (step !== 'variants') return;
      reached.resolve();
      await go.promise;
    };
    await images.start('b1', [id]);
    await reached.promise;
    await vi.waitFor(async () => expect((await images.image(id)).thumbnails).not.toEqual([]));
    images.bench.queue.open = false;
    const second = await images.start('b2', [id]);
    await images.ask(second, 'cancel');
    go.resolve();
    await images.idle();
    const image = await images.image(id);
    expect(isUpToDate(image)).toBe(true);
    expect(images.derivatives()).toHaveLength(8);
    expect(images.derivatives()).toEqual(
      [...image.thumbnails, ...image.variants].map(({ path }) => path).toSorted(),
    );
  });
});
