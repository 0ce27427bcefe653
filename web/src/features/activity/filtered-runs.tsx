/** Runs, narrowed down by pipeline and outcome. */
import { COLLECTION_PIPELINES, pipelineDefinition } from '@docket/model/pipelines';
import { Group, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { NoMatch } from '../../ui/no-match.tsx';
import { matches, RUN_FILTER_LABELS, RUN_FILTERS, type RunRow } from '../collections/history/history-rows.ts';
import { RunList } from '../collections/history/run-list.tsx';

interface Props {
  rows: readonly RunRow[];
  nameOf: (uid: string) => string;
  subjectOf: (row: RunRow) => string;
}

const PIPELINE_OPTIONS = [
  { value: '', label: 'All pipelines' },
  ...COLLECTION_PIPELINES.map((pipeline) => ({ value: pipeline, label: pipelineDefinition(pipeline).label })),
];
const OUTCOME_OPTIONS = RUN_FILTERS.map((value) => ({ value, label: RUN_FILTER_LABELS[value] }));

export function FilteredRuns({ rows, nameOf, subjectOf }: Props) {
  const [wanted, setWanted] = useState('');
  const [outcome, setOutcome] = useState<string>('all');
  const pipeline = COLLECTION_PIPELINES.find((candidate) => candidate === wanted) ?? null;
  const filter = RUN_FILTERS.find((candidate) => candidate === outcome) ?? 'all';
  const shown = rows.filter((row) => matches(row, filter, pipeline));
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Title order={2}>Runs</Title>
        <Group gap="xs">
          <NativeSelect
            aria-label="Pipeline"
            size="xs"
            data={PIPELINE_OPTIONS}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <NativeSelect
            aria-label="Outcome"
            size="xs"
            data={OUTCOME_OPTIONS}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
        </Group>
      </Group>
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all runs"
          onReset={() => {
            setWanted('');
            setOutcome('all');
          }}
        >
          No run matches.
        </NoMatch>
      ) : (
        <RunList rows={shown} nameOf={nameOf} subjectOf={subjectOf} />
      )}
    </>
  );
}
