/** From whom things are bought: adding suppliers, changing what is known of them, and how long they take. */
import { Button, Stack } from '@mantine/core';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useQuery } from '../../../data/hooks.ts';
import { mapLive, valueOr } from '../../../data/live.ts';
import { itemSupplierReader, supplierReader, supplyQueries } from '../../../data/supply-records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { InventoryTabs } from '../inventory-tabs.tsx';
import { SupplierDialog } from './supplier-dialog.tsx';
import { type SupplierRow, supplierRows } from './supplier-list.ts';
import { SupplierRowItem } from './supplier-row-item.tsx';
import classes from './suppliers.module.css';

/** What the dialog is about: nothing while it is closed. */
type Editing = { kind: 'new' } | { kind: 'change'; row: SupplierRow } | null;

const NO_LINKS = { records: [], malformed: [] };

function useSupplierRows() {
  const workspace = useWorkspace();
  const suppliers = useQuery(supplyQueries.suppliers(workspace.id), supplierReader);
  const links = useQuery(supplyQueries.itemSuppliers(workspace.id), itemSupplierReader);
  return useMemo(
    () => ({
      // How many items they have and how long they take is added when it is known.
      rows: mapLive(suppliers, ({ records }) => supplierRows(records, valueOr(links, NO_LINKS).records)),
      damaged: valueOr(suppliers, NO_LINKS).malformed,
    }),
    [suppliers, links],
  );
}

export default function SuppliersPage() {
  const mayEdit = useCan('edit');
  const { rows, damaged } = useSupplierRows();
  const [editing, setEditing] = useState<Editing>(null);
  const list = rows.state === 'ready' ? rows.value : [];
  const empty = rows.state === 'ready' && list.length === 0;
  const add = mayEdit && (
    <Button
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
      onClick={() => setEditing({ kind: 'new' })}
    >
      Add supplier
    </Button>
  );
  return (
    <Stack gap="md">
      <PageTitle>Suppliers</PageTitle>
      <PageHeader
        title="Suppliers"
        description="From whom things are bought, and how long they take to come."
        actions={!empty && add}
      />
      <InventoryTabs current="suppliers" />
      <DamagedRecords what="Some suppliers" records={damaged} />
      {rows.state === 'loading' && <RowsSkeleton rows={4} />}
      {rows.state === 'error' && (
        <ErrorState title="The suppliers could not be loaded" message={rows.message} />
      )}
      {empty && (
        <EmptyState
          picture={<IconTruckDelivery size={44} stroke={1.2} />}
          title="No suppliers yet"
          action={add}
        >
          Add those from whom you buy. Each item can then say who has it and for how much, and what is running
          low is ordered again with one click.
        </EmptyState>
      )}
      {list.length > 0 && (
        <ul className={classes.list} aria-label="Suppliers">
          {list.map((row) => (
            <SupplierRowItem
              key={row.id}
              row={row}
              onEdit={(changed) => setEditing({ kind: 'change', row: changed })}
            />
          ))}
        </ul>
      )}
      {editing !== null && (
        <SupplierDialog
          supplier={editing.kind === 'new' ? null : { id: editing.row.id, data: editing.row.supplier }}
          names={list.map(({ supplier }) => supplier.name)}
          onClose={() => setEditing(null)}
        />
      )}
    </Stack>
  );
}
