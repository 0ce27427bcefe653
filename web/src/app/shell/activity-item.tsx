/** One line of the activity: a run under way, a paused one, or one that has failed and waits for somebody. */
import { pipelineDefinition } from '@docket/model/pipelines';
import { activityLabel } from '@docket/model/progress-label';
import { Button, Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StoredJob } from '../../data/records.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { RUN_NOUNS, runUrl, standing } from '../../features/collections/run/run-words.ts';
import { useRemaining } from '../../features/collections/run/use-remaining.ts';
import { useRequestJob } from '../../features/collections/run/use-request-job.ts';
import { useSubjectName } from '../../features/collections/run/use-subject-name.ts';
import { useNow } from '../../ui/use-now.ts';
import type { RunningEntry } from './activity.ts';
import classes from './activity-list.module.css';

interface EntryProps {
  job: StoredJob;
  name: string;
  children: ReactNode;
  onNavigate: () => void;
}

/** The way to the tab on which the run is watched. */
function EntryLink({ job, name, children, onNavigate }: EntryProps) {
  const workspace = useWorkspace();
  return (
    <Link to={runUrl(workspace.id, job.data)} className={classes.link} onClick={onNavigate}>
      <Text size="sm" fw={540} truncate>
        {name}
      </Text>
      {children}
    </Link>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed" truncate className={classes.line}>
      {children}
    </Text>
  );
}

interface Props {
  entry: RunningEntry;
  onNavigate: () => void;
}

/** A run under way: which, how far, at what, and for how long still. */
export function RunningItem({ entry: { job, view }, onNavigate }: Props) {
  const name = useSubjectName(job.data.subject);
  const now = useNow(true);
  const left = useRemaining(job.data.pipeline, view.status)(now);
  const { status, note } = view;
  const { label } = pipelineDefinition(job.data.pipeline);
  const doing =
    status.activity.kind === 'working'
      ? (note ?? `${status.current_phase}…`)
      : (note ?? activityLabel(status, now) ?? '');
  return (
    <div className={classes.item}>
      <EntryLink job={job} name={name} onNavigate={onNavigate}>
        <Line>
          {label} · {status.progress.percentage}%
        </Line>
        <Line>{doing}</Line>
        <Progress
          value={status.progress.percentage}
          size={3}
          color="blue.6"
          my={5}
          aria-label={`${label}: ${name}`}
        />
        {left !== null && <Line>{left}</Line>}
      </EntryLink>
    </div>
  );
}

/** A paused run, and the button that lets it go on. */
export function PausedItem({ entry: { job, view }, onNavigate }: Props) {
  const name = useSubjectName(job.data.subject);
  const mayEdit = useCan('edit');
  const request = useRequestJob();
  const { label } = pipelineDefinition(job.data.pipeline);
  return (
    <div className={classes.item}>
      <EntryLink job={job} name={name} onNavigate={onNavigate}>
        <Line>
          {label} · {view.status.progress.percentage}%
        </Line>
        <Line>Paused in {standing(job.data.pipeline, view.status)}</Line>
      </EntryLink>
      {mayEdit && (
        <Group gap={6} mt={6}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={!view.resumable}
            onClick={() => request(job.id, 'resume')}
            aria-label={`Resume ${label}: ${name}`}
          >
            Resume
          </Button>
        </Group>
      )}
    </div>
  );
}

/** A failed run: why, and what can be done about it. */
export function FailedItem({ job, onNavigate }: { job: StoredJob; onNavigate: () => void }) {
  const name = useSubjectName(job.data.subject);
  const mayEdit = useCan('edit');
  const request = useRequestJob();
  const { pipeline, error } = job.data;
  const { label } = pipelineDefinition(pipeline);
  return (
    <div className={classes.item} data-failed>
      <EntryLink job={job} name={name} onNavigate={onNavigate}>
        <Text size="xs" fw={540} className={classes.failure}>
          {RUN_NOUNS[pipeline]} failed
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2} className={classes.line}>
          {error?.message ?? 'Something went wrong.'}
        </Text>
      </EntryLink>
      {mayEdit && (
        <Group gap={6} mt={6}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => request(job.id, 'retry')}
            aria-label={`Retry ${label}: ${name}`}
          >
            Retry
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="ink"
            onClick={() => request(job.id, 'dismiss')}
            aria-label={`Dismiss ${label}: ${name}`}
          >
            Dismiss
          </Button>
        </Group>
      )}
    </div>
  );
}
