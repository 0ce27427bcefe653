/** One job that finds vehicles for parts: its progress, then what it has found. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { FitmentTabs } from '../fitment-tabs.tsx';

export default function JobPage() {
  return (
    <Stack gap="md">
      <PageTitle>Fitment job</PageTitle>
      <PageHeader title="Fitment job" description="How far it is, and what it has found." />
      <FitmentTabs current="jobs" />
    </Stack>
  );
}
