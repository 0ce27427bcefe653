/** The rows of the list of items, and which of them are looked for. Pure. */
import type { InventoryItem } from '@docket/model/inventory/inventory-item';
import type { StoredInventoryItem, StoredLocation } from '../../../data/inventory-records.ts';

/** An item as it is listed. */
export interface InventoryRow {
  id: string;
  item: InventoryItem;
  /** The name of the place where it is; empty for none. */
  place: string;
  low: boolean;
}

/** Whether an item is to be ordered again; without a level it never is. */
function isLow({ quantity, reorder_level: level }: InventoryItem): boolean {
  return level !== null && quantity <= level;
}

/** Makes rows, the latest first; those that have not changed since the last time are the same objects. */
export function createRowMaker(): (
  items: readonly StoredInventoryItem[],
  locations: readonly StoredLocation[],
) => readonly InventoryRow[] {
  let before = new Map<string, InventoryRow>();
  return (items, locations) => {
    const names = new Map(locations.map(({ id, data }) => [id, data.name]));
    const rows = items.map(({ id, data }): InventoryRow => {
      const place = names.get(data.location_id ?? '') ?? '';
      const known = before.get(id);
      if (known !== undefined && known.item === data && known.place === place) return known;
      return { id, item: data, place, low: isLow(data) };
    });
    before = new Map(rows.map((row) => [row.id, row]));
    return rows.toSorted(
      (a, b) => b.item.created_at.getTime() - a.item.created_at.getTime() || (a.id < b.id ? -1 : 1),
    );
  };
}

/** In a filter: things that are nowhere, or in no category. */
export const NONE = '';

/** What is shown, apart from the search; null: all. */
export interface RowFilter {
  /** The id of a location. */
  location: string | null;
  category: string | null;
  lowOnly: boolean;
}

export const ALL_ROWS: RowFilter = { location: null, category: null, lowOnly: false };

const words = (text: string) => text.toLowerCase().split(/\s+/u).filter(Boolean);

/** The rows that pass the filter and have every word of the search somewhere. */
export function soughtRows(
  rows: readonly InventoryRow[],
  { location, category, lowOnly }: RowFilter,
  search: string,
): readonly InventoryRow[] {
  const wanted = words(search);
  return rows.filter(({ item, place, low }) => {
    // What is in a place that was taken back while it was put there is nowhere.
    if (location === NONE && place !== '') return false;
    if (location !== null && location !== NONE && item.location_id !== location) return false;
    if (category !== null && item.category !== category) return false;
    if (lowOnly && !low) return false;
    if (wanted.length === 0) return true;
    const text = [item.name, item.sku, item.description, item.category, place].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The categories that occur, by name, without the empty one. */
export function categoriesOf(items: readonly InventoryItem[]): string[] {
  return [...new Set(items.map(({ category }) => category))]
    .filter((name) => name !== NONE)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** How many items are in each place, by its id. */
export function countsByPlace(items: readonly InventoryItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { location_id: id } of items) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** "1 piece", "1,200 pieces". */
export function piecesLabel(pieces: number): string {
  return pieces === 1 ? '1 piece' : `${pieces.toLocaleString('en')} pieces`;
}
