/** Changes to inventory items, their stock and their places, as the writes that make them. */
import type { AdjustmentReason, InventoryItem } from '../inventory/inventory-item.ts';
import type { InventorySettings, Location } from '../inventory/location.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** What a person says about an item. */
export type DescribedItem = Pick<
  InventoryItem,
  | 'name'
  | 'description'
  | 'sku'
  | 'category'
  | 'location_id'
  | 'reorder_level'
  | 'reorder_quantity'
  | 'image_id'
  | 'image_url'
>;

/** An item that is to be added. */
export interface AddedItem {
  id: string;
  described: DescribedItem;
  /** What is in stock at the beginning. */
  quantity: number;
  /** Of the opening stock; not used where there is none. */
  adjustmentId: string;
}

const adjustment = (
  { workspaceId, uid, serverTime }: Actor,
  id: string,
  fields: { item_id: string; delta: number; reason: AdjustmentReason; note: string },
): Write => ({
  kind: 'create',
  path: paths.stockAdjustment(workspaceId, id),
  fields: { ...fields, reorder_id: null, by: uid, at: serverTime },
});

const reserved = (workspaceId: string, sku: string, itemId: string): Write => ({
  kind: 'create',
  path: paths.sku(workspaceId, sku),
  fields: { item_id: itemId },
});

const update = ({ uid, serverTime }: Actor) => ({ updated_by: uid, updated_at: serverTime });

/** An item, its SKU and its opening stock. */
export function addItem(actor: Actor, { id, described, quantity, adjustmentId }: AddedItem): Write[] {
  const { workspaceId, uid, serverTime } = actor;
  const opening = { item_id: id, delta: quantity, reason: 'opening', note: '' } as const;
  return [
    {
      kind: 'create',
      path: paths.inventoryItem(workspaceId, id),
      fields: {
        ...described,
        quantity,
        last_adjustment: quantity === 0 ? null : adjustmentId,
        created_by: uid,
        created_at: serverTime,
        ...update(actor),
      },
    },
    reserved(workspaceId, described.sku, id),
    ...(quantity === 0 ? [] : [adjustment(actor, adjustmentId, opening)]),
  ];
}

/** The fields in which `after` differs, so that what others change at the same time stays; nothing where none does. */
export function changeItem(actor: Actor, id: string, before: DescribedItem, after: DescribedItem): Write[] {
  const { workspaceId } = actor;
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([field, value]) => was.get(field) !== value);
  if (changed.length === 0) return [];
  return [
    {
      kind: 'update',
      path: paths.inventoryItem(workspaceId, id),
      fields: { ...Object.fromEntries(changed), ...update(actor) },
    },
    ...(before.sku === after.sku
      ? []
      : [
          reserved(workspaceId, after.sku, id),
          { kind: 'delete', path: paths.sku(workspaceId, before.sku) } as const,
        ]),
  ];
}

/** Stock that came (positive `delta`) or went. */
export interface StockChange {
  itemId: string;
  adjustmentId: string;
  /** Not 0. */
  delta: number;
  reason: AdjustmentReason;
  note: string;
}

/** `addition` is the database's marker for adding `delta`. */
export function adjustStock(actor: Actor, addition: unknown, change: StockChange): Write[] {
  const { itemId, adjustmentId, delta, reason, note } = change;
  return [
    adjustment(actor, adjustmentId, { item_id: itemId, delta, reason, note }),
    {
      kind: 'update',
      path: paths.inventoryItem(actor.workspaceId, itemId),
      fields: { quantity: addition, last_adjustment: adjustmentId, ...update(actor) },
    },
  ];
}

/** An item together with its SKU. The functions remove its history and its links a little later, so that it can be brought back. */
export function deleteItem(workspaceId: string, id: string, sku: string): Write[] {
  return [
    { kind: 'delete', path: paths.inventoryItem(workspaceId, id) },
    { kind: 'delete', path: paths.sku(workspaceId, sku) },
  ];
}

/** What a person says about a place. */
export type DescribedLocation = Pick<Location, 'name' | 'description'>;

export function addLocation(actor: Actor, id: string, described: DescribedLocation): Write[] {
  const { workspaceId, uid, serverTime } = actor;
  return [
    {
      kind: 'create',
      path: paths.location(workspaceId, id),
      fields: { ...described, active: true, is_default: false, created_by: uid, created_at: serverTime },
    },
  ];
}

export function changeLocation(
  workspaceId: string,
  id: string,
  change: Partial<Pick<Location, 'name' | 'description' | 'active'>>,
): Write[] {
  return [{ kind: 'update', path: paths.location(workspaceId, id), fields: change }];
}

/** Where things go of which nothing is said. */
export function saveInventorySettings(
  { workspaceId, uid, serverTime }: Actor,
  settings: Pick<InventorySettings, 'default_location_id' | 'category_locations'>,
): Write[] {
  return [
    {
      kind: 'set',
      path: paths.inventorySettings(workspaceId),
      fields: { ...settings, by: uid, at: serverTime },
    },
  ];
}
