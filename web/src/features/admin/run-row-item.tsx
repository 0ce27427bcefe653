/** An open run: which, on what, where it is and for how long, and what can be asked of it. */
import { pipelineDefinition } from '@docket/model/pipelines';
import { Anchor, Button, Group, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { memo } from 'react';
import { Link } from 'react-router';
import { useWorkspace } from '../../data/workspace.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { StateBadge } from '../../ui/status-badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CANCEL_MEANS, runUrl } from '../collections/run/run-words.ts';
import { useRequestJob } from '../collections/run/use-request-job.ts';
import classes from './queued-runs.module.css';
import type { QueueRow } from './queue-view.ts';
import { QUEUE_LOOKS, rowAge, rowDetail, subjectLabel } from './words.ts';

/** `name` is what the run is called: "Process Images: 50 images". */
function Actions({ row, name }: { row: QueueRow; name: string }) {
  const request = useRequestJob();
  const [asking, dialog] = useDisclosure(false);
  const { id, pipeline, state, cancellable, pausable, resumable } = row;
  const halted = resumable || state === 'paused';
  return (
    <Group gap={6} wrap="nowrap" className={classes.actions}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!pausable && !resumable}
        onClick={() => request(id, resumable ? 'resume' : 'pause')}
        aria-label={`${halted ? 'Resume' : 'Pause'} ${name}`}
      >
        {halted ? 'Resume' : 'Pause'}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="ink"
        disabled={!cancellable}
        onClick={dialog.open}
        aria-label={`Cancel ${name}`}
      >
        Cancel
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        onConfirm={() => request(id, 'cancel')}
        title={`Cancel ${name}?`}
        confirmLabel="Cancel run"
        keepLabel="Keep run"
      >
        {CANCEL_MEANS[pipeline]}
      </ConfirmDialog>
    </Group>
  );
}

interface Props {
  row: QueueRow;
  collectionName: (id: string) => string;
}

/** Drawn again when the run changes, and by the clock; not for news of other runs. */
export const RunRowItem = memo(function RunRowItem({ row, collectionName }: Props) {
  const workspace = useWorkspace();
  const now = useNow(true);
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
          {rowDetail(row, now)}
        </Text>
      </div>
      <div className={classes.age}>
        <Text size="sm">{rowAge(row, now)}</Text>
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
      <Actions row={row} name={name} />
    </li>
  );
});
