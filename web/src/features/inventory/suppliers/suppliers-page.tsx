/** From whom things are bought: adding suppliers, changing what is known of them, and how long they take. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';

export default function SuppliersPage() {
  return (
    <Stack gap="md">
      <PageTitle>Suppliers</PageTitle>
      <PageHeader title="Suppliers" description="From whom things are bought, and how long they take." />
    </Stack>
  );
}
