/** Well-formed records of the inventory as the app writes them, for seeds and for writes alike. */
import { storagePaths } from '@docket/model/paths';
import { type Person, uidOf, WORKSPACE } from './people.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;

/** Fields of a document. */
type Fields = Record<string, unknown>;

const created = (by: SignedIn, now: unknown) => ({ created_by: uidOf(by), created_at: now });

/** An item with its opening stock, which the adjustment `a9` says. */
export function newItem(by: SignedIn, now: unknown): Fields {
  return {
    name: 'Plywood, 3 mm',
    description: '',
    sku: 'NEW-1',
    category: 'Wood',
    location_id: 'shelf',
    reorder_level: 3,
    reorder_quantity: null,
    image_id: null,
    image_url: null,
    quantity: 5,
    last_adjustment: 'a9',
    ...created(by, now),
    updated_by: uidOf(by),
    updated_at: now,
  };
}

/** The opening stock of `newItem`. */
export function newAdjustment(by: SignedIn, now: unknown, item: string): Fields {
  return { item_id: item, delta: 5, reason: 'opening', note: '', reorder_id: null, by: uidOf(by), at: now };
}

export function newLocation(by: SignedIn, now: unknown): Fields {
  return { name: 'Shelf 3', description: '', active: true, is_default: false, ...created(by, now) };
}

export function newInventorySettings(by: SignedIn, now: unknown): Fields {
  return {
    default_location_id: 'shelf',
    category_locations: { Wood: 'shelf' },
    by: uidOf(by),
    at: now,
  };
}

export function newSupplier(by: SignedIn, now: unknown): Fields {
  return {
    name: 'Timber & Sons',
    email: 'orders@timber.example',
    website: 'https://timber.example/',
    note: '',
    active: true,
    ...created(by, now),
  };
}

/** That `supplier` has `item`. */
export function newItemSupplier(by: SignedIn, now: unknown, item: string, supplier: string): Fields {
  return {
    item_id: item,
    supplier_id: supplier,
    supplier_sku: 'T-77',
    price: 4.5,
    preferred: true,
    location_id: null,
    ...created(by, now),
  };
}

/** Six pieces of `item` that somebody would like to have from `supplier`. */
export function newReorder(by: SignedIn, now: unknown, item: string, supplier: string): Fields {
  return {
    item_id: item,
    supplier_id: supplier,
    quantity: 6,
    received_quantity: 0,
    status: 'requested',
    location_id: null,
    note: '',
    requested_by: uidOf(by),
    requested_at: now,
    ordered_at: null,
    received_at: null,
    cancelled_at: null,
    last_receipt: null,
  };
}

/** The import `id`, which comes with its job. */
export function newInventoryImport(by: SignedIn, now: unknown, id: string): Fields {
  return {
    file_name: 'Stock (2026).csv',
    storage_path: storagePaths.inventoryImportFile(WORKSPACE, id, 'Stock (2026).csv'),
    size: 1234,
    columns: ['name', null, 'quantity', null],
    ...created(by, now),
  };
}
