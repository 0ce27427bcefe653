/** Imports of inventory items on a real (embedded) Firestore and a bucket in memory, with workers that die where a test wants. */
import { imageSchema, type Image, importedImageId } from '@docket/model/image';
import { imageBatchSchema } from '@docket/model/image-batch';
import {
  type ImportColumns,
  type InventoryImport,
  inventoryImportSchema,
} from '@docket/model/inventory/inventory-import';
import {
  type InventoryItem,
  inventoryItemSchema,
  type StockAdjustment,
  stockAdjustmentSchema,
} from '@docket/model/inventory/inventory-item';
import type { Job } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { PhaseContext, PipelineModule } from '../src/engine/pipeline-module.ts';
import { inventoryImport } from '../src/inventory/import/pipeline.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

/** The image of an address. */
export const imageIdOf = (url: string): string =>
  importedImageId(createHash('sha256').update(url).digest('hex'));

/** A file of rows; no cell needs quotes. */
export const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.join(',')).join('\n');

/** A transaction of a step: before it is made, and after. */
export interface Place {
  step: 'save_items' | 'start_images';
  when: 'before' | 'after';
}

export interface InventoryBench {
  db: Firestore;
  bench: Bench;
  storage: MemoryBucket;
  /** What happens when a worker comes to a place. */
  onPlace: (place: Place) => Promise<void>;
  /** Uploads `file` and starts the import `id` of it as a client does. Returns the id of its job. */
  start(id: string, columns: ImportColumns, file: string | Buffer): Promise<string>;
  /** Starts an import, and returns it when nothing is left to do. */
  run(id: string, columns: ImportColumns, file: string | Buffer): Promise<InventoryImport>;
  /** Has another worker take over from one that is believed dead. */
  takeOver(job: string): Promise<void>;
  job(id: string): Promise<Job>;
  record(id: string): Promise<InventoryImport>;
  /** All items, by their SKUs. */
  items(): Promise<Map<string, InventoryItem & { id: string }>>;
  /** The item with a SKU. */
  item(sku: string): Promise<InventoryItem & { id: string }>;
  adjustments(): Promise<StockAdjustment[]>;
  images(): Promise<Map<string, Image>>;
  /** The numbers of images of all batches, by their ids. */
  batches(): Promise<Map<string, number>>;
  /** When each document of the inventory was written last, by its path. */
  writtenAt(): Promise<Map<string, string>>;
  /** Adds an item as a client does. */
  add(id: string, item: Partial<InventoryItem> & Pick<InventoryItem, 'sku'>): Promise<void>;
  /** What the steps have handed to each other and nobody has removed. */
  work(): string[];
  close(): Promise<void>;
}

export const AT = new Date('2026-03-01T10:00:00Z');

const COLLECTIONS = [
  paths.inventoryItems(WORKSPACE),
  `workspaces/${WORKSPACE}/skus`,
  paths.stockAdjustments(WORKSPACE),
  paths.locations(WORKSPACE),
  paths.suppliers(WORKSPACE),
  paths.itemSuppliers(WORKSPACE),
  paths.images(WORKSPACE),
  paths.imageBatches(WORKSPACE),
];

