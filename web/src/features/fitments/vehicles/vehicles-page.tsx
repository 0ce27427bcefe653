/** The vehicles that texts of parts are compared with: which table is in use, what is in it, and importing another. */
import type { VehicleTable } from '@docket/model/fitment/vehicle';
import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useCan } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { saveFile } from '../../collections/items/export/export-items.ts';
import { FitmentTabs } from '../fitment-tabs.tsx';
import { LatestImport } from './latest-import.tsx';
import { TableFacts } from './table-facts.tsx';
import { useVehicleTable } from './use-vehicle-table.ts';
import { figuresOf, vehicleRows } from './vehicle-rows.ts';
import { VehiclesView } from './vehicles-view.tsx';

const VehicleImportDialog = lazy(() => import('./import/vehicle-import-dialog.tsx'));

async function download(table: VehicleTable): Promise<void> {
  try {
    const { vehicleTableCsv } = await import('@docket/model/fitment/vehicle-table-csv');
    saveFile(new Blob([vehicleTableCsv(table)], { type: 'text/csv;charset=utf-8' }), 'Vehicles.csv');
  } catch (error) {
    notifications.show({
      color: 'red',
      title: 'The vehicles could not be downloaded',
      message: dataErrorMessage(error),
    });
  }
}

export default function VehiclesPage() {
  const mayEdit = useCan('edit');
  const { imported, table } = useVehicleTable();
  const [importing, dialog] = useDisclosure(false);
  const value = table.state === 'ready' ? table.value : null;
  const rows = useMemo(() => (value === null ? [] : vehicleRows(value)), [value]);
  const figures = useMemo(() => (value === null ? null : figuresOf(value)), [value]);
  return (
    <Stack gap="md">
      <PageTitle>Vehicles</PageTitle>
      <PageHeader
        title="Vehicles"
        description="The vehicles that parts are matched with. What is not in this table is never made up."
        actions={
          <>
            <Button
              variant="default"
              disabled={value === null}
              leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
              onClick={() => value !== null && void download(value)}
            >
              Download CSV
            </Button>
            {mayEdit && (
              <Button
                leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden />}
                onClick={dialog.open}
              >
                Import vehicles
              </Button>
            )}
          </>
        }
      />
      <FitmentTabs current="vehicles" />
      <LatestImport />
      {imported.state === 'ready' && <TableFacts imported={imported.value} figures={figures} />}
      {table.state === 'loading' && <RowsSkeleton />}
      {table.state === 'error' && (
        <ErrorState title="The vehicles could not be loaded" message={table.message} />
      )}
      {value !== null && <VehiclesView rows={rows} />}
      {importing && (
        <Suspense fallback={null}>
          <VehicleImportDialog onClose={dialog.close} />
        </Suspense>
      )}
    </Stack>
  );
}
