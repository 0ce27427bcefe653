/** Photos of listings that Cloud Vision looks at, on a real (embedded) Firestore: what comes of it, and of its failures. */
import type { ServerResponse } from 'node:http';
import { breakerSchema } from '@docket/model/breaker';
import { uploadedImageId } from '@docket/model/image';
import { NO_VALUES } from '@docket/model/listing/listing';
import { type ListingAnalysis, listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhotoReader } from '../src/listings/analysis/photo/photo-reader.ts';
import { openVisionReader } from '../src/listings/analysis/photo/read-vision.ts';
import { photoOfThing } from '../src/listings/analysis/testing/made-photos.ts';
import { listingAnalysis } from '../src/listings/pipeline.ts';
import { breakerId } from '../src/engine/breaker/breaker-id.ts';
import { closedBreaker } from '../src/engine/breaker/decide-breaker.ts';
import { VISION } from '../src/services/vision/vision-errors.ts';
import { FULL_ANSWER } from '../src/services/vision/testing/answers.ts';
import {
  annotated,
  refused,
  type VisionServer,
  visionServer,
} from '../src/services/vision/testing/vision-server.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

const AT = new Date('2026-03-01T10:00:00Z');
const IMAGES = [uploadedImageId('a'.repeat(64)), uploadedImageId('b'.repeat(64))];
const JOB = jobId('l', 'listing_analysis', 1);
const works = annotated(FULL_ANSWER);

/** Looks at photos while the service does not. */
const instead: PhotoReader = {
  id: 'embedded',
  service: null,
  close: async () => {},
  read: async ({ id }, signal) => {
    await onInstead(signal);
    seenInstead.push(id);
    const lines = [{ text: 'SEEN WITHOUT', confidence: 0.9, height: 0.1 }];
    return { labels: [], objects: [], lines, colours: [], coloursOfItem: false, safe: null };
  },
};

let seenInstead: string[];
/** What happens before it sees something. */
let onInstead: (signal: AbortSignal) => Promise<void>;
let storage: MemoryBucket;
let bench: Bench;
let service: VisionServer;
/** What the service answers at the moment. */
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
  answer = works;
  seenInstead = [];
  onInstead = async () => {};
  service = await visionServer((response) => answer(response));
  storage = await openBucket();
  bench = await openBench({ breakerCooldownMs: 200, breakerProbeMs: 2_000 }, (db) => ({
    listing_analysis: listingAnalysis(db, storage.bucket, async () =>
      openVisionReader(async () => instead, service.options),
    ),
  }));
  for (const [index, id] of IMAGES.entries()) await addImage(id, index === 0 ? '#1d4fd1' : '#a8232a');
});
afterEach(async () => {
  await bench.close();
  await storage.close();
  vi.unstubAllEnvs();
});

const signed = { created_by: 'u', created_at: AT };

async function addImage(id: string, colour: string): Promise<void> {
  const storage_path = storagePaths.libraryOriginal(WORKSPACE, id, 'image.jpg');
  const bytes = await photoOfThing(colour);
  storage.objects.set(storage_path, bytes);
  const file = { file_name: 'image.jpg', storage_path, content_type: 'image/png', size: bytes.length };
  await bench.db.doc(paths.image(WORKSPACE, id)).set({ ...file, uploaded_by: 'u', uploaded_at: AT });
}

/** Adds a listing with both photos and starts its analysis. */
async function analyse(): Promise<void> {
  const empty = { ...NO_VALUES, touched: [], own_photos: [], language: 'en', published_at: null };
  await bench.db
    .doc(paths.listing(WORKSPACE, 'l'))
    .set({ ...empty, photos: IMAGES, ...signed, updated_at: AT });
  await start(JOB, 1);
}

async function start(job: string, run: number): Promise<void> {
  await bench.db.doc(paths.job(WORKSPACE, job)).create({
    pipeline: 'listing_analysis',
    subject: { type: 'listing', id: 'l' },
    input: { document_ids: [] },
    run,
    ...signed,
    status: 'queued',
    open: true,
  });
  await bench.claim(job);
}

async function becomes(expected: object, job = JOB): Promise<void> {
  await vi.waitFor(async () => expect(await bench.job(job)).toMatchObject(expected), {
    timeout: 15_000,
    interval: 50,
  });
}

async function found(): Promise<ListingAnalysis> {
  return listingAnalysisSchema.parse(
    (await bench.db.doc(paths.listingAnalysis(WORKSPACE, 'l')).get()).data(),
  );
}

describe('photos that Cloud Vision looks at', () => {
  it('are looked at once each, and say what the thing is', async () => {
    await analyse();
    await becomes({ status: 'completed' });
    expect(service.arrived).toHaveLength(2);
    const { suggestions } = await found();
    expect(suggestions.find(({ field }) => field === 'category')).toMatchObject({
      value: 'Bags',
      source: 'label',
    });
    expect(suggestions.find(({ field }) => field === 'brand')).toMatchObject({ value: 'NORDLICHT' });
  });

  it('do not keep each other when the service cannot read one of them', async () => {
    const bad = annotated({ error: { code: 3, message: 'Bad image data.' } });
    answer = (response) => (service.arrived.length === 1 ? bad : works)(response);
    await analyse();
    await becomes({ status: 'completed' });
    const { photos } = await found();
    expect(photos.map(({ status }) => status)).toEqual(['failed', 'read']);
    expect(service.arrived).toHaveLength(2);
  });
});

