/** What goes with a listing that is deleted, and with a photo that is taken out of one. */
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhaseContext } from '../src/engine/pipeline-module.ts';
import { removeImageData } from '../src/images/remove.ts';
import { KeptPhotos } from '../src/listings/kept-photos.ts';
import { type Findings, publishAnalysis } from '../src/listings/publish-analysis.ts';
import { removeUnusedPhotos } from '../src/listings/removal/remove-unused-photos.ts';
import { WORKSPACE } from './engine-bench.ts';
import { idOf, openImagesBench } from './images-bench.ts';
import {
  AT,
  LATER,
  LISTING_PHASES,
  type ListingsBench,
  openListingsBench,
  untilStopped,
} from './listings-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let bench: ListingsBench;
let own: string;
let lent: string;

beforeEach(async () => {
  bench = await openListingsBench();
  own = await bench.addPhoto('a');
  lent = await bench.addPhoto('b');
  await bench.addListing('l', { photos: [own, lent], own_photos: [own] });
});
afterEach(async () => await bench.close());

/** All that there is of the listing besides its photos. */
const left = async () => ({ kept: bench.kept(), analysis: await bench.analysis() });
const nothing = { kept: [], analysis: null };

describe('a deleted listing', () => {
  it('takes along its analysis, what was kept of its photos, and those that came with it', async () => {
    await bench.analyse();
    expect(bench.kept()).not.toEqual([]);
    const told = await bench.change(null);
    await told();
    await told();
    expect(await left()).toEqual(nothing);
    expect(await bench.hasImage(own)).toBe(false);
    expect(await bench.hasImage(lent)).toBe(true);
  });

  it('leaves a photo that was in the library before the listing, whatever that says of it', async () => {
    const older = new Date(AT.getTime() - 1);
    await bench.db.doc(paths.image(WORKSPACE, own)).update({ uploaded_at: older, uploaded_by: 'another' });
    await (await bench.change(null))();
    expect(await bench.hasImage(own)).toBe(true);
  });

  it('reaches nothing beside the images of its workspace', async () => {
    const theirs = bench.db.doc(paths.image('another-workspace', own));
    const image = (await bench.db.doc(paths.image(WORKSPACE, own)).get()).data();
    await theirs.set(image ?? {});
    await (await bench.change({ own_photos: [own, 'f-nobody'], photos: [own, 'f-nobody'] }))();
    await (await bench.change(null))();
    expect(await bench.hasImage(own)).toBe(false);
    expect((await theirs.get()).exists).toBe(true);
  });

  it('leaves a photo that another listing shows, published or not', async () => {
    await bench.addListing('other', { photos: [own] });
    await (await bench.change(null))();
    expect(await bench.hasImage(own)).toBe(true);
    await (await bench.change(null, 'other'))();
    expect(await bench.hasImage(own)).toBe(true);
  });

  it('leaves a photo that is the image of an inventory item', async () => {
    await bench.db.doc(paths.inventoryItem(WORKSPACE, 'i')).set({ name: 'Bolts', image_id: own });
    await (await bench.change(null))();
    expect(await bench.hasImage(own)).toBe(true);
  });

  it('leaves the same photo when it was added anew before the functions were told', async () => {
    const told = await bench.change(null);
    await bench.db.doc(paths.image(WORKSPACE, own)).update({ uploaded_at: new Date(LATER.getTime() + 1) });
    await told();
    expect(await bench.hasImage(own)).toBe(true);
  });

  it('that is there again keeps what it has', async () => {
    await bench.analyse();
    const before = await left();
    const told = await bench.change(null);
    await bench.addListing('l', { photos: [own, lent], own_photos: [own] });
    await told();
    expect(await left()).toEqual(before);
    expect(await bench.hasImage(own)).toBe(true);
  });

  it.each(LISTING_PHASES)('ends its analysis in %s, which leaves nothing behind', async (phase) => {
    const reached = Promise.withResolvers<void>();
    bench.onPhaseDone = async (key, { signal }) => {
      if (key !== phase) return;
      reached.resolve();
      await untilStopped(signal);
    };
    const job = await bench.start();
    await reached.promise;
    await (await bench.change(null))();
    await bench.queue.idle();
    expect(await bench.job(job)).toMatchObject({ status: 'failed', error: { code: 'subject_missing' } });
    expect(await left()).toEqual(nothing);
    expect(await bench.hasImage(own)).toBe(false);
  });

  it.each(LISTING_PHASES)('leaves nothing when %s ends before the functions are told', async (phase) => {
    let told = async () => {};
    bench.onPhaseDone = async (key) => {
      if (key === phase) told = await bench.change(null);
    };
    await bench.start();
    await bench.queue.idle();
    await told();
    expect(await left()).toEqual(nothing);
    expect(await bench.hasImage(own)).toBe(false);
  });

  it('leaves nothing of a phase that does not notice and ends long after', async () => {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    bench.onRead = async () => {
      reached.resolve();
      await go.promise;
    };
    await bench.start();
    await reached.promise;
    await (await bench.change(null))();
    go.resolve();
    await bench.queue.idle();
    expect(await left()).toEqual(nothing);
  });

  it('is noticed by whoever stores or publishes something of its photos at the same moment', async () => {
    const given = Promise.withResolvers<PhaseContext>();
    bench.onPhaseDone = async (_, context) => given.resolve(context);
    await bench.analyse();
    await (await bench.change(null))();
    // A phase that has not heard of it yet.
    const { signal } = new AbortController();
    const transact: PhaseContext['transact'] = async (work) => await bench.db.runTransaction(work);
    const context = { ...(await given.promise), signal, transact };
    const kept = new KeptPhotos(bench.db, bench.storage.bucket, context);
    const failed = { status: 'failed', id: own, file: 'a.png', error: 'no' } as const;
    const missing = { code: 'subject_missing' };
    await expect(kept.keepReading(failed, 'embedded')).rejects.toMatchObject(missing);
    const found: Findings = {
      listing: { photos: [own], language: 'en' },
      photos: [failed],
      similarItems: null,
      read_by: 'embedded',
      instead_of: null,
    };
    await expect(publishAnalysis(bench.db, context, found, () => LATER)).rejects.toMatchObject(missing);
    expect(await left()).toEqual(nothing);
  });

  it('leaves nothing of a worker that has died, whenever that is noticed', async () => {
    const reached = Promise.withResolvers<void>();
    bench.onRead = async () => {
      reached.resolve();
      await new Promise(() => {});
    };
    const job = await bench.start();
    await reached.promise;
    await (await bench.change(null))();
    // What it has stored in its last moment.
    bench.storage.objects.set(storagePaths.listingReading(WORKSPACE, 'l', own, 'embedded'), '{}');
    await bench.db.doc(paths.job(WORKSPACE, job)).update({
      'cleanup.not_before': new Date(0),
      'execution.zombie_until': new Date(0),
    });
    await bench.engine.sweep();
    expect(await left()).toEqual(nothing);
  });
});

