/** The approved fitments of all jobs: each part's vehicles in ranges of years, what they cover, and files of them. */
import { Button, Stack } from '@mantine/core';
import { IconCarGarage } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWorkspace } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { urls } from '../../../urls.ts';
import { FitmentTabs } from '../fitment-tabs.tsx';
import { DownloadMenu } from './download-menu.tsx';
import { ResultsView } from './results-view.tsx';
import { useResults } from './use-results.ts';
import { WarningsNote } from './warnings-note.tsx';

function Empty({ pending }: { pending: number }) {
  const { id } = useWorkspace();
  return (
    <EmptyState
      picture={<IconCarGarage size={44} stroke={1.2} />}
      title="Nothing approved yet"
      action={
        <Button component={Link} to={urls.fitmentJobs(id)} variant="default">
          {pending > 0 ? 'Review fitments' : 'Go to the jobs'}
        </Button>
      }
    >
      {pending > 0
        ? `${pending === 1 ? 'One fitment waits' : `${pending.toLocaleString('en')} fitments wait`} for your decision. What you approve is listed here, part by part, and can be downloaded as CSV or ACES XML.`
        : 'A job finds the vehicles that your parts fit, and you decide on them. What you approve is listed here, part by part, and can be downloaded as CSV or ACES XML.'}
    </EmptyState>
  );
}

export default function ResultsPage() {
  const results = useResults();
  const filled = results.state === 'ready' && results.fitments.length > 0;
  return (
    <Stack gap="md">
      <PageTitle>Results</PageTitle>
      <PageHeader
        title="Results"
        description="The approved fitments of all jobs: the vehicles of each part, in ranges of years."
        actions={filled && <DownloadMenu fitments={results.fitments} />}
      />
      <FitmentTabs current="results" />
      {results.state === 'loading' && <RowsSkeleton />}
      {results.state === 'error' && (
        <ErrorState title="The results could not be loaded" message={results.message} />
      )}
      {results.state === 'ready' && <DamagedRecords what="Some fitments" records={results.damaged} />}
      {results.state === 'ready' && !filled && <Empty pending={results.pending} />}
      {filled && (
        <>
          <WarningsNote fitments={results.fitments} />
          <ResultsView fitments={results.fitments} rows={results.rows} />
        </>
      )}
    </Stack>
  );
}