describe('photos that Cloud Vision should look at, when it does not', () => {
  const AGAIN = jobId('l', 'listing_analysis', 2);
  const withoutVision = { read_by: 'embedded', instead_of: 'vision' };
  const breaker = async () =>
    breakerSchema.safeParse((await bench.db.doc(paths.breaker(WORKSPACE, breakerId(VISION))).get()).data())
      .data;
  const readings = () => [...storage.objects.keys()].filter((name) => name.includes('/readings/'));

  it.each([
    ['is down', (response: ServerResponse) => refused(503, 'UNAVAILABLE')(response), 3],
    ['has no room for us', (response: ServerResponse) => refused(429, 'RESOURCE_EXHAUSTED')(response), 3],
    ['answers in a form of its own', (response: ServerResponse) => void response.end('<html>'), 3],
    ['hangs up', (response: ServerResponse) => void response.destroy(), 3],
    ['refuses us', (response: ServerResponse) => refused(403, 'PERMISSION_DENIED')(response), 1],
  ])('are looked at without it when it %s', async (_, answering, calls) => {
    answer = answering;
    await analyse();
    await becomes({ status: 'completed', error: null });
    // It is asked for the first photo, and left alone for the rest of the run.
    expect(service.arrived).toHaveLength(calls);
    expect(seenInstead).toEqual(IMAGES);
    expect(await found()).toMatchObject({
      ...withoutVision,
      photos: IMAGES.map(() => ({ status: 'read', text: [{ text: 'SEEN WITHOUT' }] })),
    });
    // What it was asked in vain counts against it. A refusal is no failure of the service.
    expect((await breaker())?.failures.length ?? 0).toBe(calls === 3 ? 3 : 0);
    expect(readings().every((name) => name.endsWith('-embedded.json'))).toBe(true);
  });

  it('are looked at with it when it answers the second time', async () => {
    const down = refused(503, 'UNAVAILABLE');
    answer = (response) => (service.arrived.length === 1 ? down : works)(response);
    await analyse();
    await becomes({ status: 'completed' });
    expect(await found()).toMatchObject({ read_by: 'vision', instead_of: null });
    expect(seenInstead).toEqual([]);
  });

  it('are looked at without it while it is left alone, at once', async () => {
    const now = new Date();
    await bench.db.doc(paths.breaker(WORKSPACE, breakerId(VISION))).set({
      ...closedBreaker(VISION, now),
      state: 'open',
      opened_at: now,
      retry_at: new Date(now.getTime() + 60_000),
      openings: 1,
    });
    await analyse();
    await becomes({ status: 'completed' });
    expect(service.arrived).toEqual([]);
    expect(await found()).toMatchObject(withoutVision);
  });

  it('are shown to it by the next run, which says no less meanwhile', async () => {
    answer = refused(503, 'UNAVAILABLE');
    await analyse();
    await becomes({ status: 'completed' });
    const meanwhile: ListingAnalysis[] = [];
    answer = (response) => void found().then((known) => meanwhile.push(known) && works(response));
    service.arrived.length = 0;
    await start(AGAIN, 2);
    await becomes({ status: 'completed' }, AGAIN);
    expect(service.arrived).toHaveLength(2);
    expect(await found()).toMatchObject({ read_by: 'vision', instead_of: null });
    expect(meanwhile[0]).toMatchObject({
      ...withoutVision,
      photos: IMAGES.map(() => ({ text: [{ text: 'SEEN WITHOUT' }] })),
    });
  });

  it('keep what it saw before it went silent', async () => {
    const down = refused(503, 'UNAVAILABLE');
    answer = (response) => (service.arrived.length === 1 ? works : down)(response);
    await analyse();
    await becomes({ status: 'completed' });
    expect(seenInstead).toEqual(IMAGES.slice(1));
    const { suggestions, ...rest } = await found();
    expect(rest).toMatchObject(withoutVision);
    expect(suggestions.find(({ field }) => field === 'category')).toMatchObject({ source: 'label' });
  });

  it('are not shown to it again by the worker that takes over in the middle of the run', async () => {
    answer = refused(503, 'UNAVAILABLE');
    let failures = 1;
    onInstead = async () => {
      if (failures-- > 0) throw new Error('out of order');
    };
    await analyse();
    await becomes({ status: 'completed' });
    expect(service.arrived).toHaveLength(3);
    expect(await found()).toMatchObject(withoutVision);
  });

  it('leave nothing of a run that is cancelled between two calls', async () => {
    answer = (response) => {
      void bench.ask(JOB, 'cancel');
      refused(503, 'UNAVAILABLE')(response);
    };
    await analyse();
    await becomes({ status: 'cancelled' });
    await bench.queue.idle();
    expect([...storage.objects.keys()].filter((name) => name.includes('/listings/'))).toEqual([]);
    expect(seenInstead).toEqual([]);
  });
});
