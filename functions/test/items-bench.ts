/** "Generate Items" on a real (embedded) Firestore and a bucket in memory, with workers that die where a test wants. */
import { randomUUID } from 'node:crypto';
import { collectionSchema } from '@docket/model/collection';
import { type Item, itemSchema } from '@docket/model/item';
import { type Job, jobSchema, type RequestAction } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import type { Product } from '@docket/model/product';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { expect, vi } from 'vitest';
import { itemGeneration } from '../src/collections/items/pipeline.ts';
import { Breakers } from '../src/engine/breaker/breakers.ts';
import { Engine } from '../src/engine/engine.ts';
import { JobStore } from '../src/engine/job-store.ts';
import type { PhaseContext, PipelineModule } from '../src/engine/pipeline-module.ts';
import { readSettings } from '../src/engine/settings.ts';
import { MemoryQueue } from './engine-bench.ts';
import {
  unusedFitmentModules,
  unusedImageModules,
  unusedInventoryModules,
  unusedListingModules,
} from './unused-modules.ts';
import { COLLECTION, EMPTY_PRODUCT, imageOf, putDocument, WORKSPACE } from './items-material.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';
import { startDatabase } from './start-database.ts';

/** Where a worker is to die, once. `save` is in the middle of writing items. */
export type Death = { phase: string; when: 'before' | 'after' | 'save' };

export interface ItemsBench {
  db: Firestore;
  storage: MemoryBucket;
  engine: Engine;
  queue: MemoryQueue;
  /** Puts a purchase order into the collection as a CSV text. Returns its id. */
  order(csv: string, name?: string): Promise<string>;
  /** Puts the products of a completed `document_processing` run into the collection, in place of earlier ones. */
  products(products: readonly Partial<Product>[], run?: number): Promise<void>;
  /** Starts a run, and resolves when nothing is left to do. Returns the job. */
  run(number: number, documents: readonly string[], change?: { from_phase?: number }): Promise<Job>;
  /** Like `run`, with a worker that dies; another one takes over. */
  runWithDeath(number: number, documents: readonly string[], death: Death): Promise<Job>;
  /** Starts a run in which `happens` when it has written half of its items. */
  runWhile(number: number, documents: readonly string[], happens: () => Promise<void>): Promise<Job>;
  /** Starts a run and cancels it when it has written half of its items. */
  cancelWhileSaving(number: number, documents: readonly string[]): Promise<Job>;
  ask(number: number, action: RequestAction): Promise<void>;
  items(): Promise<Map<string, Item>>;
  /** The time of the last write of each item, by id. */
  writtenAt(): Promise<Record<string, string>>;
  collection(): Promise<ReturnType<typeof collectionSchema.parse>>;
  close(): Promise<void>;
}

const idOf = (run: number) => jobId(COLLECTION, 'item_generation', run);

