/** What a run makes of the photos of a listing, on a real (embedded) Firestore and a bucket in memory. */
import { uploadedImageId } from '@docket/model/image';
import { listingSchema, listingState, NO_VALUES } from '@docket/model/listing/listing';
import { type ListingAnalysis, listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MADE_LABELS, photoOfLabel } from '../src/listings/analysis/testing/made-photos.ts';
import { listingAnalysis } from '../src/listings/pipeline.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

const AT = new Date('2026-03-01T10:00:00Z');
const imageId = (letter: string) => uploadedImageId(letter.repeat(64));
const [LABELLED, COPY, BROKEN, GONE] = [imageId('a'), imageId('b'), imageId('c'), imageId('d')];

let storage: MemoryBucket;
let bench: Bench;

beforeAll(async () => {
  storage = await openBucket();
  bench = await openBench({}, (db) => ({ listing_analysis: listingAnalysis(db, storage.bucket) }));
  const [label] = MADE_LABELS;
  if (label === undefined) throw new Error('There are no labels.');
  const photo = Buffer.from(await photoOfLabel(label, 0));
  await addImage(LABELLED, photo);
  await addImage(COPY, photo);
  await addImage(BROKEN, Buffer.from('no photo'));
});
beforeEach(async () => {
  await bench.db.recursiveDelete(bench.db.collection(paths.listings(WORKSPACE)));
});
afterAll(async () => {
  await bench.close();
  await storage.close();
});

/** An image of the library that phones call as they call all. */
async function addImage(id: string, bytes: Buffer): Promise<void> {
  const path = storagePaths.libraryOriginal(WORKSPACE, id, 'image.jpg');
  storage.objects.set(path, bytes);
  const fields = {
    file_name: 'image.jpg',
    storage_path: path,
    content_type: 'image/jpeg',
    size: bytes.length,
  };
  await bench.db.doc(paths.image(WORKSPACE, id)).set({ ...fields, uploaded_by: 'u', uploaded_at: AT });
}

const signed = { created_by: 'u', created_at: AT };

async function addListing(id: string, fields: Record<string, unknown>): Promise<void> {
  const listing = {
    ...NO_VALUES,
    touched: [],
    photos: [],
    own_photos: [],
    language: 'en',
    published_at: null,
  };
  await bench.db.doc(paths.listing(WORKSPACE, id)).set({ ...listing, ...signed, updated_at: AT, ...fields });
}

/** Starts the analysis of a listing as a client does, and returns what it has found. */
async function analyse(id: string, run = 1): Promise<ListingAnalysis> {
  const job = jobId(id, 'listing_analysis', run);
  await bench.db.doc(paths.job(WORKSPACE, job)).create({
    pipeline: 'listing_analysis',
    subject: { type: 'listing', id },
    input: { document_ids: [] },
    run,
    ...signed,
    status: 'queued',
    open: true,
  });
  await bench.claim(job);
  await bench.queue.idle();
  return listingAnalysisSchema.parse((await bench.db.doc(paths.listingAnalysis(WORKSPACE, id)).get()).data());
}

const objectsBelow = (prefix: string) =>
  [...storage.objects.keys()].filter((name) => name.startsWith(prefix));

describe('the analysis of a listing', () => {
  it('suggests what its photos say, and reports on each by its id', async () => {
    await addListing('l', { photos: [LABELLED, BROKEN, GONE, COPY] });
    const analysis = await analyse('l');
    const title = analysis.suggestions.find(({ field }) => field === 'title');
    expect(JSON.stringify(title?.value)).toContain(MADE_LABELS[0]?.brand);
    expect(analysis).toMatchObject({
      job_id: 'l-listing_analysis-1',
      photo_ids: [LABELLED, BROKEN, GONE, COPY],
      photos: [
        { id: LABELLED, status: 'read' },
        { id: BROKEN, status: 'failed', error: expect.stringContaining('image.jpg') },
        { id: COPY, status: 'read', issues: [{ kind: 'duplicate', of: LABELLED }] },
      ],
    });
    const listing = listingSchema.parse((await bench.db.doc(paths.listing(WORKSPACE, 'l')).get()).data());
    expect(listingState(listing)).toBe('COMPLETED');
  });

  it('looks at a photo once, and leaves nothing of the run', async () => {
    await addListing('again', { photos: [LABELLED] });
    await analyse('again');
    const kept = objectsBelow(storagePaths.listing(WORKSPACE, 'again'));
    expect(kept).toHaveLength(1);
    const original = storagePaths.libraryOriginal(WORKSPACE, LABELLED, 'image.jpg');
    const bytes = storage.objects.get(original) ?? '';
    storage.objects.delete(original);
    await bench.db.doc(paths.listing(WORKSPACE, 'again')).update({ language: 'de' });
    const second = await analyse('again', 2);
    storage.objects.set(original, bytes);
    expect(second).toMatchObject({ language: 'de', photos: [{ id: LABELLED, status: 'read' }] });
    expect(objectsBelow(storagePaths.listing(WORKSPACE, 'again'))).toEqual(kept);
  });

  it('takes the price from similar items that are published', async () => {
    const price = (amount: number) => ({ amount, currency: 'EUR' });
    const title = MADE_LABELS[0]?.brand;
    await addListing('priced', { photos: [LABELLED] });
    await addListing('a', { title, price: price(40), published_at: AT });
    await addListing('draft', { title, price: price(9000) });
    expect((await analyse('priced')).suggestions.map(({ field }) => field)).not.toContain('price');
    await addListing('b', { title, price: price(60), published_at: AT });
    const { suggestions } = await analyse('priced', 2);
    expect(suggestions.find(({ field }) => field === 'price')?.value).toMatchObject({
      amount: 50,
      currency: 'EUR',
    });
  });
});
