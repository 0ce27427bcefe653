/**
 * Batches of images on a real (embedded) Firestore and a bucket in memory, with pictures that are texts, and workers that die
 * where a test wants.
 */
import { createHash } from 'node:crypto';
import { DocketError } from '@docket/model/errors';
import { type Image, imageSchema, importedImageId, uploadedImageId } from '@docket/model/image';
import {
  derivativeContentType,
  type DerivativeName,
  THUMBNAILS,
  VARIANTS,
} from '@docket/model/image-derivatives';
import { type ImageBatch, imageBatchSchema } from '@docket/model/image-batch';
import { isActive, type Job, type RequestAction } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import type { PipelineOn } from '@docket/model/pipelines';
import type { Firestore } from 'firebase-admin/firestore';
import { expect, vi } from 'vitest';
import type { PhaseContext, PhaseHandler, PipelineModules } from '../src/engine/pipeline-module.ts';
import type { EngineSettings } from '../src/engine/settings.ts';
import type { DerivedFile, DeriveOptions } from '../src/images/derive/derive-image.ts';
import { batchDocuments } from '../src/images/new-batch.ts';
import { deriveImagesPhase } from '../src/images/processing/derive-phase.ts';
import { fetchImagesPhase } from '../src/images/processing/fetch-phase.ts';
import { settleImages } from '../src/images/settle.ts';
import { hostOf, type RemoteImage, type Through } from '../src/services/remote-image.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

/** A picture that is a text. */
interface Opened {
  text: string;
  facts: NonNullable<Image['original']>;
}

/** A step of the work on a picture. `change` is a write to Firestore, before it is made and after. */
export interface Place {
  step: 'open' | 'thumbnails' | 'variants' | 'change' | 'changed';
  /** What the picture shows; empty for changes. */
  text: string;
}

export interface ImagesBench {
  db: Firestore;
  bench: Bench;
  storage: MemoryBucket;
  /** What happens when a worker comes to a place; what it throws is thrown there. */
  onPlace: (place: Place) => Promise<void>;
  /** Whether a worker dies at a place, for which it is asked once. */
  diesAt: (place: Place) => boolean;
  /** The texts of pictures whose files were made, `thumbnails` or `variants`, in order. */
  made: string[];
  /** What `fetchImage` does. */
  onFetch: (url: string, signal: AbortSignal) => Promise<RemoteImage>;
  /** Adds an image as a client does; returns its id. */
  add(text: string, change?: Partial<Image>): Promise<string>;
  /** Adds an image that is to be fetched. */
  addUrl(url: string): Promise<string>;
  /** Starts a batch as a client does. Returns the id of its job. */
  start(batch: string, ids: readonly string[], pipeline?: PipelineOn<'image_batch'>): Promise<string>;
  /** Starts a batch, and returns its job when nothing is left to do. */
  run(batch: string, ids: readonly string[], pipeline?: PipelineOn<'image_batch'>): Promise<Job>;
  /** Has others take over from workers that die, until the job has come to an end. Returns how many have died. */
  survive(job: string): Promise<number>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  ask(job: string, action: RequestAction): Promise<void>;
  image(id: string): Promise<Image>;
  batch(id: string): Promise<ImageBatch>;
  /** The names of all derivatives in the bucket. */
  derivatives(): string[];
  close(): Promise<void>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const idOf = (text: string) => uploadedImageId(sha256(text));
const urlIdOf = (url: string) => importedImageId(sha256(url));

/** A worker: a process that may die. */
class Worker {
  readonly #bench: Pick<ImagesBench, 'onPlace' | 'diesAt' | 'made'>;
  readonly #died = Promise.withResolvers<void>();
  #alive = true;

  constructor(bench: Pick<ImagesBench, 'onPlace' | 'diesAt' | 'made'>) {
    this.#bench = bench;
  }

  get died(): Promise<void> {
    return this.#died.promise;
  }

  /** Passes a place, unless the worker dies there: then nothing it does ever ends. */
  async pass(place: Place): Promise<void> {
    if (this.#alive && this.#bench.diesAt(place)) {
      this.#alive = false;
      this.#died.resolve();
    }
    if (!this.#alive) await new Promise(() => {});
    await this.#bench.onPlace(place);
  }

  readonly maker = {
    openImage: async (bytes: Uint8Array, file: string): Promise<Opened> => {
      const text = Buffer.from(bytes).toString('utf8');
      await this.pass({ step: 'open', text });
      if (text.startsWith('bad')) throw new DocketError('file_corrupt', { file });
      return {
        text,
        facts: { width: 400, height: 300, format: 'jpeg', frames: 1, has_alpha: false },
      };
    },
    deriveThumbnails: async (opened: Opened, options: DeriveOptions) =>
      await this.#derive('thumbnails', Object.keys(THUMBNAILS), opened, options),
    deriveVariants: async (opened: Opened, options: DeriveOptions) =>
      await this.#derive('variants', Object.keys(VARIANTS), opened, options),
    costOf: ({ text }: Opened) => (text.startsWith('huge') ? 1000 : 1),
  };

  async #derive(
    step: 'thumbnails' | 'variants',
    names: readonly string[],
    { text }: Opened,
    { flatten, signal }: DeriveOptions,
  ): Promise<DerivedFile[]> {
    signal.throwIfAborted();
    await this.pass({ step, text });
    this.#bench.made.push(`${text}: ${step}`);
    return names.filter(isDerivative).map((name) => ({
      name,
      bytes: Buffer.from(`${name} of ${text} on ${flatten}`),
      width: 4,
      height: 3,
      content_type: derivativeContentType(name),
    }));
  }

