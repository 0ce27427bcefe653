/** What is running low, what is on order, and what has come. */
import { Stack } from '@mantine/core';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { InventoryTabs } from '../inventory-tabs.tsx';
import { HistoryPart } from './history-part.tsx';
import { LowStockPart } from './low-stock-part.tsx';
import { OpenPart } from './open-part.tsx';
import { useSupply } from './use-supply.ts';

export default function ReordersPage() {
  const supply = useSupply();
  return (
    <Stack gap="lg">
      <PageTitle>Reorders</PageTitle>
      <PageHeader title="Reorders" description="What is running low, what is on order, and what has come." />
      <InventoryTabs current="reorders" />
      {supply.state === 'loading' && <RowsSkeleton rows={6} />}
      {supply.state === 'error' && (
        <ErrorState title="The reorders could not be loaded" message={supply.message} />
      )}
      {supply.state === 'ready' && (
        <>
          <LowStockPart groups={supply.value.low} supplierNames={supply.value.supplierNames} />
          <OpenPart rows={supply.value.open} />
          <HistoryPart rows={supply.value.past} />
        </>
      )}
    </Stack>
  );
}
