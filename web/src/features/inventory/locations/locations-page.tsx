/** Where things are kept. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { InventoryTabs } from '../inventory-tabs.tsx';

export default function LocationsPage() {
  return (
    <Stack gap="md">
      <PageTitle>Locations</PageTitle>
      <PageHeader title="Locations" />
      <InventoryTabs current="locations" />
    </Stack>
  );
}
