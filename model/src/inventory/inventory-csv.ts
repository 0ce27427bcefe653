/** The inventory as a CSV file that the import reads back. Pure. */
import { rowsToCsv } from '../export/csv.ts';
import type { TableCell } from '../item-table.ts';
import { chosenLink } from './chosen-link.ts';
import { IMPORT_FIELD_NAMES } from './import-field-names.ts';
import { IMPORT_FIELDS, type ImportField } from './inventory-import.ts';
import type { InventoryItem } from './inventory-item.ts';
import type { Location } from './location.ts';
import type { ItemSupplier, Supplier } from './supplier.ts';

/** What the items refer to. */
export interface InventoryNames {
  /** By id. */
  locations: ReadonlyMap<string, Pick<Location, 'name'>>;
  /** By id. */
  suppliers: ReadonlyMap<string, Pick<Supplier, 'name'>>;
  links: readonly ItemSupplier[];
}

/**
 * One row for each item, in the order given, with the columns of `IMPORT_FIELDS`. Of several suppliers it names the one
 * that the item is ordered from.
 */
export function exportInventoryCsv(
  items: readonly { id: string; data: InventoryItem }[],
  { locations, suppliers, links }: InventoryNames,
): string {
  const linksOf = Map.groupBy(links, ({ item_id }) => item_id);
  const rows = items.map(({ id, data }) => {
    const link = chosenLink(linksOf.get(id) ?? []);
    const cells: Record<ImportField, TableCell> = {
      name: data.name,
      description: data.description,
      sku: data.sku,
      category: data.category,
      location: locations.get(data.location_id ?? '')?.name ?? null,
      quantity: data.quantity,
      reorder_level: data.reorder_level,
      reorder_quantity: data.reorder_quantity,
      image_url: data.image_url,
      supplier: suppliers.get(link?.supplier_id ?? '')?.name ?? null,
      supplier_sku: link?.supplier_sku ?? null,
      price: priceCell(link?.price ?? null),
    };
    return IMPORT_FIELDS.map((field) => cells[field]);
  });
  return rowsToCsv([IMPORT_FIELDS.map((field) => IMPORT_FIELD_NAMES[field]), ...rows]);
}

/** A price with exactly three decimals gets a fourth: 1.234 would be read as a thousand by many. */
function priceCell(price: number | null): TableCell {
  return price !== null && /\.\d{3}$/u.test(String(price)) ? `${price}0` : price;
}
