/** The parts whose vehicles are wanted. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { FitmentTabs } from '../fitment-tabs.tsx';

export default function PartsPage() {
  return (
    <Stack gap="md">
      <PageTitle>Parts</PageTitle>
      <PageHeader title="Parts" description="The parts whose vehicles are wanted." />
      <FitmentTabs current="parts" />
    </Stack>
  );
}