describe('a photo that is taken out of a listing', () => {
  it('goes from the library when it came with the listing and nobody else uses it, with what was seen in it', async () => {
    await bench.analyse();
    const told = await bench.change({ photos: [lent], own_photos: [] });
    await told();
    await told();
    expect(await bench.hasImage(own)).toBe(false);
    expect(bench.kept()).toEqual([storagePaths.listingReading(WORKSPACE, 'l', lent, 'embedded')]);
    expect(await bench.analysis()).not.toBeNull();
  });

  it('stays in the library when it was there before', async () => {
    await (await bench.change({ photos: [own] }))();
    expect(await bench.hasImage(lent)).toBe(true);
  });

  it('stays when it was there before, but was taken for one that came with the listing', async () => {
    await bench.db
      .doc(paths.image(WORKSPACE, lent))
      .update({ uploaded_at: new Date(AT.getTime() - 1), uploaded_by: 'another' });
    await bench.change({ own_photos: [own, lent] });
    await (await bench.change({ photos: [own], own_photos: [own] }))();
    expect(await bench.hasImage(lent)).toBe(true);
  });

  it('stays when it is back before the functions are told', async () => {
    const told = await bench.change({ photos: [lent], own_photos: [] });
    await bench.change({ photos: [lent, own], own_photos: [own] });
    await told();
    expect(await bench.hasImage(own)).toBe(true);
  });

  it('goes also when the listing is deleted before the functions are told', async () => {
    const told = await bench.change({ photos: [lent], own_photos: [] });
    const toldOfDeletion = await bench.change(null);
    await toldOfDeletion();
    await told();
    expect(await bench.hasImage(own)).toBe(false);
    expect(await left()).toEqual(nothing);
  });
});

describe('any other change of a listing', () => {
  it('removes nothing', async () => {
    await bench.analyse();
    const before = bench.kept();
    await (await bench.change({ title: 'Bag', photos: [lent, own], updated_at: AT }))();
    expect(await bench.hasImage(own)).toBe(true);
    expect(bench.kept()).toEqual(before);
  });
});

describe('a photo that goes while its image is being processed', () => {
  it('leaves neither its original nor derivatives', async () => {
    const images = await openImagesBench();
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    images.onPlace = async ({ step }) => {
      if (step !== 'variants') return;
      reached.resolve();
      await go.promise;
    };
    const id = await images.add('photo', { uploaded_at: AT });
    await images.start('b', [id]);
    await reached.promise;
    const record = await images.db.doc(paths.image(WORKSPACE, id)).get();
    await removeUnusedPhotos(images.db, WORKSPACE, [id], { since: AT, until: LATER });
    const place = { workspaceId: WORKSPACE, imageId: idOf('photo') };
    await removeImageData(images.db, images.storage.bucket, place, record);
    go.resolve();
    await images.idle();
    expect([...images.storage.objects.keys()]).toEqual([]);
    await images.close();
  });
});
