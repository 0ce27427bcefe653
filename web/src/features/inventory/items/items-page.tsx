/** What a workspace keeps in stock. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { InventoryTabs } from '../inventory-tabs.tsx';

export default function ItemsPage() {
  return (
    <Stack gap="md">
      <PageTitle>Inventory</PageTitle>
      <PageHeader title="Inventory" />
      <InventoryTabs current="items" />
    </Stack>
  );
}
