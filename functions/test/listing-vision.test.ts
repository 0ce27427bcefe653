/** Photos of listings that Cloud Vision looks at, on a real (embedded) Firestore: what comes of it, and of its failures. */
import type { ServerResponse } from 'node:http';
import { uploadedImageId } from '@docket/model/image';
import { NO_VALUES } from '@docket/model/listing/listing';
import { type ListingAnalysis, listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openVisionReader } from '../src/listings/analysis/photo/read-vision.ts';
import { photoOfThing } from '../src/listings/analysis/testing/made-photos.ts';
import { listingAnalysis } from '../src/listings/pipeline.ts';
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

let storage: MemoryBucket;
let bench: Bench;
let service: VisionServer;
/** What the service answers at the moment. */
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
  answer = works;
  service = await visionServer((response) => answer(response));
  storage = await openBucket();
  bench = await openBench({ breakerCooldownMs: 200, breakerProbeMs: 2_000 }, (db) => ({
    listing_analysis: listingAnalysis(db, storage.bucket, async () => openVisionReader(service.options)),
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

/** Starts the analysis of a listing with both photos. */
async function analyse(): Promise<void> {
  const empty = { ...NO_VALUES, touched: [], own_photos: [], language: 'en', published_at: null };
  await bench.db
    .doc(paths.listing(WORKSPACE, 'l'))
    .set({ ...empty, photos: IMAGES, ...signed, updated_at: AT });
  await bench.db.doc(paths.job(WORKSPACE, JOB)).create({
    pipeline: 'listing_analysis',
    subject: { type: 'listing', id: 'l' },
    input: { document_ids: [] },
    run: 1,
    ...signed,
    status: 'queued',
    open: true,
  });
  await bench.claim(JOB);
}

async function becomes(expected: object): Promise<void> {
  await vi.waitFor(async () => expect(await bench.job(JOB)).toMatchObject(expected), {
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

  it('are tried three times when the service is down, and wait for it when it stays so', async () => {
    answer = refused(503, 'UNAVAILABLE');
    await analyse();
    await becomes({ status: 'failed', error: { code: 'service_unavailable' } });
    expect(service.arrived).toHaveLength(3);
    await bench.ask(JOB, 'retry');
    await becomes({ activity: { kind: 'waiting', service: 'Google Cloud Vision' } });
    answer = works;
    await becomes({ status: 'completed' });
  });

  it('fail with a sentence when the service refuses us', async () => {
    answer = refused(403, 'PERMISSION_DENIED');
    await analyse();
    await becomes({
      status: 'failed',
      error: { code: 'service_refused', message: expect.stringContaining('Google Cloud Vision refuses') },
    });
    expect(service.arrived).toHaveLength(1);
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
