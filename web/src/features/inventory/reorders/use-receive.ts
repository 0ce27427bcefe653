/** Taking in what has come of a reorder, and where it is put when the item has no place yet. */
import { placeFor } from '@docket/model/inventory/default-location';
import { itemSupplierId } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import { receiveReorder } from '@docket/model/commands/reorder-commands';
import { useClient, useDocument, useQuery } from '../../../data/hooks.ts';
import {
  inventoryQueries,
  inventorySettingsReader,
  locationReader,
} from '../../../data/inventory-records.ts';
import { valueOr } from '../../../data/live.ts';
import { itemSupplierReader } from '../../../data/supply-records.ts';
import { useActor, useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import type { ReorderRow } from './reorder-rows.ts';

const NOTHING = { records: [], malformed: [] };

export interface Receiving {
  /** To choose among: ids with names. */
  places: readonly { value: string; label: string }[];
  /** The place that is taken when nobody says one; null: there is none. */
  proposed: string | null;
  /** A null `locationId` leaves the item where it is. */
  receive: (pieces: number, locationId: string | null) => void;
}

export function useReceive({ id, reorder, item }: ReorderRow): Receiving {
  const { database } = useClient().backend;
  const workspace = useWorkspace();
  const actor = useActor();
  const commit = useCommit();
  const locations = valueOr(useQuery(inventoryQueries.locations(workspace.id), locationReader), NOTHING);
  const settings = useDocument(paths.inventorySettings(workspace.id), inventorySettingsReader);
  const linkId = itemSupplierId(reorder.item_id, reorder.supplier_id);
  const link = useDocument(paths.itemSupplier(workspace.id, linkId), itemSupplierReader);
  const active = locations.records.filter(({ data }) => data.active);
  const said = valueOr(settings, null)?.data;
  const proposed = placeFor(
    {
      line: reorder.location_id,
      supplier: valueOr(link, null)?.data.location_id ?? null,
      category: said?.category_locations[item?.category ?? ''] ?? null,
      workspace: said?.default_location_id ?? null,
    },
    (locationId) => active.some((location) => location.id === locationId),
  );
  return {
    places: active
      .map((location) => ({ value: location.id, label: location.data.name }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
    proposed,
    receive: (pieces, locationId) =>
      void commit(
        receiveReorder(actor, {
          reorder: { id, data: reorder },
          pieces,
          adjustmentId: database.newId(),
          locationId,
          added: database.increment(pieces),
        }),
        'What has come could not be taken in',
        'Somebody else has taken some of it in, or cancelled the reorder, meanwhile. Look at what is still to come.',
      ),
  };
}
