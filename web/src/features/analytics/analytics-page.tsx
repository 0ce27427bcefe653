/** How the runs of a workspace went, in charts: from what the engine has counted of each, not from the runs. */
import '@mantine/charts/styles.css';
import { type Pipeline, pipelineDefinition, PIPELINES } from '@docket/model/pipelines';
import { Anchor, Box, Grid, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useQuery } from '../../data/hooks.ts';
import { pipelineAnalyticsReader, queries } from '../../data/records.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { DamagedRecords } from '../../ui/damaged-records.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageSkeleton } from '../../ui/loading-state.tsx';
import { NoMatch } from '../../ui/no-match.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { urls } from '../../urls.ts';
import { analyticsView, type Counted, runsOf, SPANS } from './analytics-view.ts';
import classes from './analytics.module.css';
import { CausesCard } from './causes-card.tsx';
import { PhasesCard } from './phases-card.tsx';
import { PipelinesCard } from './pipelines-card.tsx';
import { RunsCard } from './runs-card.tsx';
import { SuccessCard } from './success-card.tsx';
import { type Asked, useQuestion } from './use-question.ts';

const SPAN_OPTIONS = SPANS.map((span) => ({ value: `${span}`, label: `${span} days` }));

/** `known` are the pipelines that have ever run. */
function Toolbar({ asked, known }: { asked: Asked; known: readonly Pipeline[] }) {
  const { question, setSpan, setPipeline } = asked;
  const offered = PIPELINES.filter((one) => known.includes(one) || one === question.pipeline);
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label="Days"
        size="xs"
        data={SPAN_OPTIONS}
        value={`${question.span}`}
        onChange={setSpan}
      />
      <NativeSelect
        aria-label="Pipeline"
        size="xs"
        className={classes.pipeline}
        data={[
          { value: '', label: 'All pipelines' },
          ...offered.map((value) => ({ value, label: pipelineDefinition(value).label })),
        ]}
        value={question.pipeline ?? ''}
        onChange={(event) => setPipeline(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed">
        Days are those in UTC, today among them.
      </Text>
    </Group>
  );
}

function Charts({ counted, asked }: { counted: readonly Counted[]; asked: Asked }) {
  const { question, reset } = asked;
  const view = useMemo(() => analyticsView(counted, question), [counted, question]);
  const { outcomes, days, pipelines, causes } = view;
  if (runsOf(outcomes) === 0) {
    return (
      <NoMatch resetLabel="Show all of 90 days" onReset={reset}>
        {question.pipeline === null
          ? `No run has ended in the last ${question.span} days.`
          : `No run of ${pipelineDefinition(question.pipeline).label} has ended in the last ${question.span} days.`}
      </NoMatch>
    );
  }
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <RunsCard outcomes={outcomes} days={days} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <SuccessCard outcomes={outcomes} />
      </Grid.Col>
      <Grid.Col span={12}>
        <PipelinesCard pipelines={pipelines} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <PhasesCard pipelines={pipelines} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <CausesCard causes={causes} />
      </Grid.Col>
    </Grid>
  );
}

function NothingYet() {
  const workspace = useWorkspace();
  return (
    <EmptyState
      picture={<IconChartBar size={40} stroke={1.2} color="var(--mantine-color-dimmed)" />}
      title="Nothing has run to its end yet"
    >
      Open one of your{' '}
      <Anchor component={Link} to={urls.collections(workspace.id)} inherit>
        collections
      </Anchor>{' '}
      and press Process Documents. When a run ends, it is counted here at once: how it ended, how long each of
      its phases took, and why it failed if it did.
    </EmptyState>
  );
}

export default function AnalyticsPage() {
  const workspace = useWorkspace();
  const analytics = useQuery(queries.analytics(workspace.id), pipelineAnalyticsReader);
  const asked = useQuestion();
  const records = analytics.state === 'ready' ? analytics.value.records : null;
  const counted = useMemo(
    () =>
      PIPELINES.flatMap((pipeline): Counted[] => {
        const record = records?.find(({ id }) => id === pipeline);
        // One whose only run lost its subject has nothing to say yet.
        return record === undefined || record.data.days.length === 0
          ? []
          : [{ pipeline, analytics: record.data }];
      }),
    [records],
  );
  return (
    <Box className={classes.root}>
      <Stack gap="lg">
        <PageTitle>Analytics</PageTitle>
        <PageHeader
          title="Analytics"
          description="How runs went in this workspace: how many, how reliably, how fast, and why some failed."
        />
        {analytics.state === 'loading' && <PageSkeleton />}
        {analytics.state === 'error' && (
          <ErrorState title="The figures could not be loaded" message={analytics.message} />
        )}
        {analytics.state === 'ready' && (
          <>
            <DamagedRecords what="Figures of some pipelines" records={analytics.value.malformed} />
            {counted.length === 0 ? (
              <NothingYet />
            ) : (
              <>
                <Toolbar asked={asked} known={counted.map(({ pipeline }) => pipeline)} />
                <Charts counted={counted} asked={asked} />
              </>
            )}
          </>
        )}
      </Stack>
    </Box>
  );
}