/** A bench without items. */
export async function openInventoryBench(): Promise<InventoryBench> {
  const storage = await openBucket();
  const watched = (
    real: PipelineModule<'inventory_import'>,
    step: Place['step'],
  ): PipelineModule<'inventory_import'>['phases'][Place['step']] => {
    return async () => {
      const handler = await real.phases[step]();
      return async (context: PhaseContext) =>
        await handler({
          ...context,
          transact: async (work) => {
            await inventory.onPlace({ step, when: 'before' });
            const result = await context.transact(work);
            await inventory.onPlace({ step, when: 'after' });
            return result;
          },
        });
    };
  };
  const bench = await openBench({ releaseGraceMs: 500 }, (db) => {
    const real = inventoryImport(db, storage.bucket);
    const phases = {
      ...real.phases,
      save_items: watched(real, 'save_items'),
      start_images: watched(real, 'start_images'),
    };
    return { inventory_import: { ...real, phases } };
  });
  const { db } = bench;
  const read = async (collection: string): Promise<QueryDocumentSnapshot[]> =>
    (await db.collection(collection).get()).docs;

  const inventory: InventoryBench = {
    db,
    bench,
    storage,
    onPlace: async () => {},
    start: async (id, columns, file) => {
      const path = storagePaths.inventoryImportFile(WORKSPACE, id, 'stock.csv');
      storage.objects.set(path, file);
      const signed = { created_by: 'u', created_at: new Date() };
      const job = jobId(id, 'inventory_import', 1);
      const writes = db.batch();
      writes.create(db.doc(paths.inventoryImport(WORKSPACE, id)), {
        file_name: 'stock.csv',
        storage_path: path,
        size: file.length,
        columns,
        ...signed,
      });
      writes.create(db.doc(paths.job(WORKSPACE, job)), {
        pipeline: 'inventory_import',
        subject: { type: 'inventory_import', id },
        input: { document_ids: [] },
        run: 1,
        ...signed,
        status: 'queued',
        open: true,
      });
      await writes.commit();
      await bench.claim(job);
      return job;
    },
    run: async (id, columns, file) => {
      await inventory.start(id, columns, file);
      await bench.queue.idle();
      return await inventory.record(id);
    },
    takeOver: async (id) => {
      const { execution: dead } = await bench.job(id);
      const survivor = bench.anotherEngine();
      bench.queue.running.clear();
      bench.queue.deliver = async (task) => await survivor.runPhase(task);
      await vi.waitFor(
        async () => {
          const { execution } = await bench.job(id);
          if (execution.state !== 'leased' || dead.state !== 'leased') return;
          if (execution.fence !== dead.fence) return;
          // The dead one's keeper may have renewed its lease meanwhile.
          await db.doc(paths.job(WORKSPACE, id)).update({ 'execution.expires_at': new Date(0) });
          await survivor.sweep();
          const after = (await bench.job(id)).execution;
          expect(after.state === 'leased' && after.fence === dead.fence).toBe(false);
        },
        { timeout: 10_000, interval: 20 },
      );
      await bench.queue.idle();
    },
    job: async (id) => await bench.job(id),
    record: async (id) =>
      inventoryImportSchema.parse((await db.doc(paths.inventoryImport(WORKSPACE, id)).get()).data()),
    items: async () => {
      const docs = await read(paths.inventoryItems(WORKSPACE));
      return new Map(
        docs.map((found) => {
          const item = inventoryItemSchema.parse(found.data());
          return [item.sku, { ...item, id: found.id }];
        }),
      );
    },
    item: async (sku) => {
      const item = (await inventory.items()).get(sku);
      if (item === undefined) throw new Error(`There is no item ${sku}`);
      return item;
    },
    adjustments: async () =>
      (await read(paths.stockAdjustments(WORKSPACE))).map((found) =>
        stockAdjustmentSchema.parse(found.data()),
      ),
    images: async () =>
      new Map(
        (await read(paths.images(WORKSPACE))).map((found) => [found.id, imageSchema.parse(found.data())]),
      ),
    batches: async () =>
      new Map(
        (await read(paths.imageBatches(WORKSPACE))).map((found) => [
          found.id,
          imageBatchSchema.parse(found.data()).image_count,
        ]),
      ),
    writtenAt: async () => {
      const docs = (await Promise.all(COLLECTIONS.map(read))).flat();
      return new Map(
        docs.map(({ ref, updateTime }) => [ref.path, `${updateTime.seconds}.${updateTime.nanoseconds}`]),
      );
    },
    add: async (id, item) => {
      const quantity = item.quantity ?? 0;
      const adjustment = quantity === 0 ? null : `opening-${id}`;
      const writes = db.batch();
      writes.create(db.doc(paths.inventoryItem(WORKSPACE, id)), {
        name: 'Thing',
        description: '',
        category: '',
        location_id: null,
        reorder_level: null,
        reorder_quantity: null,
        image_id: null,
        image_url: null,
        quantity,
        last_adjustment: adjustment,
        created_by: 'u',
        created_at: AT,
        updated_by: 'u',
        updated_at: AT,
        ...item,
      });
      writes.create(db.doc(paths.sku(WORKSPACE, item.sku)), { item_id: id });
      if (adjustment !== null)
        writes.create(db.doc(paths.stockAdjustment(WORKSPACE, adjustment)), {
          item_id: id,
          delta: quantity,
          reason: 'opening',
          note: '',
          reorder_id: null,
          by: 'u',
          at: AT,
        });
      await writes.commit();
    },
    work: () => [...storage.objects.keys()].filter((name) => name.includes('/runs/')),
    close: async () => {
      await bench.close();
      await storage.close();
    },
  };
  return inventory;
}
