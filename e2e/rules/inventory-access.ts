/** Every path of the inventory with what may be done there, and by whom. */
import { itemSupplierId } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import { doc, type Firestore, serverTimestamp, setDoc } from 'firebase/firestore';
import { commit, put, remove } from './commit.ts';
import { type AccessRow, author, noWrites, read } from './firestore-access.ts';
import { type Person, uidOf, WORKSPACE } from './people.ts';
import { importIn, importJobIn } from './seed.ts';
import {
  DEFAULT_LOCATION,
  FORMER_SKU,
  ITEM,
  LINK,
  LOCATION,
  OPENING,
  OTHER_SUPPLIER,
  reorderIn,
  SKU,
  SUPPLIER,
} from './seed-inventory.ts';
import {
  newAdjustment,
  newInventoryImport,
  newInventorySettings,
  newItem,
  newItemSupplier,
  newLocation,
  newReorder,
  newSupplier,
} from './valid-inventory.ts';
import { newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;
/** One does not come without the others. */
const createItem: AccessRow['create'] = (db, by) =>
  commit(db, [
    put(paths.inventoryItem(WORKSPACE, 'i9'), newItem(author(by), now())),
    put(paths.sku(WORKSPACE, 'NEW-1'), { item_id: 'i9' }),
    put(paths.stockAdjustment(WORKSPACE, 'a9'), newAdjustment(author(by), now(), 'i9')),
  ]);
const removeItem = (db: Firestore) =>
  commit(db, [remove(paths.inventoryItem(WORKSPACE, ITEM)), remove(paths.sku(WORKSPACE, SKU))]);
const createImport = (db: Firestore, by: Person) =>
  commit(db, [
    put(paths.inventoryImport(WORKSPACE, 'import'), newInventoryImport(author(by), now(), 'import')),
    put(
      newJobPath('import', 1, 'inventory_import'),
      newJob(author(by), now(), 'import', 1, 'inventory_import'),
    ),
  ]);
const edited = { create: 'edit', update: 'edit' } as const;

export const INVENTORY_ACCESS: readonly AccessRow[] = [
  {
    pattern: 'workspaces/{workspace}/inventory_items/{item}',
    existing: paths.inventoryItem(WORKSPACE, ITEM),
    create: createItem,
    remove: removeItem,
    change: { name: 'Plywood, 4 mm' },
    signed: ['updated_by', 'updated_at'],
    allowed: { ...read, ...edited, delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/skus/{sku} that an item has',
    existing: paths.sku(WORKSPACE, SKU),
    create: createItem,
    change: { item_id: 'i2' },
    allowed: { get: 'read', list: 'nothing', create: 'edit', update: 'nothing', delete: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/skus/{sku} that no item has any more',
    existing: paths.sku(WORKSPACE, FORMER_SKU),
    create: createItem,
    change: { item_id: 'i2' },
    allowed: { get: 'read', list: 'nothing', create: 'edit', update: 'nothing', delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/stock_adjustments/{adjustment}',
    existing: paths.stockAdjustment(WORKSPACE, OPENING),
    create: createItem,
    change: { note: 'Counted twice' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/locations/{location}',
    existing: paths.location(WORKSPACE, LOCATION),
    create: (db, by) => setDoc(doc(db, paths.location(WORKSPACE, 'bin')), newLocation(author(by), now())),
    change: { name: 'Shelf 4', active: false },
    allowed: { ...read, ...edited, delete: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/locations/{location} that was set up',
    existing: paths.location(WORKSPACE, DEFAULT_LOCATION),
    create: (db, by) =>
      setDoc(doc(db, paths.location(WORKSPACE, 'default-bin')), {
        ...newLocation(author(by), now()),
        is_default: true,
      }),
    change: { name: 'Cellar', active: false },
    allowed: { ...read, ...noWrites, update: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/settings/inventory',
    existing: paths.inventorySettings(WORKSPACE),
    create: (db, by) =>
      setDoc(doc(db, paths.inventorySettings(WORKSPACE)), newInventorySettings(author(by), now())),
    change: { default_location_id: null },
    signed: ['by', 'at'],
    allowed: { ...edited, get: 'read', list: 'nothing', delete: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/settings/inventory_setup',
    existing: paths.inventorySetup(WORKSPACE),
    create: (db) => setDoc(doc(db, paths.inventorySetup(WORKSPACE)), { locations: 'taken_back', at: now() }),
    change: { locations: 'taken_back' },
    allowed: { ...noWrites, get: 'read', list: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/suppliers/{supplier}',
    existing: paths.supplier(WORKSPACE, SUPPLIER),
    create: (db, by) => setDoc(doc(db, paths.supplier(WORKSPACE, 's9')), newSupplier(author(by), now())),
    change: { name: 'Timber & Daughters', active: false },
    allowed: { ...read, ...edited, delete: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/item_suppliers/{link}',
    existing: paths.itemSupplier(WORKSPACE, LINK),
    create: (db, by) =>
      setDoc(
        doc(db, paths.itemSupplier(WORKSPACE, itemSupplierId(ITEM, OTHER_SUPPLIER))),
        newItemSupplier(author(by), now(), ITEM, OTHER_SUPPLIER),
      ),
    change: { price: null, preferred: false },
    allowed: { ...read, ...edited, delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/reorders/{reorder}',
    existing: paths.reorder(WORKSPACE, reorderIn('requested')),
    create: (db, by) =>
      setDoc(doc(db, paths.reorder(WORKSPACE, 'r9')), newReorder(author(by), now(), ITEM, SUPPLIER)),
    change: { status: 'ordered', ordered_at: now() },
    allowed: { ...read, ...edited, delete: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/inventory_imports/{import}',
    existing: paths.inventoryImport(WORKSPACE, importIn('completed')),
    create: createImport,
    change: { outcome: null },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/jobs/{job} on an import',
    existing: paths.job(WORKSPACE, importJobIn('failed')),
    create: createImport,
    change: { status: 'queued' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/job_requests/{request} about an import',
    existing: paths.jobRequest(WORKSPACE, 'r1'),
    create: (db, by) =>
      setDoc(doc(db, paths.jobRequest(WORKSPACE, 'r2')), {
        ...newRequest(author(by), now()),
        job_id: importJobIn('processing'),
      }),
    change: { action: 'cancel' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/admin_requests/{request} about locations',
    existing: paths.adminRequest(WORKSPACE, 'a1'),
    create: (db, by) =>
      commit(
        db,
        ['set_up_locations', 'take_back_locations'].map((action) =>
          put(paths.adminRequest(WORKSPACE, action), { action, by: uidOf(author(by)), at: now() }),
        ),
      ),
    change: { action: 'take_back_locations' },
    allowed: { get: 'administer', list: 'administer', ...noWrites, create: 'administer' },
  },
];
