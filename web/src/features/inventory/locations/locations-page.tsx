/** Where things are kept: the places with what is in them, and what goes where. */
import { Button, Group, Stack } from '@mantine/core';
import { IconMapPin, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { valueOr } from '../../../data/live.ts';
import { useCan } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { InventoryTabs } from '../inventory-tabs.tsx';
import { countsByPlace } from '../items/item-rows.ts';
import { useInventory, useInventorySettings, useLocations } from '../items/use-inventory.ts';
import { LocationDialog } from './location-dialog.tsx';
import { LocationItem } from './location-item.tsx';
import { type LocationRow, locationRows } from './location-rows.ts';
import classes from './locations.module.css';
import { PlacesSection } from './places-section.tsx';
import { useLocationSetup } from './use-location-setup.ts';

const NO_PLACES = { records: [], malformed: [] };

/** What the dialog is about: nothing while it is closed. */
type Editing = { kind: 'new' } | { kind: 'change'; row: LocationRow } | null;

function SetupButton() {
  const setup = useLocationSetup();
  const [asking, setAsking] = useState(false);
  if (setup === null) return null;
  const sets = setup.action === 'set_up_locations';
  return (
    <>
      <Button variant="default" loading={setup.asked} onClick={() => (sets ? setup.ask() : setAsking(true))}>
        {sets ? 'Set up default locations' : 'Take back unused defaults'}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={setup.ask}
        title="Take back the default locations?"
        confirmLabel="Take back unused ones"
        keepLabel="Keep them"
      >
        Removed are those that this workspace began with, that nobody has changed, and that nothing uses: no
        item, no supplier, no open reorder and no default. All others stay. They can be set up again.
      </ConfirmDialog>
    </>
  );
}

export default function LocationsPage() {
  const mayEdit = useCan('edit');
  const places = useLocations();
  const said = useInventorySettings();
  const settings = valueOr(said, null);
  const { rows: items, categories } = useInventory();
  const [editing, setEditing] = useState<Editing>(null);
  const { records, malformed } = valueOr(places, NO_PLACES);
  const rows = useMemo(
    () =>
      locationRows(
        valueOr(places, NO_PLACES).records,
        countsByPlace(items.map(({ item }) => item)),
        settings,
      ),
    [places, items, settings],
  );
  const empty = places.state === 'ready' && records.length === 0;
  const actions = (
    <>
      <SetupButton />
      {mayEdit && (
        <Button
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          onClick={() => setEditing({ kind: 'new' })}
        >
          Add location
        </Button>
      )}
    </>
  );
  const edited = editing?.kind === 'change' ? editing.row : null;
  return (
    <Stack gap="md">
      <PageTitle>Locations</PageTitle>
      <PageHeader
        title="Locations"
        description="Where things are kept, and where new ones go."
        actions={!empty && actions}
      />
      <InventoryTabs current="locations" />
      <DamagedRecords what="Some locations" records={malformed} />
      {places.state === 'loading' && <RowsSkeleton />}
      {places.state === 'error' && (
        <ErrorState title="The locations could not be loaded" message={places.message} />
      )}
      {empty && (
        <EmptyState
          picture={<IconMapPin size={44} stroke={1.2} />}
          title="No locations yet"
          action={
            <Group gap="sm" justify="center">
              {actions}
            </Group>
          }
        >
          Add the rooms, shelves and boxes where things are kept. Owners can also set up ten that suit most
          workshops.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <ul className={classes.list} aria-label="Locations">
            {rows.map((row) => (
              <LocationItem
                key={row.id}
                row={row}
                onEdit={(changed) => setEditing({ kind: 'change', row: changed })}
              />
            ))}
          </ul>
          <PlacesSection locations={records} categories={categories} said={said} />
        </>
      )}
      {editing !== null && (
        <LocationDialog
          location={edited === null ? null : { id: edited.id, data: edited.location }}
          names={records.filter(({ id }) => id !== edited?.id).map(({ data }) => data.name)}
          onClose={() => setEditing(null)}
        />
      )}
    </Stack>
  );
}
