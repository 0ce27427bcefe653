/** The runs that are open: those that work first, then those that wait. Narrowed down by pipeline and state. */
import { PIPELINES, pipelineDefinition } from '@docket/model/pipelines';
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NoMatch } from '../../ui/no-match.tsx';
import { CANCEL_MEANS } from '../collections/run/run-words.ts';
import { useRequestJob } from '../collections/run/use-request-job.ts';
import { QUEUE_STATES } from '@docket/model/queue-state';
import { matches, type QueueRow, type QueueView } from './queue-view.ts';
import { RunRowItem } from './run-row-item.tsx';
import classes from './queued-runs.module.css';
import { figure, QUEUE_LOOKS } from './words.ts';

/** As many as are in sight without being asked for. */
const SHOWN = 12;

const PIPELINE_OPTIONS = [
  { value: '', label: 'All pipelines' },
  ...PIPELINES.map((pipeline) => ({ value: pipeline, label: pipelineDefinition(pipeline).label })),
];

interface Props {
  view: QueueView;
  collectionName: (id: string) => string;
}

export function QueuedRuns({ view: { rows, counts }, collectionName }: Props) {
  const [wantedPipeline, setPipeline] = useState('');
  const [wantedState, setState] = useState('');
  const [whole, list] = useDisclosure(false);
  const [cancelling, setCancelling] = useState<{ row: QueueRow; name: string } | null>(null);
  const [asking, { open: ask, close: keep }] = useDisclosure(false);
  const request = useRequestJob();
  const onCancel = useCallback(
    (row: QueueRow, name: string) => {
      setCancelling({ row, name });
      ask();
    },
    [ask],
  );
  const pipeline = PIPELINES.find((candidate) => candidate === wantedPipeline) ?? null;
  const state = QUEUE_STATES.find((candidate) => candidate === wantedState) ?? null;
  const matching = rows.filter((row) => matches(row, state, pipeline));
  const shown = whole ? matching : matching.slice(0, SHOWN);
  const stateOptions = [
    { value: '', label: `All states (${figure(rows.length)})` },
    ...QUEUE_STATES.map((value) => ({
      value,
      label: `${QUEUE_LOOKS[value].label} (${figure(counts[value])})`,
    })),
  ];
  return (
    <Stack gap="sm" component="section" aria-label="Open runs">
      <Group justify="space-between" gap="sm">
        <Title order={2}>Open runs</Title>
        {rows.length > 0 && (
          <Group gap="xs">
            <NativeSelect
              aria-label="Pipeline"
              size="xs"
              data={PIPELINE_OPTIONS}
              value={wantedPipeline}
              onChange={(event) => setPipeline(event.currentTarget.value)}
            />
            <NativeSelect
              aria-label="State"
              size="xs"
              data={stateOptions}
              value={wantedState}
              onChange={(event) => setState(event.currentTarget.value)}
            />
          </Group>
        )}
      </Group>
      {rows.length === 0 && <Text c="dimmed">Nothing runs and nothing waits.</Text>}
      {rows.length > 0 && matching.length === 0 && (
        <NoMatch
          resetLabel="Show all runs"
          onReset={() => {
            setPipeline('');
            setState('');
          }}
        >
          No run matches.
        </NoMatch>
      )}
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map((row) => (
            <RunRowItem key={row.id} row={row} collectionName={collectionName} onCancel={onCancel} />
          ))}
        </ul>
      )}
      {matching.length > SHOWN && (
        <Button variant="default" size="compact-md" onClick={list.toggle} className={classes.more}>
          {whole ? `Show the first ${SHOWN}` : `Show all ${figure(matching.length)}`}
        </Button>
      )}
      {cancelling !== null && (
        <ConfirmDialog
          opened={asking}
          onClose={keep}
          onConfirm={() => request(cancelling.row.id, 'cancel')}
          title={`Cancel ${cancelling.name}?`}
          confirmLabel="Cancel run"
          keepLabel="Keep run"
        >
          {CANCEL_MEANS[cancelling.row.pipeline]}
        </ConfirmDialog>
      )}
    </Stack>
  );
}
