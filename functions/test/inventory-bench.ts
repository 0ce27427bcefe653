/** A workspace with an inventory on the bench of administrators. */
import type { InventoryItem, StockAdjustment } from '@docket/model/inventory/inventory-item';
import { type ItemSupplier, itemSupplierId, type Reorder } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import { type AdminBench, openAdminBench } from './admin-bench.ts';
import { WORKSPACE } from './engine-bench.ts';

export interface InventoryBench extends AdminBench {
  /** Writes an item that is like every other but for `fields`. */
  item(id: string, fields?: Partial<InventoryItem>): Promise<void>;
  link(itemId: string, supplierId: string, fields?: Partial<ItemSupplier>, workspace?: string): Promise<void>;
  reorder(id: string, fields?: Partial<Reorder>, workspace?: string): Promise<void>;
  adjustment(id: string, itemId: string): Promise<void>;
  /** The data of a document; undefined when there is none. */
  data(path: string): Promise<FirebaseFirestore.DocumentData | undefined>;
  /** The ids in a collection, sorted. */
  ids(collection: string): Promise<string[]>;
}

export const NOW = new Date('2026-03-01T12:00:00Z');
export const clock = () => NOW;

export async function openInventoryBench(): Promise<InventoryBench> {
  const bench = await openAdminBench();
  const { db } = bench;
  return {
    ...bench,
    item: async (id, fields = {}) => {
      await db.doc(paths.inventoryItem(WORKSPACE, id)).set({
        name: id,
        description: '',
        sku: id.toUpperCase(),
        category: '',
        location_id: null,
        reorder_level: null,
        reorder_quantity: null,
        image_id: null,
        image_url: null,
        quantity: 0,
        last_adjustment: null,
        created_by: 'editor',
        created_at: NOW,
        updated_by: 'editor',
        updated_at: NOW,
        ...fields,
      });
    },
    link: async (itemId, supplierId, fields = {}, workspace = WORKSPACE) => {
      await db.doc(paths.itemSupplier(workspace, itemSupplierId(itemId, supplierId))).set({
        item_id: itemId,
        supplier_id: supplierId,
        supplier_sku: '',
        price: null,
        preferred: false,
        location_id: null,
        created_by: 'editor',
        created_at: NOW,
        ...fields,
      });
    },
    reorder: async (id, fields = {}, workspace = WORKSPACE) => {
      const reorder: Reorder = {
        item_id: 'bolts',
        supplier_id: 'north',
        quantity: 10,
        received_quantity: 0,
        status: 'requested',
        location_id: null,
        note: '',
        requested_by: 'editor',
        requested_at: NOW,
        ordered_at: null,
        received_at: null,
        cancelled_at: null,
        last_receipt: null,
        ...fields,
      };
      await db.doc(paths.reorder(workspace, id)).set(reorder);
    },
    adjustment: async (id, itemId) => {
      const adjustment: StockAdjustment = {
        item_id: itemId,
        delta: 1,
        reason: 'count',
        note: '',
        reorder_id: null,
        by: 'editor',
        at: NOW,
      };
      await db.doc(paths.stockAdjustment(WORKSPACE, id)).set(adjustment);
    },
    data: async (path) => (await db.doc(path).get()).data(),
    ids: async (collection) => {
      const { docs } = await db.collection(collection).get();
      return docs.map(({ id }) => id).toSorted();
    },
  };
}
