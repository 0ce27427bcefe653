/** What is running low, what is on order, and what has come. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';

export default function ReordersPage() {
  return (
    <Stack gap="md">
      <PageTitle>Reorders</PageTitle>
      <PageHeader title="Reorders" description="What is running low, what is on order, and what has come." />
    </Stack>
  );
}
