/** Listings on a real (embedded) Firestore and a bucket in memory, with a reader that sees what a test wants. */
import { uploadedImageId } from '@docket/model/image';
import { type Listing, listingSchema, NO_VALUES } from '@docket/model/listing/listing';
import { type ListingAnalysis, listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import type { Job } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import type { PhaseKey } from '@docket/model/pipelines';
import { expect, vi } from 'vitest';
import type { PhaseContext } from '../src/engine/pipeline-module.ts';
import type { EngineSettings } from '../src/engine/settings.ts';
import type { PhotoReader } from '../src/listings/analysis/photo/photo-reader.ts';
import { photoOfThing } from '../src/listings/analysis/testing/made-photos.ts';
import { listingAnalysis } from '../src/listings/pipeline.ts';
import { listingWritten } from '../src/listings/removal/listing-written.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

export type ListingPhase = PhaseKey<'listing_analysis'>;

export const LISTING_PHASES: readonly ListingPhase[] = [
  'prepare_photos',
  'read_text',
  'find_attributes',
  'judge_quality',
  'suggest_fields',
];

export const AT = new Date('2026-03-01T10:00:00Z');
/** When something happens to listings, by the events that tell of it. */
export const LATER = new Date('2026-03-01T11:00:00Z');

export interface ListingsBench extends Omit<Bench, 'start' | 'run'> {
  storage: MemoryBucket;
  /** The photos that were given to the reader, in order. */
  reads: string[];
  /** What happens before the reader sees something; what it throws is thrown by the reader. */
  onRead: (photoId: string, signal: AbortSignal) => Promise<void>;
  /** What happens when the work of a phase is done, and not recorded yet. */
  onPhaseDone: (phase: ListingPhase, context: PhaseContext) => Promise<void>;
  /** What the clock of the phases shows; by default the time. */
  clock: () => Date;
  /** Adds an image to the library, of a thing of its own unless `bytes` are given. Returns its id. */
  addPhoto(letter: string, bytes?: Uint8Array, name?: string): Promise<string>;
  addListing(id: string, fields?: Partial<Listing>): Promise<void>;
  /** Starts an analysis as a client does. Returns the id of its job. */
  start(run?: number, listing?: string): Promise<string>;
  /** Starts an analysis and returns its job when nothing is left to do. */
  analyse(run?: number, listing?: string): Promise<Job>;
  analysis(listing?: string): Promise<ListingAnalysis | null>;
  /** Changes a listing (null: deletes it) and returns what tells the functions of that, as often as it is called. */
  change(fields: Partial<Listing> | null, listing?: string): Promise<() => Promise<void>>;
  /** The names of objects that begin so. */
  objects(prefix: string): string[];
  /** What is kept of a listing in Storage. */
  kept(listing?: string): string[];
  hasImage(id: string): Promise<boolean>;
  becomes(job: string, expected: object): Promise<void>;
}

/** Different ones for neighbouring letters. */
const COLOURS = ['#a8232a', '#1f3d7a', '#2d6b3c', '#5b3a24', '#e0b020', '#24242a'];

/** Opens a bench without listings. What the reader sees in a photo is its id. */
export async function openListingsBench(settings: Partial<EngineSettings> = {}): Promise<ListingsBench> {
  const storage = await openBucket();
  const openReader = async (): Promise<PhotoReader> => ({
    id: 'embedded',
    service: null,
    close: async () => {},
    read: async ({ id }, signal) => {
      listings.reads.push(id);
      await listings.onRead(id, signal);
      const lines = [{ text: `SEEN ${id}`, confidence: 0.9, height: 0.1 }];
      return { labels: [], objects: [], lines, colours: [], coloursOfItem: false, safe: null };
    },
  });
  const bench = await openBench({ releaseGraceMs: 500, ...settings }, (db) => {
    const pipeline = listingAnalysis(db, storage.bucket, openReader, () => listings.clock());
    const observed = (key: ListingPhase) => async () => {
      const handler = await pipeline.phases[key]();
      return async (context: PhaseContext) => {
        const patch = await handler(context);
        await listings.onPhaseDone(key, context);
        return patch;
      };
    };
    return {
      listing_analysis: {
        phases: {
          prepare_photos: observed('prepare_photos'),
          read_text: observed('read_text'),
          find_attributes: observed('find_attributes'),
          judge_quality: observed('judge_quality'),
          suggest_fields: observed('suggest_fields'),
        },
        clean: async (run, scope) => await pipeline.clean(run, scope),
      },
    };
  });
  const { db, engine } = bench;
  const refOf = (listing: string) => db.doc(paths.listing(WORKSPACE, listing));
  const objects = (prefix: string) => [...storage.objects.keys()].filter((name) => name.startsWith(prefix));
  const listings: ListingsBench = {
    ...bench,
    storage,
    reads: [],
    onRead: async () => {},
    onPhaseDone: async () => {},
    clock: () => new Date(),
    addPhoto: async (letter, bytes, name = `${letter}.png`) => {
      const id = uploadedImageId(letter.repeat(64));
      const storage_path = storagePaths.libraryOriginal(WORKSPACE, id, name);
      const colour = COLOURS[(letter.codePointAt(0) ?? 0) % COLOURS.length] ?? '#000000';
      const content = Buffer.from(bytes ?? (await photoOfThing(colour)));
      storage.objects.set(storage_path, content);
      const file = { file_name: name, storage_path, content_type: 'image/png', size: content.length };
      await db.doc(paths.image(WORKSPACE, id)).set({ ...file, uploaded_by: 'u', uploaded_at: AT });
      return id;
    },
    addListing: async (id, fields = {}) => {
      const empty = { ...NO_VALUES, touched: [], photos: [], own_photos: [], language: 'en' };
      const signed = { created_by: 'u', created_at: AT, updated_at: AT };
      await refOf(id).set({ ...empty, published_at: null, ...signed, ...fields });
    },
    start: async (run = 1, id = 'l') => {
      const job = jobId(id, 'listing_analysis', run);
      await db.doc(paths.job(WORKSPACE, job)).create({
        pipeline: 'listing_analysis',
        subject: { type: 'listing', id },
        input: { document_ids: [] },
        run,
        created_by: 'u',
        created_at: AT,
        status: 'queued',
        open: true,
      });
      await bench.claim(job);
      return job;
    },
    analyse: async (run, id) => {
      const job = await listings.start(run, id);
      await bench.queue.idle();
      return await bench.job(job);
    },
    analysis: async (id = 'l') => {
      const snapshot = await db.doc(paths.listingAnalysis(WORKSPACE, id)).get();
      return snapshot.exists ? listingAnalysisSchema.parse(snapshot.data()) : null;
    },
    change: async (fields, listingId = 'l') => {
      const before = await refOf(listingId).get();
      await (fields === null ? refOf(listingId).delete() : refOf(listingId).update(fields));
      const after = await refOf(listingId).get();
      const endRuns = async () => await engine.subjectDeleted(WORKSPACE, listingId);
      const place = { workspaceId: WORKSPACE, listingId };
      return async () =>
        await listingWritten({ db, bucket: storage.bucket, endRuns }, place, { before, after }, LATER);
    },
    objects,
    kept: (id = 'l') => objects(storagePaths.listing(WORKSPACE, id)),
    hasImage: async (id) => (await db.doc(paths.image(WORKSPACE, id)).get()).exists,
    becomes: async (job, expected) => {
      await vi.waitFor(async () => expect(await bench.job(job)).toMatchObject(expected), {
        timeout: 15_000,
        interval: 30,
      });
    },
    close: async () => {
      await bench.close();
      await storage.close();
    },
  };
  return listings;
}

/** The listing `l` as it is stored. */
export async function storedListing({ db }: Pick<Bench, 'db'>): Promise<Listing> {
  return listingSchema.parse((await db.doc(paths.listing(WORKSPACE, 'l')).get()).data());
}

/** Resolves when `signal` fires, by being thrown its reason: work that obeys when it is told to stop. */
export async function untilStopped(signal: AbortSignal): Promise<never> {
  return await new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
}