/** Opens a bench with an empty collection. */
export async function openItemsBench(): Promise<ItemsBench> {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const storage = await openBucket();
  const app = initializeApp({ projectId: 'demo-items' }, randomUUID());
  const db = getFirestore(app);
  const queue = new MemoryQueue();
  const collectionRef = db.doc(paths.collection(WORKSPACE, COLLECTION));
  await collectionRef.set({ name: 'C', season: '', created_by: 'u', created_at: new Date() });
  /** What happens when a worker comes to a place; by default nothing. */
  let onPlace: (place: Death) => Promise<void> = async () => {};

  const createEngine = () => {
    const real = itemGeneration(db, storage.bucket);
    const settings = { ...readSettings({}), retryBaseMs: 10, progressMs: 20, releaseGraceMs: 500 };
    return new Engine({
      db,
      store: new JobStore(db, settings, () => new Date(), randomUUID),
      breakers: new Breakers(db, settings, () => new Date()),
      queue,
      modules: {
        document_processing: { phases: UNUSED_DOCUMENT_PHASES, clean: async () => {} },
        item_generation: { ...real, phases: { ...real.phases, save_items: saveInTwo(real) } },
        deck_generation: { phases: UNUSED_DECK_PHASES, clean: async () => {} },
        ...unusedImageModules,
        ...unusedInventoryModules,
        ...unusedListingModules,
        ...unusedFitmentModules,
      },
      announcer: { announce: async () => {} },
      settings,
      log: { info: () => {}, error: () => {} },
      faults: {
        reach: async ({ phase, moment }) => await onPlace({ phase, when: moment }),
      },
      holder: randomUUID(),
    });
  };

  /** Writes half of the items, comes to the place `save`, and writes the rest. */
  const saveInTwo = (real: PipelineModule<'item_generation'>) => async () => {
    const handler = await real.phases.save_items();
    return async (context: PhaseContext) =>
      await handler({
        ...context,
        save: async (writes) => {
          const half = Math.ceil(writes.length / 2);
          await context.save(writes.slice(0, half));
          await onPlace({ phase: 'save_items', when: 'save' });
          await context.save(writes.slice(half));
        },
      });
  };

  const engine = createEngine();
  const key = (run: number) => ({ workspaceId: WORKSPACE, jobId: idOf(run) });
  const job = async (run: number) =>
    jobSchema.parse((await db.doc(paths.job(WORKSPACE, idOf(run))).get()).data());
  const start = async (run: number, documents: readonly string[], change: { from_phase?: number } = {}) => {
    await db.doc(paths.job(WORKSPACE, idOf(run))).create({
      pipeline: 'item_generation',
      subject: { type: 'collection', id: COLLECTION },
      input: { document_ids: documents },
      run,
      created_by: 'u',
      created_at: new Date(),
      status: 'queued',
      open: true,
      ...change,
    });
    queue.deliver = async (task) => await engine.runPhase(task);
    await engine.jobCreated(key(run));
  };
  /** Lets the lease of a worker that has died run out, as time would. */
  const endLease = async (run: number, dead: Job['execution']) => {
    const { execution } = await job(run);
    if (execution.state !== 'leased' || dead.state !== 'leased' || execution.fence !== dead.fence) return;
    await db.doc(paths.job(WORKSPACE, idOf(run))).update({ 'execution.expires_at': new Date(0) });
  };
  const ask = async (run: number, action: RequestAction) => {
    const requests = db.collection(paths.jobRequests(WORKSPACE));
    const { id } = await requests.add({ job_id: idOf(run), action, by: 'u', at: new Date() });
    await engine.requested(WORKSPACE, id);
  };

  return {
    db,
    storage,
    engine,
    queue,
    ask,
    order: async (csv, name = 'order.csv') => {
      const id = `order-${Buffer.from(csv).toString('base64url').replace(/\W/gu, '').slice(-40)}`;
      const path = storagePaths.original(WORKSPACE, COLLECTION, id, name);
      storage.objects.set(path, csv);
      await putDocument(db, id, {
        kind: 'purchase_order',
        file_name: name,
        size: csv.length,
        storage_path: path,
      });
      return id;
    },
    products: async (products, run = 1) => {
      const producer = jobId(COLLECTION, 'document_processing', run);
      const results = {
        job_id: producer,
        product_count: products.length,
        image_count: 0,
        matched_count: 0,
        currency: null,
      };
      const document = db.doc(paths.document(WORKSPACE, COLLECTION, 'linesheet'));
      await putDocument(db, 'linesheet', { kind: 'linesheet', file_name: 'linesheet.pdf' });
      await db.recursiveDelete(document.collection('products'));
      for (const [position, said] of products.entries()) {
        const id = `${run}-${String(position).padStart(5, '0')}`;
        const made = {
          ...EMPTY_PRODUCT,
          ...said,
          job_id: producer,
          position,
          image: imageOf(storage, producer, said),
        };
        await db.doc(paths.product(WORKSPACE, COLLECTION, 'linesheet', id)).set(made);
      }
      await collectionRef.update({ results });
    },
    run: async (number, documents, change) => {
      await start(number, documents, change);
      await queue.idle();
      return await job(number);
    },
    runWithDeath: async (number, documents, death) => {
      const { promise: died, resolve: die } = Promise.withResolvers<void>();
      let alive = true;
      onPlace = async (place) => {
        if (!alive || place.phase !== death.phase || place.when !== death.when) return;
        alive = false;
        die();
        await new Promise(() => {});
      };
      await start(number, documents);
      await died;
      const { execution } = await job(number);
      const survivor = createEngine();
      queue.running.clear();
      queue.deliver = async (task) => await survivor.runPhase(task);
      await vi.waitFor(
        async () => {
          await endLease(number, execution);
          await survivor.sweep();
          await queue.idle();
          expect((await job(number)).status).toBe('completed');
        },
        { timeout: 10_000, interval: 20 },
      );
      return await job(number);
    },
    runWhile: async (number, documents, happens) => {
      onPlace = async ({ when }) => {
        if (when === 'save') await happens();
      };
      await start(number, documents);
      await queue.idle();
      onPlace = async () => {};
      return await job(number);
    },
    cancelWhileSaving: async (number, documents) => {
      const { promise: half, resolve: reach } = Promise.withResolvers<void>();
      onPlace = async ({ when }) => {
        if (when !== 'save') return;
        reach();
        await new Promise(() => {});
      };
      await start(number, documents);
      await half;
      await ask(number, 'cancel');
      await queue.idle();
      onPlace = async () => {};
      return await job(number);
    },
    items: async () => {
      const { docs } = await db.collection(paths.items(WORKSPACE, COLLECTION)).get();
      return new Map(docs.map((item) => [item.id, itemSchema.parse(item.data())]));
    },
    writtenAt: async () => {
      const { docs } = await db.collection(paths.items(WORKSPACE, COLLECTION)).get();
      return Object.fromEntries(
        docs.map(({ id, updateTime }) => [id, `${updateTime.seconds}.${updateTime.nanoseconds}`]),
      );
    },
    collection: async () => collectionSchema.parse((await collectionRef.get()).data()),
    close: async () => {
      await deleteApp(app);
      await storage.close();
      await server.close();
    },
  };
}

const unused = async () => async () => ({});
const UNUSED_DOCUMENT_PHASES = {
  extract_images: unused,
  extract_text: unused,
  filter_images: unused,
  generate_categories: unused,
  extract_products: unused,
  match_images: unused,
};
const UNUSED_DECK_PHASES = {
  collect_items: unused,
  prepare_pictures: unused,
  write_presentation: unused,
  write_pdf: unused,
};
