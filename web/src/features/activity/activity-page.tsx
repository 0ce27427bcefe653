/** All that goes on and has gone on in the workspace: what needs attention, every run, and what they come to. */
import { PIPELINES } from '@docket/model/pipelines';
import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from '../../data/hooks.ts';
import { jobReader, pipelineStatsReader, queries } from '../../data/records.ts';
import { useJobRequests, useWorkspace } from '../../data/workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Analytics } from '../collections/history/analytics.tsx';
import { Causes } from '../collections/history/causes.tsx';
import { figuresOfStats } from '../collections/history/figures.ts';
import { failureCauses, runRows } from '../collections/history/history-rows.ts';
import { useMemberNames } from '../collections/history/use-member-names.ts';
import { isOnImages, SUBJECT_NOUNS } from '../collections/run/run-words.ts';
import { useCollectionNames } from '../collections/run/use-collection-names.ts';
import { Attention } from './attention.tsx';
import { FilteredRuns } from './filtered-runs.tsx';
import { useListingNames } from './use-listing-names.ts';

/** As many as are worth going through by eye. */
const RUNS_SHOWN = 100;

/** What the engine has counted of each pipeline in this workspace. */
function Statistics() {
  const workspace = useWorkspace();
  const stats = useQuery(queries.pipelineStats(workspace.id), pipelineStatsReader);
  if (stats.state !== 'ready') return null;
  const known = PIPELINES.flatMap((pipeline) => {
    const record = stats.value.records.find(({ id }) => id === pipeline);
    return record === undefined ? [] : [{ pipeline, figures: figuresOfStats(pipeline, record.data) }];
  });
  return known.map(({ pipeline, figures }) => (
    <Analytics key={pipeline} pipeline={pipeline} figures={figures} level={3} />
  ));
}

export default function ActivityPage() {
  const workspace = useWorkspace();
  const jobs = useQuery(queries.latestCollectionJobs(workspace.id, RUNS_SHOWN), jobReader);
  const failed = useQuery(queries.failedJobs(workspace.id), jobReader);
  const requests = useJobRequests();
  const nameOf = useMemberNames();
  const collectionName = useCollectionNames();
  const asked = useMemo(
    () => (requests.state === 'ready' ? requests.value.records.map(({ data }) => data) : []),
    [requests],
  );
  const records = jobs.state === 'ready' ? jobs.value.records : null;
  const rows = useMemo(() => runRows(records ?? [], asked), [records, asked]);
  const attention = useMemo(
    () =>
      failed.state === 'ready'
        ? runRows(failed.value.records, asked).filter(({ dismissable }) => dismissable)
        : [],
    [failed, asked],
  );
  const listingName = useListingNames(attention);
  const onImages = attention.filter(({ pipeline }) => isOnImages(pipeline));
  const others = attention.filter(({ pipeline }) => !isOnImages(pipeline));
  return (
    <Stack gap="lg">
      <PageTitle>Activity</PageTitle>
      <PageHeader
        title="Activity"
        description="What runs in this workspace, what has run, and what waits for somebody."
      />
      {jobs.state === 'loading' && <RowsSkeleton />}
      {jobs.state === 'error' && <ErrorState title="The runs could not be loaded" message={jobs.message} />}
      {records?.length === 0 && (
        <EmptyState title="Nothing has run on a collection yet">
          Open a collection and press Process Documents. Each run is listed here while it lasts and kept
          afterwards, with how long its phases took and what went wrong.
        </EmptyState>
      )}
      <Attention
        rows={others}
        images={onImages}
        subjectOf={({ subject: { type, id } }) =>
          type === 'listing' ? listingName(id) : (SUBJECT_NOUNS[type] ?? collectionName(id))
        }
      />
      {records !== null && records.length > 0 && (
        <>
          <Stack gap="sm" component="section" aria-label="Runs">
            <FilteredRuns
              rows={rows}
              nameOf={nameOf}
              subjectOf={({ subject }) => collectionName(subject.id)}
            />
            {records.length === RUNS_SHOWN && (
              <Text size="sm" c="dimmed">
                These are the latest {RUNS_SHOWN} on collections. Earlier ones are in the history of each.
              </Text>
            )}
          </Stack>
          <Stack gap="sm" component="section" aria-label="Analytics">
            <Title order={2}>In figures</Title>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <Statistics />
              <Causes causes={failureCauses(records)} level={3} />
            </SimpleGrid>
          </Stack>
        </>
      )}
    </Stack>
  );
}
