/** What is in the inventory before each test of the rules. */
import { itemSupplierId, REORDER_STATUSES, type ReorderStatus } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import { WORKSPACE } from './people.ts';
import {
  newAdjustment,
  newInventorySettings,
  newItem,
  newItemSupplier,
  newLocation,
  newReorder,
  newSupplier,
} from './valid-inventory.ts';

const at = new Date('2026-01-01T00:00:00Z');

/** An item of which there are `IN_STOCK`, and one of which there has never been any. */
export const ITEM = 'i1';
export const IN_STOCK = 14;
export const EMPTY_ITEM = 'i2';
/** How they are called, and how the first was called before; its reservation was left. */
export const SKU = 'PLY-3';
export const EMPTY_SKU = 'SAW-1';
export const FORMER_SKU = 'PLY-OLD';

export const LOCATION = 'shelf';
/** One of those that the functions set up. */
export const DEFAULT_LOCATION = 'default-storage';

/** Both have the item, as far as the rules care; the link is to the first. */
export const SUPPLIER = 's1';
export const OTHER_SUPPLIER = 's2';
export const LINK = itemSupplierId(ITEM, SUPPLIER);

/** What has been ordered of the item: six pieces each, of which none have come, or all. */
export const reorderIn = (status: ReorderStatus) => `reorder-${status}`;
/** The adjustments by which its opening stock and two receipts of two pieces each came; the last is the item's last. */
export const OPENING = 'a1';
export const PARTLY_RECEIVED = 'reorder-partly';
export const FIRST_RECEIPT = 'a2';
export const LAST_RECEIPT = 'a3';

/** The fields of a reorder that make it one in `status`. */
const STATES = {
  requested: {},
  ordered: { ordered_at: at },
  received: { ordered_at: at, received_at: at, received_quantity: 6, last_receipt: 'a0' },
  cancelled: { cancelled_at: at },
} as const satisfies Record<ReorderStatus, object>;

const receipt = {
  ...newAdjustment('editor', at, ITEM),
  reason: 'received',
  delta: 2,
  reorder_id: PARTLY_RECEIVED,
};

/** Documents by their paths. */
export const INVENTORY_SEED: readonly [string, object][] = [
  [
    paths.inventoryItem(WORKSPACE, ITEM),
    {
      ...newItem('editor', at),
      sku: SKU,
      quantity: IN_STOCK,
      last_adjustment: LAST_RECEIPT,
      import_id: null,
    },
  ],
  [
    paths.inventoryItem(WORKSPACE, EMPTY_ITEM),
    { ...newItem('editor', at), sku: EMPTY_SKU, quantity: 0, last_adjustment: null },
  ],
  [paths.sku(WORKSPACE, SKU), { item_id: ITEM }],
  [paths.sku(WORKSPACE, EMPTY_SKU), { item_id: EMPTY_ITEM }],
  [paths.sku(WORKSPACE, FORMER_SKU), { item_id: ITEM }],
  [paths.stockAdjustment(WORKSPACE, OPENING), { ...newAdjustment('editor', at, ITEM), delta: 10 }],
  [paths.stockAdjustment(WORKSPACE, FIRST_RECEIPT), receipt],
  [paths.stockAdjustment(WORKSPACE, LAST_RECEIPT), receipt],
  [paths.location(WORKSPACE, LOCATION), newLocation('editor', at)],
  [paths.location(WORKSPACE, DEFAULT_LOCATION), { ...newLocation('owner', at), is_default: true }],
  [paths.inventorySettings(WORKSPACE), newInventorySettings('editor', at)],
  [paths.inventorySetup(WORKSPACE), { locations: 'set_up', at }],
  [paths.supplier(WORKSPACE, SUPPLIER), newSupplier('editor', at)],
  [paths.supplier(WORKSPACE, OTHER_SUPPLIER), newSupplier('editor', at)],
  [
    paths.itemSupplier(WORKSPACE, LINK),
    {
      ...newItemSupplier('editor', at, ITEM, SUPPLIER),
      lead_time: { average_days: 4, reorders: 2, updated_at: at },
    },
  ],
  ...REORDER_STATUSES.map((status): [string, object] => [
    paths.reorder(WORKSPACE, reorderIn(status)),
    { ...newReorder('editor', at, ITEM, SUPPLIER), status, ...STATES[status] },
  ]),
  [
    paths.reorder(WORKSPACE, PARTLY_RECEIVED),
    {
      ...newReorder('editor', at, ITEM, SUPPLIER),
      ...STATES.ordered,
      status: 'ordered',
      received_quantity: 4,
      last_receipt: LAST_RECEIPT,
    },
  ],
];
