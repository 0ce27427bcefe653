/** What becomes of the analysis of a listing when something goes wrong in the middle of it. */
import { DocketError } from '@docket/model/errors';
import { listingState } from '@docket/model/listing/listing';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { photoOfThing } from '../src/listings/analysis/testing/made-photos.ts';
import { WORKSPACE } from './engine-bench.ts';
import {
  LISTING_PHASES,
  type ListingsBench,
  openListingsBench,
  storedListing,
  untilStopped,
} from './listings-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let bench: ListingsBench;
let photos: string[];

beforeEach(async () => {
  bench = await openListingsBench();
  photos = [await bench.addPhoto('a'), await bench.addPhoto('b'), await bench.addPhoto('c')];
  await bench.addListing('l', { photos });
});
afterEach(async () => await bench.close());

const photoAt = (index: number) => photos[index] ?? '';
const original = (index: number) =>
  storagePaths.libraryOriginal(WORKSPACE, photoAt(index), `${'abc'[index]}.png`);
const reports = async () => (await bench.analysis())?.photos;
const textOf = (id: string) => ({ id, status: 'read', text: [{ text: `SEEN ${id}` }] });
const runFiles = () => bench.objects(storagePaths.listingRuns(WORKSPACE, 'l'));

describe('a cancel', () => {
  it.each(LISTING_PHASES)('in %s leaves nothing of the run, and another can be started', async (phase) => {
    const reached = Promise.withResolvers<void>();
    bench.onPhaseDone = async (key, { signal }) => {
      if (key !== phase) return;
      reached.resolve();
      await untilStopped(signal);
    };
    const job = await bench.start();
    await reached.promise;
    await bench.ask(job, 'cancel');
    await bench.queue.idle();
    await bench.becomes(job, { status: 'cancelled' });
    expect(runFiles()).toEqual([]);
    expect(listingState(await storedListing(bench))).toBe('DRAFT');
    // What was found until then is right as far as it goes.
    expect((await reports())?.map(({ id }) => id)).toEqual(photos);
    bench.onPhaseDone = async () => {};
    expect(await bench.analyse(2)).toMatchObject({ status: 'completed' });
    expect(await reports()).toMatchObject(photos.map(textOf));
    expect(bench.reads.toSorted()).toEqual(photos);
  });

  it('while a photo is read leaves nothing of that photo', async () => {
    const reached = Promise.withResolvers<void>();
    bench.onRead = async (id, signal) => {
      if (id !== photoAt(1)) return;
      reached.resolve();
      await untilStopped(signal);
    };
    const job = await bench.start();
    await reached.promise;
    await bench.ask(job, 'cancel');
    await bench.queue.idle();
    expect(bench.kept()).toEqual([storagePaths.listingReading(WORKSPACE, 'l', photoAt(0), 'embedded')]);
  });
});

describe('a worker that dies while it reads the second photo', () => {
  it('is followed by one that reads what is left', async () => {
    const reached = Promise.withResolvers<void>();
    bench.onRead = async (id) => {
      if (id !== photoAt(1)) return;
      reached.resolve();
      await new Promise(() => {});
    };
    const job = await bench.start();
    await reached.promise;
    bench.onRead = async () => {};
    const survivor = bench.anotherEngine();
    bench.queue.deliver = async (task) => await survivor.runPhase(task);
    await bench.db.doc(paths.job(WORKSPACE, job)).update({ 'execution.expires_at': new Date(0) });
    await survivor.sweep();
    await bench.becomes(job, { status: 'completed' });
    expect(await reports()).toMatchObject(photos.map(textOf));
    // The one that was under way is begun anew; no other.
    expect(bench.reads).toEqual([photoAt(0), photoAt(1), photoAt(1), photoAt(2)]);
    await vi.waitFor(() => expect(runFiles()).toEqual([]), 10_000);
  });
});

