/** Every run on a collection, and what they come to, over whichever tab is open. */
import type { Collection } from '@docket/model/collection';
import { Drawer, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from '../../../data/hooks.ts';
import type { Stored } from '../../../data/reader.ts';
import { jobReader, queries } from '../../../data/records.ts';
import { useJobRequests, useWorkspace } from '../../../data/workspace.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { Analytics } from './analytics.tsx';
import { Causes } from './causes.tsx';
import { figuresOfJobs } from './figures.ts';
import { failureCauses, runRows } from './history-rows.ts';
import { RunList } from './run-list.tsx';
import { useMemberNames } from './use-member-names.ts';

/** A part of its own, so that the runs are only asked for while the drawer is open. */
function History({ collection }: { collection: Stored<Collection> }) {
  const workspace = useWorkspace();
  const jobs = useQuery(queries.jobsOf(workspace.id, collection.id), jobReader);
  const requests = useJobRequests();
  const nameOf = useMemberNames();
  const records = jobs.state === 'ready' ? jobs.value.records : null;
  const rows = useMemo(
    () =>
      runRows(
        records ?? [],
        requests.state === 'ready' ? requests.value.records.map(({ data }) => data) : [],
      ),
    [records, requests],
  );
  if (jobs.state === 'error')
    return <ErrorState title="The history could not be loaded" message={jobs.message} />;
  if (records === null) return <RowsSkeleton />;
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing has run here yet">
        Every run of Process Documents, Generate Items and Generate Deck will be kept here: who started it,
        how long each phase took, and what went wrong.
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section" aria-label="Analytics">
        {figuresOfJobs(records).map(({ pipeline, figures }) => (
          <Analytics key={pipeline} pipeline={pipeline} figures={figures} level={2} folded />
        ))}
        <Causes causes={failureCauses(records)} level={2} />
      </Stack>
      <Stack gap="sm" component="section" aria-label="Runs">
        <Title order={2}>Runs</Title>
        <RunList rows={rows} nameOf={nameOf} subjectOf={null} />
      </Stack>
    </Stack>
  );
}

interface Props {
  collection: Stored<Collection>;
  opened: boolean;
  /** Closes it and moves the focus to where that belongs. */
  onClose: () => void;
}

export default function HistoryDrawer({ collection, opened, onClose }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      position="right"
      size="lg"
      title={<Text fw={620}>History of {collection.data.name}</Text>}
    >
      <History collection={collection} />
    </Drawer>
  );
}
