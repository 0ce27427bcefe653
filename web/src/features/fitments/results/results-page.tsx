/** The approved fitments of all jobs. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { FitmentTabs } from '../fitment-tabs.tsx';

export default function ResultsPage() {
  return (
    <Stack gap="md">
      <PageTitle>Results</PageTitle>
      <PageHeader title="Results" description="The approved fitments of each part." />
      <FitmentTabs current="results" />
    </Stack>
  );
}
