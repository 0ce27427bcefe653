/** The documents of suppliers, reorders and imports that the app reads, and the queries that find them. */
import { inventoryImportSchema, type InventoryImport } from '@docket/model/inventory/inventory-import';
import {
  type ItemSupplier,
  itemSupplierSchema,
  type Reorder,
  reorderSchema,
  type ReorderStatus,
  type Supplier,
  supplierSchema,
} from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const supplierReader = createReader(supplierSchema);
export const itemSupplierReader = createReader(itemSupplierSchema);
export const reorderReader = createReader(reorderSchema);
export const inventoryImportReader = createReader(inventoryImportSchema);

export type StoredSupplier = Stored<Supplier>;
export type StoredItemSupplier = Stored<ItemSupplier>;
export type StoredReorder = Stored<Reorder>;
export type StoredImport = Stored<InventoryImport>;

/** As many past reorders as the history shows. */
const REORDERS_SHOWN = 200;
/** As many changes of stock as the use of things is judged by. */
const ADJUSTMENTS_READ = 5000;
/** As many imports as can be looked at again. */
const IMPORTS_SHOWN = 8;

const all = (path: string, where: Query['where'] = {}): Query => ({
  from: 'collection',
  path,
  where,
  limit: null,
});

export const supplyQueries = {
  suppliers: (workspace: string) => all(paths.suppliers(workspace)),
  /** Who has what, of all items. */
  itemSuppliers: (workspace: string) => all(paths.itemSuppliers(workspace)),
  /** Who has one item. */
  suppliersOf: (workspace: string, item: string) => all(paths.itemSuppliers(workspace), { item_id: item }),
  /** All reorders in one state; few where that state is open. */
  reordersIn: (workspace: string, status: ReorderStatus) => all(paths.reorders(workspace), { status }),
  /** All reorders of one item. */
  reordersOf: (workspace: string, item: string) => all(paths.reorders(workspace), { item_id: item }),
  /** The latest reorders in whatever state. */
  latestReorders: (workspace: string): Query => ({
    ...all(paths.reorders(workspace)),
    orderBy: { field: 'requested_at', direction: 'desc' },
    limit: REORDERS_SHOWN,
  }),
  /** The latest changes of the stock of whatever item. */
  latestAdjustments: (workspace: string): Query => ({
    ...all(paths.stockAdjustments(workspace)),
    orderBy: { field: 'at', direction: 'desc' },
    limit: ADJUSTMENTS_READ,
  }),
  latestImports: (workspace: string): Query => ({
    ...all(paths.inventoryImports(workspace)),
    orderBy: { field: 'created_at', direction: 'desc' },
    limit: IMPORTS_SHOWN,
  }),
} as const;
