/** What a person sees of the analysis of a listing while it goes on, and when it is done anew. */
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyOf, photoOfThing } from '../src/listings/analysis/testing/made-photos.ts';
import { WORKSPACE } from './engine-bench.ts';
import { AT, type ListingPhase, type ListingsBench, openListingsBench } from './listings-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

const JOB = 'l-listing_analysis-1';

let bench: ListingsBench;
let photos: string[];

beforeEach(async () => {
  bench = await openListingsBench();
  const photo = await photoOfThing('#a8232a');
  photos = [
    await bench.addPhoto('a', photo, 'red-leather-bag.png'),
    await bench.addPhoto('b', await copyOf(photo, 'dark')),
    await bench.addPhoto('c', await photoOfThing('#1f3d7a')),
  ];
  await bench.addListing('l', { photos });
});
afterEach(async () => await bench.close());

const texts = (analysis: ListingAnalysis | null) =>
  analysis?.photos.map((photo) => (photo.status === 'read' ? photo.text.length : 'failed'));
const issues = (analysis: ListingAnalysis | null) =>
  analysis?.photos.map((photo) => (photo.status === 'read' ? photo.issues.map(({ kind }) => kind) : []));
const valueOf = (analysis: ListingAnalysis | null, name: string) =>
  analysis?.suggestions.find(({ field }) => field === name)?.value;

/** What is published when each phase is done. */
async function seenAfterPhases(run = 1): Promise<Partial<Record<ListingPhase, ListingAnalysis | null>>> {
  const seen: Partial<Record<ListingPhase, ListingAnalysis | null>> = {};
  bench.onPhaseDone = async (phase) => {
    seen[phase] = await bench.analysis();
  };
  await bench.analyse(run);
  return seen;
}

describe('an analysis under way', () => {
  it('shows what is wrong with the photos before any of them is read', async () => {
    const { prepare_photos: seen = null } = await seenAfterPhases();
    expect(issues(seen)).toEqual([[], ['dark', 'duplicate'], []]);
    expect(texts(seen)).toEqual([0, 0, 0]);
    expect(valueOf(seen, 'category')).toBe('Bags');
  });

  it('shows a photo that cannot be opened before any of them is read', async () => {
    bench.storage.objects.set(storagePaths.libraryOriginal(WORKSPACE, photos[2] ?? '', 'c.png'), 'no photo');
    const { prepare_photos: seen = null } = await seenAfterPhases();
    expect(texts(seen)).toEqual([0, 0, 'failed']);
  });

  it('shows what was read photo by photo, at most once a second', async () => {
    const seen: ReturnType<typeof texts>[] = [];
    let now = AT.getTime();
    bench.clock = () => new Date(now);
    bench.onRead = async (id) => {
      seen.push(texts(await bench.analysis()));
      // The second comes too soon after the first.
      now += id === photos[2] ? 1_000 : 400;
    };
    await bench.analyse();
    expect(seen).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(texts(await bench.analysis())).toEqual([1, 1, 1]);
  });

  it('says which photo it is at', async () => {
    bench.onRead = async (id) => {
      const done = photos.indexOf(id);
      if (done > 0) await bench.becomes(JOB, { progress: { within: { done, of: 3, unit: 'Photo' } } });
    };
    expect(await bench.analyse()).toMatchObject({ status: 'completed' });
    expect(bench.reads).toEqual(photos);
  });

  it('writes nothing when nothing is new', async () => {
    const seen = await seenAfterPhases();
    expect(seen.find_attributes?.updated_at).toEqual(seen.read_text?.updated_at);
    expect(seen.judge_quality?.updated_at).toEqual(seen.read_text?.updated_at);
  });
});

describe('another analysis of the same photos', () => {
  it('in another language reads and opens nothing, and has all of it at once', async () => {
    await bench.analyse();
    expect(valueOf(await bench.analysis(), 'category')).toBe('Bags');
    for (const name of bench.objects(`workspaces/${WORKSPACE}/images/`)) bench.storage.objects.delete(name);
    const reads = [...bench.reads];
    await bench.db.doc(paths.listing(WORKSPACE, 'l')).update({ language: 'de' });
    const { prepare_photos: seen = null } = await seenAfterPhases(2);
    expect(seen).toMatchObject({ language: 'de', job_id: 'l-listing_analysis-2' });
    expect(valueOf(seen, 'category')).toBe('Taschen');
    expect(texts(seen)).toEqual([1, 1, 1]);
    expect(bench.reads).toEqual(reads);
    expect((await bench.analysis())?.suggestions).toEqual(seen?.suggestions);
  });

  it('and one more reads that alone, and never shows less than before', async () => {
    await bench.analyse();
    const before = await bench.analysis();
    const added = await bench.addPhoto('d');
    await bench.change({ photos: [...photos, added] });
    bench.reads.length = 0;
    bench.onRead = async () => {
      expect((await bench.analysis())?.photos.slice(0, 3)).toEqual(before?.photos);
    };
    await bench.analyse(2);
    expect(bench.reads).toEqual([added]);
    expect(texts(await bench.analysis())).toEqual([1, 1, 1, 1]);
  });

  it('keeps the price until similar items have been looked for again', async () => {
    const sold = { title: 'Red leather bag', category: 'Bags', published_at: AT };
    await bench.addListing('x', { ...sold, price: { amount: 40, currency: 'EUR' } });
    await bench.addListing('y', { ...sold, price: { amount: 60, currency: 'EUR' } });
    await bench.analyse();
    const price = valueOf(await bench.analysis(), 'price');
    expect(price).toMatchObject({ amount: 50 });
    await bench.db.doc(paths.listing(WORKSPACE, 'y')).delete();
    const { prepare_photos: first = null, suggest_fields: last = null } = await seenAfterPhases(2);
    expect(valueOf(first, 'price')).toEqual(price);
    // One item is not enough for a price.
    expect(valueOf(last, 'price')).toBeUndefined();
  });
});