describe('a photo that kills every worker that looks at it', () => {
  /** Lets the worker that is under way die as soon as it reads the photo, and another one take over. */
  const dieAt = async (job: string, id: string, start: () => Promise<unknown>) => {
    const reached = Promise.withResolvers<void>();
    bench.onRead = async (photo) => {
      if (photo !== id) return;
      reached.resolve();
      await new Promise(() => {});
    };
    await start();
    await reached.promise;
    await bench.db.doc(paths.job(WORKSPACE, job)).update({ 'execution.expires_at': new Date(0) });
  };
  const takeOver = async () => {
    const survivor = bench.anotherEngine();
    bench.queue.deliver = async (task) => await survivor.runPhase(task);
    await survivor.sweep();
  };

  it('is set aside with its sentence, and the others go on; the next run tries it again', async () => {
    const job = 'l-listing_analysis-1';
    await dieAt(job, photoAt(1), async () => await bench.start());
    await dieAt(job, photoAt(1), takeOver);
    await takeOver();
    await bench.becomes(job, { status: 'completed' });
    expect(await reports()).toMatchObject([
      textOf(photoAt(0)),
      {
        id: photoAt(1),
        status: 'failed',
        error: expect.stringContaining('“b.png” stopped the worker several times'),
      },
      textOf(photoAt(2)),
    ]);
    bench.onRead = async () => {};
    expect(await bench.analyse(2)).toMatchObject({ status: 'completed' });
    expect(await reports()).toMatchObject(photos.map(textOf));
  });

  it('is none when the reader has failed there without dying', async () => {
    const job = 'l-listing_analysis-1';
    await dieAt(job, photoAt(0), async () => await bench.start());
    let failures = 1;
    bench.onRead = async () => {
      if (failures-- > 0) throw new Error('out of order');
    };
    await takeOver();
    await bench.becomes(job, { status: 'completed' });
    expect(await reports()).toMatchObject(photos.map(textOf));
  });
});

describe('a photo that cannot be opened', () => {
  it('is reported with its sentence, and the others go on', async () => {
    bench.storage.objects.set(original(0), Buffer.from('no photo'));
    bench.storage.objects.delete(original(2));
    expect(await bench.analyse()).toMatchObject({ status: 'completed' });
    expect(await reports()).toMatchObject([
      { id: photoAt(0), status: 'failed', error: expect.stringContaining('“a.png” is') },
      textOf(photoAt(1)),
      { id: photoAt(2), status: 'failed', error: expect.stringContaining('“c.png” has lost its original') },
    ]);
    expect(bench.reads).toEqual([photoAt(1)]);
  });

  it('is not tried again by later phases, but by the next run', async () => {
    const bytes = bench.storage.objects.get(original(0)) ?? '';
    bench.storage.objects.delete(original(0));
    bench.onPhaseDone = async (phase) => {
      // Would be found if it were looked for.
      if (phase === 'prepare_photos') bench.storage.objects.set(original(0), bytes);
    };
    await bench.analyse();
    expect(await reports()).toMatchObject([{ status: 'failed' }, { status: 'read' }, { status: 'read' }]);
    await bench.analyse(2);
    expect(await reports()).toMatchObject(photos.map(textOf));
  });

  it('does not make the run fail even if there are no others: trying again would not help', async () => {
    for (const index of photos.keys()) bench.storage.objects.set(original(index), Buffer.from('no photo'));
    expect(await bench.analyse()).toMatchObject({ status: 'completed' });
    expect(await bench.analysis()).toMatchObject({
      suggestions: [],
      photos: photos.map((id) => ({ id, status: 'failed', error: expect.stringContaining('.png”') })),
    });
    expect(listingState(await storedListing(bench))).toBe('COMPLETED');
  });
});

describe('a listing without photos', () => {
  it('is analysed to nothing', async () => {
    await bench.addListing('empty');
    expect(await bench.analyse(1, 'empty')).toMatchObject({ status: 'completed' });
    expect(await bench.analysis('empty')).toMatchObject({ suggestions: [], photos: [], photo_ids: [] });
  });
});

