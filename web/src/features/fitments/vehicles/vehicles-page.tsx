/** The vehicle table. */
import { Stack } from '@mantine/core';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { FitmentTabs } from '../fitment-tabs.tsx';

export default function VehiclesPage() {
  return (
    <Stack gap="md">
      <PageTitle>Vehicles</PageTitle>
      <PageHeader title="Vehicles" description="The vehicles that texts of parts are compared with." />
      <FitmentTabs current="vehicles" />
    </Stack>
  );
}
