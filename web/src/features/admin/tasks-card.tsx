/** How full the queues of Cloud Tasks are. */
import { formatDuration } from '@docket/model/progress-label';
import type { QueueFigures } from '@docket/model/queue';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { RowsSkeleton } from '../../ui/loading-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import classes from './tasks-card.module.css';
import { FIGURES_EVERY, useQueueFigures } from './use-queue-figures.ts';
import { figure, FIGURE_SOURCES, seconds, WEIGHT_LABELS } from './words.ts';

/** A figure, and a dash where it is not known. */
function Known({ value }: { value: number | null }) {
  if (value !== null) return figure(value);
  return (
    <>
      <span aria-hidden>–</span>
      <span className="docket-hidden">not known</span>
    </>
  );
}

function Oldest({ at, now }: { at: string | null; now: Date }) {
  return at === null ? <Known value={null} /> : formatDuration(now.getTime() - Date.parse(at));
}

function FigureTable({ figures }: { figures: QueueFigures['figures'] }) {
  const now = useNow(true);
  return (
    <table className={classes.table}>
      <caption className="docket-hidden">Tasks by queue</caption>
      <thead>
        <tr>
          <th scope="col">Queue</th>
          <th scope="col">Waiting</th>
          <th scope="col">Running</th>
          <th scope="col">Last minute</th>
          <th scope="col">Oldest</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ weight, waiting, running, last_minute: lastMinute, oldest_at: oldest }) => (
          <tr key={weight}>
            <th scope="row">{WEIGHT_LABELS[weight]}</th>
            <td>{figure(waiting)}</td>
            <td>
              <Known value={running} />
            </td>
            <td>
              <Known value={lastMinute} />
            </td>
            <td>
              <Oldest at={oldest} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function TasksCard() {
  const { latest, problem } = useQueueFigures();
  return (
    <Paper withBorder p="md" component="section" aria-label="Task queues">
      <Stack gap="sm">
        <Title order={2} size="h3">
          Task queues
        </Title>
        {latest === null && problem === null && <RowsSkeleton rows={2} />}
        {latest !== null && <FigureTable figures={latest.figures.figures} />}
        {problem !== null && (
          <Text size="sm" className={classes.problem}>
            The figures could not be had. {problem} They are asked for again every{' '}
            {formatDuration(FIGURES_EVERY)}.
          </Text>
        )}
        {latest !== null && (
          <Text size="xs" c="dimmed" className={classes.source}>
            {FIGURE_SOURCES[latest.figures.source]} As of{' '}
            <time dateTime={latest.at.toISOString()}>{seconds(latest.at)}</time>.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
