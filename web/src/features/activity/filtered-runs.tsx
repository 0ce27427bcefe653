/** Every run of the workspace, the latest first and as far back as somebody wants to read, by pipeline and outcome. */
import { pipelineDefinition, PIPELINES } from '@docket/model/pipelines';
import type { JobRequest } from '@docket/model/job';
import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useQuery } from '../../data/hooks.ts';
import { mapLive } from '../../data/live.ts';
import type { StoredList } from '../../data/reader.ts';
import { jobReader, queries } from '../../data/records.ts';
import { useOpenJobs, useWorkspace } from '../../data/workspace.ts';
import { DamagedRecords } from '../../ui/damaged-records.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { NoMatch } from '../../ui/no-match.tsx';
import { RUN_FILTER_LABELS, RUN_FILTERS, type RunRow } from '../collections/history/history-rows.ts';
import { RunList } from '../collections/history/run-list.tsx';
import { useListingNames } from './use-listing-names.ts';
import { useMemberNames } from '../collections/history/use-member-names.ts';
import { SUBJECT_NOUNS } from '../collections/run/run-words.ts';
import { useCollectionNames } from '../collections/run/use-collection-names.ts';
import { useRunFilter, type WantedRuns } from './use-run-filter.ts';
import { shownRuns, statusOf } from './wanted-runs.ts';

const PIPELINE_OPTIONS = [
  { value: '', label: 'All pipelines' },
  ...PIPELINES.map((pipeline) => ({ value: pipeline, label: pipelineDefinition(pipeline).label })),
];
const OUTCOME_OPTIONS = RUN_FILTERS.map((value) => ({ value, label: RUN_FILTER_LABELS[value] }));

/** Runs that are read at once. */
const PAGE = 50;

const NO_ROWS: readonly RunRow[] = [];

/** What a run is about, in a word or by its name. */
function useSubjectNames(rows: readonly RunRow[]): (row: RunRow) => string {
  const collectionName = useCollectionNames();
  const listingName = useListingNames(rows);
  return ({ subject: { type, id } }) =>
    type === 'listing' ? listingName(id) : (SUBJECT_NOUNS[type] ?? collectionName(id));
}

function NothingYet() {
  return (
    <EmptyState title="Nothing has run yet">
      Open a collection and press Process Documents. Each run is listed here while it lasts and kept
      afterwards, with how long its phases took and what went wrong.
    </EmptyState>
  );
}

/** What is listed. */
interface Page {
  rows: readonly RunRow[];
  /** Whether there are earlier ones. */
  more: boolean;
  malformed: StoredList<unknown>['malformed'];
}

interface Props {
  wanted: WantedRuns;
  requests: readonly JobRequest[];
  onReset: () => void;
}

function Runs({ wanted, requests, onReset }: Props) {
  const workspace = useWorkspace();
  const nameOf = useMemberNames();
  const [limit, setLimit] = useState(PAGE);
  // What was shown before more was asked for, until that is there.
  const [before, setBefore] = useState<Page | null>(null);
  const { pipeline, outcome } = wanted;
  const underWay = outcome === 'running';
  // One more than is shown says whether there are more.
  const asked = queries.latestJobs(workspace.id, { pipeline, status: statusOf(outcome) }, limit + 1);
  const latest = useQuery(underWay ? null : asked, jobReader);
  const open = useOpenJobs();
  const live = underWay ? open : latest;
  const shown = useMemo(
    () =>
      mapLive(
        live,
        ({ records, malformed }): Page => ({
          rows: shownRuns(underWay ? records : records.slice(0, limit), requests, wanted),
          more: !underWay && records.length > limit,
          malformed,
        }),
      ),
    [live, underWay, limit, requests, wanted],
  );
  const page = shown.state === 'ready' ? shown.value : before;
  const subjectOf = useSubjectNames(page?.rows ?? NO_ROWS);
  if (shown.state === 'error')
    return <ErrorState title="The runs could not be loaded" message={shown.message} />;
  if (page === null) return <RowsSkeleton />;
  const { rows, more, malformed } = page;
  const all = pipeline === null && outcome === 'all';
  return (
    <>
      <DamagedRecords what="Some runs" records={malformed} />
      {rows.length === 0 && malformed.length === 0 && all && <NothingYet />}
      {rows.length === 0 && !all && (
        <NoMatch resetLabel="Show all runs" onReset={onReset}>
          No run matches.
        </NoMatch>
      )}
      {rows.length > 0 && <RunList rows={rows} nameOf={nameOf} subjectOf={subjectOf} />}
      {more && (
        <Button
          variant="default"
          loading={shown.state === 'loading'}
          onClick={() => {
            setBefore(page);
            setLimit(limit + PAGE);
          }}
          style={{ alignSelf: 'center' }}
        >
          Show earlier runs
        </Button>
      )}
    </>
  );
}

export function FilteredRuns({ requests }: { requests: readonly JobRequest[] }) {
  const [wanted, want] = useRunFilter();
  const asked = { pipeline: wanted.pipeline ?? '', outcome: wanted.outcome };
  return (
    <Stack gap="sm" component="section" aria-label="Runs">
      <Group justify="space-between" gap="sm">
        <Title order={2}>Runs</Title>
        <Group gap="xs">
          <NativeSelect
            aria-label="Pipeline"
            size="xs"
            data={PIPELINE_OPTIONS}
            value={asked.pipeline}
            onChange={(event) => want({ ...asked, pipeline: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label="Outcome"
            size="xs"
            data={OUTCOME_OPTIONS}
            value={asked.outcome}
            onChange={(event) => want({ ...asked, outcome: event.currentTarget.value })}
          />
        </Group>
      </Group>
      {/* Another question begins with its first page. */}
      <Runs
        key={`${asked.pipeline} ${asked.outcome}`}
        wanted={wanted}
        requests={requests}
        onReset={() => want({ pipeline: '', outcome: 'all' })}
      />
    </Stack>
  );
}
