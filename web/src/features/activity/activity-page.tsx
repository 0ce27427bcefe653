/** All that goes on and has gone on in the workspace: what needs attention, every run, and what they come to. */
import { PIPELINES } from '@docket/model/pipelines';
import { Anchor, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useQuery } from '../../data/hooks.ts';
import { jobReader, pipelineStatsReader, queries } from '../../data/records.ts';
import { useJobRequests, useWorkspace } from '../../data/workspace.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { urls } from '../../urls.ts';
import { Analytics } from '../collections/history/analytics.tsx';
import { figuresOfStats } from '../collections/history/figures.ts';
import { runRows } from '../collections/history/history-rows.ts';
import { isOnImages, SUBJECT_NOUNS } from '../collections/run/run-words.ts';
import { useCollectionNames } from '../collections/run/use-collection-names.ts';
import { Attention } from './attention.tsx';
import { FilteredRuns } from './filtered-runs.tsx';
import { useListingNames } from './use-listing-names.ts';

/** What the engine has counted of each pipeline in this workspace: of all time. Nothing where nothing has run. */
function Statistics() {
  const workspace = useWorkspace();
  const stats = useQuery(queries.pipelineStats(workspace.id), pipelineStatsReader);
  const known =
    stats.state === 'ready'
      ? PIPELINES.flatMap((pipeline) => {
          const record = stats.value.records.find(({ id }) => id === pipeline);
          return record === undefined ? [] : [{ pipeline, figures: figuresOfStats(pipeline, record.data) }];
        })
      : [];
  if (known.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label="Analytics">
      <Group justify="space-between" gap="sm">
        <Title order={2}>In figures</Title>
        <Anchor component={Link} to={urls.analytics(workspace.id)} size="sm" underline="always">
          Day by day, with charts
        </Anchor>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {known.map(({ pipeline, figures }) => (
          <Analytics key={pipeline} pipeline={pipeline} figures={figures} level={3} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

export default function ActivityPage() {
  const workspace = useWorkspace();
  const failed = useQuery(queries.failedJobs(workspace.id), jobReader);
  const requests = useJobRequests();
  const collectionName = useCollectionNames();
  const asked = useMemo(
    () => (requests.state === 'ready' ? requests.value.records.map(({ data }) => data) : []),
    [requests],
  );
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
      <Attention
        rows={others}
        images={onImages}
        subjectOf={({ subject: { type, id } }) =>
          type === 'listing' ? listingName(id) : (SUBJECT_NOUNS[type] ?? collectionName(id))
        }
      />
      <FilteredRuns requests={asked} />
      <Statistics />
    </Stack>
  );
}
