/** "AI Jobs & Progress": the jobs that find vehicles for parts, live. */
import { Button, Stack } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { fitmentJobReader, fitmentQueries } from '../../../data/fitment-records.ts';
import { useQuery } from '../../../data/hooks.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { urls } from '../../../urls.ts';
import { usePending } from '../../collections/run/use-pending.ts';
import { FitmentTabs } from '../fitment-tabs.tsx';
import { jobRows } from './job-rows.ts';
import { JobsList } from './jobs-list.tsx';

function Empty({ partsUrl }: { partsUrl: string }) {
  const mayEdit = useCan('edit');
  return (
    <EmptyState
      picture={<IconListSearch size={40} stroke={1.3} />}
      title="No jobs yet"
      action={
        mayEdit && (
          <Button component={Link} to={partsUrl}>
            Go to parts
          </Button>
        )
      }
    >
      A job reads the descriptions of parts and finds the vehicles they fit. Select parts, or upload a file
      with them, and start a job there; its progress and what it finds appear here.
    </EmptyState>
  );
}

function Jobs() {
  const { id } = useWorkspace();
  const stored = useQuery(fitmentQueries.jobs(id), fitmentJobReader);
  const pending = usePending();
  const rows = useMemo(
    () => (stored.state === 'ready' ? jobRows(stored.value.records, pending) : []),
    [stored, pending],
  );
  if (stored.state === 'loading') return <RowsSkeleton />;
  if (stored.state === 'error')
    return <ErrorState title="The jobs could not be loaded" message={stored.message} />;
  return (
    <>
      <DamagedRecords what="Some jobs" records={stored.value.malformed} />
      {rows.length === 0 ? <Empty partsUrl={urls.parts(id)} /> : <JobsList rows={rows} />}
    </>
  );
}

export default function JobsPage() {
  return (
    <Stack gap="md">
      <PageTitle>AI Jobs & Progress</PageTitle>
      <PageHeader
        title="AI Jobs & Progress"
        description="What looks for the vehicles of parts, and how far it is."
      />
      <FitmentTabs current="jobs" />
      <Jobs />
    </Stack>
  );
}
