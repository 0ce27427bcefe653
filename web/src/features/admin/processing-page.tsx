/** The processing queue of a workspace, for its owners: what runs, waits and has failed, and how to operate it. */
import { Grid, Stack } from '@mantine/core';
import { useCan } from '../../data/workspace.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageSkeleton } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useCollectionNames } from '../collections/run/use-collection-names.ts';
import { BackfillCard } from './backfill-card.tsx';
import { Counts } from './counts.tsx';
import { Failures } from './failures.tsx';
import { QueuedRuns } from './queued-runs.tsx';
import { ServicesCard } from './services-card.tsx';
import { StateLine } from './state-line.tsx';
import { TasksCard } from './tasks-card.tsx';
import { ThroughputCard } from './throughput-card.tsx';
import { useQueue } from './use-queue.ts';

/** A part of its own, so that nobody else asks for any of it. */
function Dashboard() {
  const queue = useQueue();
  const collectionName = useCollectionNames();
  if (queue.state === 'loading') return <PageSkeleton />;
  if (queue.state === 'error')
    return <ErrorState title="The processing queue could not be loaded" message={queue.message} />;
  const { view, groups, failed, done, asked, counted, unreadable } = queue.value;
  return (
    <>
      <StateLine view={view} />
      <Counts view={view} failed={failed} done={done} unreadable={unreadable} />
      <Grid gap="md" align="stretch">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <ThroughputCard counted={counted} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <ServicesCard />
            <TasksCard />
          </Stack>
        </Grid.Col>
      </Grid>
      <Failures groups={groups} failed={failed} asked={asked} collectionName={collectionName} />
      <QueuedRuns view={view} collectionName={collectionName} />
      <BackfillCard asked={asked} />
    </>
  );
}

export default function ProcessingPage() {
  const mayAdminister = useCan('administer');
  if (!mayAdminister) {
    return (
      <>
        <PageTitle>Processing queue</PageTitle>
        <ErrorState
          level={1}
          title="Only owners of this workspace can see the processing queue"
          message="What runs and what has failed of your own work is under Activity."
        />
      </>
    );
  }
  return (
    <Stack gap="lg">
      <PageTitle>Processing queue</PageTitle>
      <PageHeader
        title="Processing queue"
        description="All that runs, waits and has failed in this workspace, and how to operate it."
      />
      <Dashboard />
    </Stack>
  );
}
