/** An open run: which, on what, where it is and for how long, and what can be asked of it. */
import { pipelineDefinition } from '@docket/model/pipelines';
import { Anchor, Button, Group, Progress, Text } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import { useWorkspace } from '../../data/workspace.ts';
import { StateBadge } from '../../ui/status-badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { runUrl } from '../collections/run/run-words.ts';
import { useRequestJob } from '../collections/run/use-request-job.ts';
import classes from './queued-runs.module.css';
import type { QueueRow } from './queue-view.ts';
import { QUEUE_LOOKS, rowAge, rowDetail, subjectLabel } from './words.ts';

/** What the clock changes is apart, so that it draws nothing else. */
function Detail({ row }: { row: QueueRow }) {
  const counting = row.state === 'retrying' || row.state === 'waiting';
  return rowDetail(row, useNow(counting));
}

function Age({ row }: { row: QueueRow }) {
  return rowAge(row, useNow(true));
}

interface Props {
  row: QueueRow;
  collectionName: (id: string) => string;
  /** Asks whether the run, which is called `name`, is to be cancelled. */
  onCancel: (row: QueueRow, name: string) => void;
}

/** `name` is what the run is called: "Process Images: 50 images". */
function Actions({ row, name, onCancel }: Pick<Props, 'row' | 'onCancel'> & { name: string }) {
  const request = useRequestJob();
  const { id, state, cancellable, pausable, resumable } = row;
  const deed = resumable || state === 'paused' ? 'Resume' : 'Pause';
  return (
    <Group gap={6} wrap="nowrap" className={classes.actions}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!pausable && !resumable}
        onClick={() => request(id, resumable ? 'resume' : 'pause')}
        aria-label={`${deed} ${name}`}
      >
        {deed}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="ink"
        disabled={!cancellable}
        onClick={() => onCancel(row, name)}
        aria-label={`Cancel ${name}`}
      >
        Cancel
      </Button>
    </Group>
  );
}

/** Drawn again when the run changes; not for news of other runs. */
export const RunRowItem = memo(function RunRowItem({ row, collectionName, onCancel }: Props) {
  const workspace = useWorkspace();
  const { pipeline, state, status, attempt, images } = row;
  const { label } = pipelineDefinition(pipeline);
  const subject = subjectLabel({ subject: row.subject, images: images?.count ?? null }, collectionName);
  const name = `${label}: ${subject}`;
  const { percentage } = status.progress;
  return (
    <li className={classes.row}>
      <div className={classes.state}>
        <StateBadge look={QUEUE_LOOKS[state]} />
      </div>
      <div className={classes.what}>
        <Text fw={560}>
          <Anchor component={Link} to={runUrl(workspace.id, row)} c="inherit" inherit>
            {subject}
          </Anchor>{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {label}
          </Text>
        </Text>
        <Text size="sm" c="dimmed">
          <Detail row={row} />
        </Text>
      </div>
      <div className={classes.age}>
        <Text size="sm">
          <Age row={row} />
        </Text>
        {attempt > 1 && (
          <Text size="xs" c="dimmed">
            Attempt {attempt}
          </Text>
        )}
      </div>
      <div className={classes.progress}>
        <Text size="xs" c="dimmed" ta="right">
          {percentage}%
        </Text>
        <Progress
          value={percentage}
          size={4}
          color={state === 'processing' ? 'blue.6' : 'ink.4'}
          aria-label={`Progress of ${name}`}
        />
      </div>
      <Actions row={row} name={name} onCancel={onCancel} />
    </li>
  );
});
