/** Records of an inventory for tests: plain ones, with what matters said. */
import type { InventoryItem, StockAdjustment } from '../inventory-item.ts';
import type { ItemSupplier, Reorder } from '../supplier.ts';

const AT = new Date('2026-01-01T00:00:00Z');

export function makeItem(fields: Partial<InventoryItem>): InventoryItem {
  return {
    name: 'Wood screw',
    description: '',
    sku: 'SKU-1',
    category: '',
    location_id: null,
    quantity: 0,
    reorder_level: null,
    reorder_quantity: null,
    image_id: null,
    image_url: null,
    last_adjustment: null,
    created_by: 'ada',
    created_at: AT,
    updated_by: 'ada',
    updated_at: AT,
    import_id: null,
    ...fields,
  };
}

export function makeLink(fields: Partial<ItemSupplier>): ItemSupplier {
  return {
    item_id: 'screw',
    supplier_id: 'acme',
    supplier_sku: '',
    price: null,
    preferred: false,
    location_id: null,
    created_by: 'ada',
    created_at: AT,
    lead_time: null,
    ...fields,
  };
}

export function makeReorder(fields: Partial<Reorder>): Reorder {
  return {
    item_id: 'screw',
    supplier_id: 'acme',
    quantity: 10,
    received_quantity: 0,
    status: 'requested',
    location_id: null,
    note: '',
    requested_by: 'ada',
    requested_at: AT,
    ordered_at: null,
    received_at: null,
    cancelled_at: null,
    last_receipt: null,
    ...fields,
  };
}

export function makeAdjustment(fields: Partial<StockAdjustment>): StockAdjustment {
  return {
    item_id: 'screw',
    delta: -1,
    reason: 'used',
    note: '',
    reorder_id: null,
    by: 'ada',
    at: AT,
    ...fields,
  };
}
