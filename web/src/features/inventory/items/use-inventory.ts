/** The items of the workspace, where they can be, and where they go when nobody says a place. */
import { placeFor } from '@docket/model/inventory/default-location';
import type { InventorySettings } from '@docket/model/inventory/location';
import { paths } from '@docket/model/paths';
import { useCallback, useMemo, useState } from 'react';
import { useDocument, useQuery } from '../../../data/hooks.ts';
import {
  inventoryItemReader,
  inventoryQueries,
  inventorySettingsReader,
  locationReader,
  type StoredLocation,
} from '../../../data/inventory-records.ts';
import { type Live, mapLive, valueOr } from '../../../data/live.ts';
import type { StoredList } from '../../../data/reader.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { categoriesOf, createRowMaker, type InventoryRow } from './item-rows.ts';

const NO_LOCATIONS: readonly StoredLocation[] = [];
const NO_ROWS: readonly InventoryRow[] = [];

/** The places, by name. */
export function useLocations(): Live<StoredList<StoredLocation['data']>> {
  const live = useQuery(inventoryQueries.locations(useWorkspace().id), locationReader);
  return useMemo(() => {
    if (live.state !== 'ready') return live;
    const records = live.value.records.toSorted((a, b) =>
      a.data.name.localeCompare(b.data.name, 'en', { numeric: true }),
    );
    return { state: 'ready', value: { ...live.value, records } };
  }, [live]);
}

/** What is said about places; null where nothing is said. */
export function useInventorySettings(): Live<InventorySettings | null> {
  const live = useDocument(paths.inventorySettings(useWorkspace().id), inventorySettingsReader);
  return useMemo(() => mapLive(live, (stored) => stored?.data ?? null), [live]);
}

export interface Inventory {
  state: 'loading' | 'ready' | 'error';
  /** Why it could not be loaded. */
  message: string;
  rows: readonly InventoryRow[];
  /** Records that cannot be shown, each with its reason. */
  damaged: readonly { path: string; reason: string }[];
  /** By name. */
  locations: readonly StoredLocation[];
  /** Those that occur. */
  categories: readonly string[];
  /** Where something of a category goes when nobody says a place. */
  placeOf: (category: string) => string | null;
}

export function useInventory(): Inventory {
  const workspace = useWorkspace();
  const items = useQuery(inventoryQueries.items(workspace.id), inventoryItemReader);
  const places = useLocations();
  const settings = valueOr(useInventorySettings(), null);
  const [makeRows] = useState(createRowMaker);
  const locations = places.state === 'ready' ? places.value.records : NO_LOCATIONS;
  const rows = useMemo(
    () => (items.state === 'ready' ? makeRows(items.value.records, locations) : NO_ROWS),
    [items, locations, makeRows],
  );
  const categories = useMemo(() => categoriesOf(rows.map(({ item }) => item)), [rows]);
  const placeOf = useCallback(
    (category: string) =>
      placeFor(
        {
          line: null,
          supplier: null,
          category: settings?.category_locations[category.trim()] ?? null,
          workspace: settings?.default_location_id ?? null,
        },
        (id) => locations.some((location) => location.id === id && location.data.active),
      ),
    [settings, locations],
  );
  return useMemo(
    () => ({
      state: items.state,
      message: items.state === 'error' ? items.message : '',
      rows,
      damaged: items.state === 'ready' ? items.value.malformed : [],
      locations,
      categories,
      placeOf,
    }),
    [items, rows, locations, categories, placeOf],
  );
}
