/** How many runs and images there are in each state, and what has waited longest. */
import { pipelineDefinition } from '@docket/model/pipelines';
import { formatDuration } from '@docket/model/progress-label';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useCollectionNames } from '../collections/run/use-collection-names.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './counts.module.css';
import type { QueueRow } from './queue-view.ts';
import type { Queue } from './use-queue.ts';
import { figure, QUEUE_LOOKS, some, subjectLabel } from './words.ts';

interface TileProps {
  /** Null while it is not known. */
  value: number | null;
  label: string;
  /** Of a number that is not zero. */
  tone?: 'running' | 'attention' | 'failed';
}

function Tile({ value, label, tone }: TileProps) {
  return (
    <div className={classes.tile} data-zero={value === 0 || undefined} data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value === null ? '–' : figure(value)}</dd>
    </div>
  );
}

/** A part of its own, so that the clock draws nothing else. */
function Oldest({ row }: { row: QueueRow }) {
  const now = useNow(true);
  const collectionName = useCollectionNames();
  const subject = subjectLabel({ subject: row.subject, images: row.images?.count ?? null }, collectionName);
  return (
    <Text size="sm" c="dimmed" className={classes.note}>
      Oldest waiting: {pipelineDefinition(row.pipeline).label}, {subject},{' '}
      {QUEUE_LOOKS[row.state].label.toLowerCase()} for {formatDuration(now.getTime() - row.since.getTime())}.
    </Text>
  );
}

interface Props extends Pick<Queue, 'view' | 'failed' | 'done' | 'unreadable'> {}

export function Counts({ view, failed, done, unreadable }: Props) {
  const { counts, images, oldest } = view;
  return (
    <div className={classes.root}>
      <Paper withBorder p="md" component="section" aria-label="Runs by state" className={classes.runs}>
        <Stack gap="sm">
          <Title order={2} size="h3">
            Runs
          </Title>
          <dl className={classes.tiles}>
            <Tile value={counts.processing} label="processing" tone="running" />
            <Tile value={counts.queued} label="queued" />
            <Tile value={counts.retrying} label="retrying" tone="attention" />
            <Tile value={counts.waiting} label="waiting for a service" tone="attention" />
            <Tile value={counts.held} label="held" tone="attention" />
            <Tile value={counts.paused} label="paused" />
            <Tile value={failed.runs} label="failed" tone="failed" />
            <Tile value={done.runs} label="done in total" />
          </dl>
          {oldest === null ? (
            <Text size="sm" c="dimmed" className={classes.note}>
              Nothing waits for its turn.
            </Text>
          ) : (
            <Oldest row={oldest} />
          )}
          {unreadable > 0 && (
            <Text size="sm" className={classes.note} c="dimmed">
              {some(unreadable, 'record')} could not be read and {unreadable === 1 ? 'is' : 'are'} missing
              here.
            </Text>
          )}
        </Stack>
      </Paper>
      <Paper withBorder p="md" component="section" aria-label="Images by state" className={classes.images}>
        <Stack gap="sm">
          <Title order={2} size="h3">
            Images
          </Title>
          <dl className={classes.tiles}>
            <Tile value={images.processing} label="in running batches" tone="running" />
            <Tile value={images.waiting} label="in waiting batches" />
            <Tile value={failed.images} label="failed" tone="failed" />
            <Tile value={done.images} label="done in total" />
          </dl>
        </Stack>
      </Paper>
    </div>
  );
}
