/** What a row changes about its item, and about what its supplier has of it. Pure. */
import { placeFor } from '@docket/model/inventory/default-location';
import type { ImportRow } from '@docket/model/inventory/import-row';
import type { InventoryItem } from '@docket/model/inventory/inventory-item';
import type { ItemSupplier } from '@docket/model/inventory/supplier';
import { imageIdOf } from './import-ids.ts';

/** What a row can say about an item. */
export type ItemFields = Pick<
  InventoryItem,
  | 'name'
  | 'description'
  | 'category'
  | 'location_id'
  | 'quantity'
  | 'reorder_level'
  | 'reorder_quantity'
  | 'image_id'
  | 'image_url'
>;

/** What a row can say about the link between its item and its supplier. */
export type LinkFields = Pick<ItemSupplier, 'supplier_sku' | 'price' | 'preferred'>;

/** The item of a row, as it is. */
export interface FoundItem {
  item: InventoryItem;
  links: readonly ItemSupplier[];
  /** Whether the import has changed the stock already: whatever has happened to it since stays. */
  adjusted: boolean;
}

/** What a row may refer to. */
export interface Surroundings {
  /** The location that the row names; undefined where it names none. */
  location: { id: string; active: boolean } | undefined;
  /** The supplier that the row names. */
  supplierId: string | undefined;
  isActive: (locationId: string) => boolean;
  categoryPlace: (category: string) => string | null;
  workspacePlace: string | null;
}

/** `create` has all fields, `update` those that differ. `link` is null where it is as it should be, or there is none. */
export type RowPlan =
  | { type: 'problem'; reason: string }
  | { type: 'unchanged' }
  | { type: 'create'; fields: ItemFields; link: LinkFields | null }
  | { type: 'update'; fields: Partial<ItemFields>; link: Partial<LinkFields> | null };

/** Plans what is to be done about `row`; `found` is null where its item has to be created. */
export function planRow(row: ImportRow, found: FoundItem | null, around: Surroundings): RowPlan {
  const { location } = around;
  if (location !== undefined && !location.active && found?.item.location_id !== location.id)
    return { type: 'problem', reason: `Location “${row.location}” is inactive: nothing new is put there` };
  return found === null ? planNew(row, around) : planChange(row, found, around);
}

function planNew(row: ImportRow, { location, supplierId, ...around }: Surroundings): RowPlan {
  const category = row.category ?? '';
  const choices = {
    line: location?.id ?? null,
    // Nobody has said yet where what a supplier delivers of it goes.
    supplier: null,
    category: around.categoryPlace(category),
    workspace: around.workspacePlace,
  };
  const fields: ItemFields = {
    name: row.name,
    description: row.description ?? '',
    category,
    location_id: placeFor(choices, around.isActive),
    quantity: row.quantity ?? 0,
    reorder_level: row.reorder_level,
    reorder_quantity: row.reorder_quantity,
    ...pictureOf(row),
  };
  return { type: 'create', fields, link: supplierId === undefined ? null : newLink(row, []) };
}

function planChange(
  row: ImportRow,
  { item, links, adjusted }: FoundItem,
  { location, supplierId }: Surroundings,
): RowPlan {
  const { name, description, category, reorder_level, reorder_quantity } = row;
  const fields = differences(item, {
    name,
    description,
    category,
    location_id: location?.id ?? null,
    quantity: adjusted ? null : row.quantity,
    reorder_level,
    reorder_quantity,
    // An address is fetched only while there is no image.
    ...(item.image_id === null && pictureOf(row)),
  });
  const link = planLink(row, links, supplierId);
  return Object.keys(fields).length === 0 && link === null
    ? { type: 'unchanged' }
    : { type: 'update', fields, link };
}

function planLink(
  row: ImportRow,
  links: readonly ItemSupplier[],
  supplierId: string | undefined,
): Partial<LinkFields> | null {
  if (supplierId === undefined) return null;
  const link = links.find(({ supplier_id }) => supplier_id === supplierId);
  if (link === undefined) return newLink(row, links);
  const { supplier_sku, price } = row;
  const fields = differences(link, { supplier_sku, price });
  return Object.keys(fields).length === 0 ? null : fields;
}

function newLink(row: ImportRow, links: readonly ItemSupplier[]): LinkFields {
  return {
    supplier_sku: row.supplier_sku ?? '',
    price: row.price,
    preferred: links.every(({ preferred }) => !preferred),
  };
}

function pictureOf({ image_url: url }: ImportRow): Pick<ItemFields, 'image_id' | 'image_url'> {
  return { image_id: url === null ? null : imageIdOf(url), image_url: url };
}

/** Those fields of `said` that say something else than `current`; null says nothing. */
function differences<T extends object>(current: T, said: { [K in keyof T]?: T[K] | null }): Partial<T> {
  const changed: Partial<T> = {};
  for (const key in said) {
    const value = said[key];
    if (value !== undefined && value !== null && value !== current[key]) changed[key] = value;
  }
  return changed;
}
