/** The places as they are listed, and what is said about where things go. Pure. */
import type { InventorySettings, Location } from '@docket/model/inventory/location';
import type { StoredLocation } from '../../../data/inventory-records.ts';

export interface LocationRow {
  id: string;
  location: Location;
  /** Items that are there. */
  items: number;
  /** Whether things go there of which nothing else is known. */
  isWorkspaceDefault: boolean;
  /** Categories whose things go there. */
  categories: readonly string[];
}

/** Active ones first, in the order given. */
export function locationRows(
  locations: readonly StoredLocation[],
  counts: ReadonlyMap<string, number>,
  settings: InventorySettings | null,
): LocationRow[] {
  const said = Object.entries(settings?.category_locations ?? {});
  return locations
    .map(({ id, data }) => ({
      id,
      location: data,
      items: counts.get(id) ?? 0,
      isWorkspaceDefault: settings?.default_location_id === id,
      categories: said.filter(([, place]) => place === id).map(([category]) => category),
    }))
    .toSorted((a, b) => Number(b.location.active) - Number(a.location.active));
}

/** What is said once `category` goes to `place`; null: nothing is said about it any more. */
export function withCategoryPlace(
  settings: InventorySettings | null,
  category: string,
  place: string | null,
): Pick<InventorySettings, 'default_location_id' | 'category_locations'> {
  const others = Object.entries(settings?.category_locations ?? {}).filter(([name]) => name !== category);
  return {
    default_location_id: settings?.default_location_id ?? null,
    category_locations: Object.fromEntries(place === null ? others : [...others, [category, place]]),
  };
}

/** The categories that something can be said about: those that occur, and those about which something is said. */
export function categoriesToPlace(
  categories: readonly string[],
  settings: InventorySettings | null,
): readonly string[] {
  return [...new Set([...categories, ...Object.keys(settings?.category_locations ?? {})])].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
}

/** What is wrong with a name; null when nothing is. `others` are the names of the other places. */
export function nameProblem(name: string, others: readonly string[]): string | null {
  const plain = (text: string) => text.trim().toLowerCase();
  if (plain(name) === '') return 'Give the location a name.';
  return others.some((other) => plain(other) === plain(name))
    ? 'There is a location of this name already.'
    : null;
}
