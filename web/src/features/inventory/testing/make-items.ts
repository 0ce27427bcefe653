/** Items and places for tests: valid, with what the test is about changed. */
import { type InventoryItem, inventoryItemSchema } from '@docket/model/inventory/inventory-item';
import { type Location, locationSchema } from '@docket/model/inventory/location';
import type { StoredInventoryItem, StoredLocation } from '../../../data/inventory-records.ts';

export function makeItem(id: string, change: Partial<InventoryItem> = {}): StoredInventoryItem {
  const data = inventoryItemSchema.parse({
    name: `Item ${id}`,
    sku: `SKU-${id.toUpperCase()}`,
    quantity: 5,
    last_adjustment: 'a',
    created_by: 'u',
    created_at: new Date(1000),
    updated_by: 'u',
    updated_at: new Date(2000),
    ...change,
  });
  return { id, path: `workspaces/w/inventory_items/${id}`, data };
}

export function makeLocation(id: string, change: Partial<Location> = {}): StoredLocation {
  const data = locationSchema.parse({
    name: `Place ${id}`,
    description: '',
    active: true,
    is_default: false,
    created_by: 'u',
    created_at: new Date(1000),
    ...change,
  });
  return { id, path: `workspaces/w/locations/${id}`, data };
}