describe('a photo that goes while the analysis is under way', () => {
  it('from the library, is nothing that is reported', async () => {
    bench.onPhaseDone = async (phase) => {
      if (phase === 'prepare_photos') await bench.db.doc(paths.image(WORKSPACE, photoAt(1))).delete();
    };
    expect(await bench.analyse()).toMatchObject({ status: 'completed' });
    expect(await reports()).toMatchObject([textOf(photoAt(0)), textOf(photoAt(2))]);
    expect(bench.reads).not.toContain(photoAt(1));
  });

  it('from the listing while it is read, leaves nothing that was seen in it', async () => {
    bench.onRead = async (id) => {
      if (id === photoAt(1)) await (await bench.change({ photos: [photoAt(0), photoAt(2)] }))();
    };
    expect(await bench.analyse()).toMatchObject({ status: 'completed' });
    expect(await bench.analysis()).toMatchObject({
      photo_ids: [photoAt(0), photoAt(2)],
      photos: [textOf(photoAt(0)), textOf(photoAt(2))],
    });
    expect(bench.kept().filter((name) => name.includes(photoAt(1)))).toEqual([]);
  });
});

describe('a photo that is added while the analysis is under way', () => {
  it('is looked at as well', async () => {
    const added = await bench.addPhoto('d');
    bench.onPhaseDone = async (phase) => {
      if (phase === 'read_text') await bench.change({ photos: [...photos, added] });
    };
    await bench.analyse();
    expect(await reports()).toMatchObject([...photos, added].map(textOf));
  });
});

describe('photos of the same name', () => {
  it('are told apart', async () => {
    const [one, other] = [
      await bench.addPhoto('d', await photoOfThing('#a8232a'), 'image.png'),
      await bench.addPhoto('e', Buffer.from('no photo'), 'image.png'),
    ];
    const again = await bench.addPhoto('f', await photoOfThing('#a8232a'), 'image.png');
    await bench.addListing('l', { photos: [one, other, again] });
    await bench.analyse();
    expect(await reports()).toMatchObject([
      { ...textOf(one), issues: [] },
      { id: other, status: 'failed' },
      { ...textOf(again), issues: [{ kind: 'duplicate', of: one }] },
    ]);
  });
});

describe('a reader that fails', () => {
  it('is tried again, and reads no photo twice that it has read', async () => {
    let failures = 2;
    bench.onRead = async (id) => {
      if (id === photoAt(1) && failures-- > 0) throw new Error('out of order');
    };
    expect(await bench.analyse()).toMatchObject({ status: 'completed' });
    expect(bench.reads).toEqual([photoAt(0), photoAt(1), photoAt(1), photoAt(1), photoAt(2)]);
  });

  it('for good fails the run, which Retry takes up where it was; what was read so far is suggested', async () => {
    const down = new DocketError('service_unavailable', { service: 'The reader' });
    bench.onRead = async (id) => {
      if (id === photoAt(1)) throw down;
    };
    const job = await bench.start();
    await bench.queue.idle();
    expect(await bench.job(job)).toMatchObject({ status: 'failed', error: { code: 'service_unavailable' } });
    expect(await reports()).toMatchObject([textOf(photoAt(0)), { text: [] }, { text: [] }]);
    expect(listingState(await storedListing(bench))).toBe('FAILED');
    bench.onRead = async () => {};
    await bench.ask(job, 'retry');
    await bench.queue.idle();
    expect(await bench.job(job)).toMatchObject({ status: 'completed' });
    expect(bench.reads.filter((id) => id === photoAt(0))).toHaveLength(1);
  });

  it('leaves files that the next run removes with its own', async () => {
    bench.onRead = async () => {
      throw new DocketError('service_refused');
    };
    expect(await bench.analyse()).toMatchObject({ status: 'failed' });
    expect(runFiles()).not.toEqual([]);
    bench.onRead = async () => {};
    expect(await bench.analyse(2)).toMatchObject({ status: 'completed' });
    expect(runFiles()).toEqual([]);
  });
});