  /** The phase with its writes as places. */
  watched(handler: PhaseHandler): PhaseHandler {
    return async (context: PhaseContext) =>
      await handler({
        ...context,
        change: async (changes) => {
          await this.pass({ step: 'change', text: '' });
          await context.change(changes);
          await this.pass({ step: 'changed', text: '' });
        },
      });
  }
}

function isDerivative(name: string): name is DerivativeName {
  return name in THUMBNAILS || name in VARIANTS;
}

/** Opens a bench without images. */
export async function openImagesBench(settings: Partial<EngineSettings> = {}): Promise<ImagesBench> {
  const storage = await openBucket();
  const clock = () => new Date();
  const limits = { computing: 2, moving: 2, memory: 100 };
  let worker: Worker | undefined;
  const modulesFor = (db: Firestore): Partial<PipelineModules> => {
    const hands = new Worker(images);
    worker = hands;
    const { bucket } = storage;
    const derive = async () =>
      hands.watched(deriveImagesPhase({ db, bucket, maker: hands.maker, limits, clock }));
    const fetchImage = async (url: string, signal: AbortSignal, through: Through) => {
      const look = async () => await images.onFetch(url, signal);
      const host = hostOf(url);
      return host === null ? await look() : await through(host, look);
    };
    const clean: PipelineModules['image_processing']['clean'] = async (run, scope) =>
      await settleImages(db, bucket, run, scope);
    return {
      image_processing: { phases: { derive_images: derive }, clean },
      image_import: {
        phases: {
          fetch_images: async () => hands.watched(fetchImagesPhase({ db, bucket, fetchImage, clock })),
          derive_imported: derive,
        },
        clean,
      },
    };
  };
  const create = async (id: string, fields: Partial<Image>) =>
    await bench.db.doc(paths.image(WORKSPACE, id)).create({
      file_name: 'photo.jpg',
      flatten: null,
      batch_id: 'b',
      uploaded_by: 'u',
      uploaded_at: new Date(),
      processing_status: 'queued',
      thumbnail_status: 'pending',
      variant_status: 'pending',
      ...fields,
    });

  const images: ImagesBench = {
    get db() {
      return bench.db;
    },
    get bench() {
      return bench;
    },
    storage,
    onPlace: async () => {},
    diesAt: () => false,
    made: [],
    onFetch: async () => await Promise.reject(new Error('nothing to fetch')),
    add: async (text, change = {}) => {
      const id = idOf(text);
      const path = storagePaths.libraryOriginal(WORKSPACE, id, 'photo.jpg');
      storage.objects.set(path, Buffer.from(text));
      await create(id, {
        storage_path: path,
        token: 'original',
        content_type: 'image/jpeg',
        size: text.length,
        source: { kind: 'upload' },
        ...change,
      });
      return id;
    },
    addUrl: async (url) => {
      const id = urlIdOf(url);
      const original = { storage_path: null, token: null, content_type: '', size: 0 };
      await create(id, { ...original, source: { kind: 'url', url } });
      return id;
    },
    start: async (batchId, imageIds, pipeline = 'image_processing') => {
      const started = { workspaceId: WORKSPACE, batchId, pipeline, imageIds, backfillId: null } as const;
      const writes = bench.db.batch();
      for (const { ref, data } of batchDocuments(bench.db, {
        ...started,
        source: 'upload',
        by: 'u',
        at: new Date(),
      }))
        writes.create(ref, data);
      await writes.commit();
      const id = jobId(batchId, pipeline, 1);
      await bench.claim(id);
      return id;
    },
    run: async (batchId, ids, pipeline) => {
      const id = await images.start(batchId, ids, pipeline);
      await images.idle();
      return await bench.job(id);
    },
    survive: async (id) => {
      for (let deaths = 0; ; deaths++) {
        await Promise.race([worker?.died, bench.queue.idle()]);
        if (!isActive((await bench.job(id)).status)) return deaths;
        const { execution } = await bench.job(id);
        const survivor = bench.anotherEngine();
        bench.queue.running.clear();
        bench.queue.deliver = async (task) => await survivor.runPhase(task);
        await vi.waitFor(
          async () => {
            const job = await bench.job(id);
            if (job.execution.state !== 'leased' || execution.state !== 'leased') return;
            if (job.execution.fence !== execution.fence) return;
            await bench.db.doc(paths.job(WORKSPACE, id)).update({ 'execution.expires_at': new Date(0) });
            await survivor.sweep();
            const after = (await bench.job(id)).execution;
            expect(after.state === 'leased' && after.fence === execution.fence).toBe(false);
          },
          { timeout: 10_000, interval: 20 },
        );
      }
    },
    idle: async () => await bench.queue.idle(),
    ask: async (id, action) => await bench.ask(id, action),
    image: async (id) => imageSchema.parse((await bench.db.doc(paths.image(WORKSPACE, id)).get()).data()),
    batch: async (id) =>
      imageBatchSchema.parse((await bench.db.doc(paths.imageBatch(WORKSPACE, id)).get()).data()),
    derivatives: () => [...storage.objects.keys()].filter((name) => name.includes('/derived/')).toSorted(),
    close: async () => {
      await bench.close();
      await storage.close();
    },
  };
  const bench = await openBench({ releaseGraceMs: 500, ...settings }, modulesFor);
  return images;
}

/** Resolves never: for what is to hang. */
export const forEver = async () => await new Promise<never>(() => {});
