/** The documents of the inventory that the app reads, and the queries that find them. */
import {
  type InventoryItem,
  inventoryItemSchema,
  stockAdjustmentSchema,
} from '@docket/model/inventory/inventory-item';
import {
  inventorySettingsSchema,
  inventorySetupSchema,
  type Location,
  locationSchema,
} from '@docket/model/inventory/location';
import { paths } from '@docket/model/paths';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const inventoryItemReader = createReader(inventoryItemSchema);
export const inventorySettingsReader = createReader(inventorySettingsSchema);
export const inventorySetupReader = createReader(inventorySetupSchema);
export const locationReader = createReader(locationSchema);
export const stockAdjustmentReader = createReader(stockAdjustmentSchema);

export type StoredInventoryItem = Stored<InventoryItem>;
export type StoredLocation = Stored<Location>;

export const inventoryQueries = {
  items: (workspace: string): Query => ({
    from: 'collection',
    path: paths.inventoryItems(workspace),
    where: {},
    limit: null,
  }),
  locations: (workspace: string): Query => ({
    from: 'collection',
    path: paths.locations(workspace),
    where: {},
    limit: null,
  }),
  /** The latest changes of an item's stock. */
  adjustments: (workspace: string, item: string, limit: number): Query => ({
    from: 'collection',
    path: paths.stockAdjustments(workspace),
    where: { item_id: item },
    orderBy: { field: 'at', direction: 'desc' },
    limit,
  }),
} as const;
