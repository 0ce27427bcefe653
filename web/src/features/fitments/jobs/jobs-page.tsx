/** The jobs that find vehicles for parts. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { FitmentTabs } from '../fitment-tabs.tsx';

export default function JobsPage() {
  return (
    <Stack gap="md">
      <PageTitle>AI Jobs & Progress</PageTitle>
      <PageHeader
        title="AI Jobs & Progress"
        description="What looks for the vehicles of parts, and how far it is."
      />
      <FitmentTabs current="jobs" />
    </Stack>
  );
}
