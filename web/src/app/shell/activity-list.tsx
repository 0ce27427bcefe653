/** What runs in the workspace just now, each run with the way to its subject. */
import { paths } from '@docket/model/paths';
import { summarise } from '@docket/model/job-summary';
import { activityLabel } from '@docket/model/progress-label';
import { isActive } from '@docket/model/job';
import { Progress, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useDocument } from '../../data/hooks.ts';
import { collectionReader, type StoredJob } from '../../data/records.ts';
import { useOpenJobs, useWorkspace } from '../../data/workspace.ts';
import { useNow } from '../../ui/use-now.ts';
import { urls } from '../../urls.ts';
import classes from './activity-list.module.css';

/** The jobs of the workspace that are running or about to. */
export function useRunningJobs(): StoredJob[] {
  const open = useOpenJobs();
  if (open.state !== 'ready') return [];
  return open.value.records
    .filter(({ data }) => isActive(data.status))
    .toSorted((a, b) => a.data.created_at.getTime() - b.data.created_at.getTime());
}

function ActivityItem({ job, onNavigate }: { job: StoredJob; onNavigate: () => void }) {
  const workspace = useWorkspace();
  const { subject } = job.data;
  const collection = useDocument(paths.collection(workspace.id, subject.id), collectionReader);
  const now = useNow(job.data.activity.kind === 'retrying');
  const status = summarise(job.id, job.data, now);
  const name = collection.state === 'ready' ? (collection.value?.data.name ?? 'Deleted collection') : '…';
  const line =
    status.activity.kind === 'working' ? `${status.current_phase}…` : (activityLabel(status, now) ?? '');
  return (
    <Link to={urls.collection(workspace.id, subject.id)} className={classes.item} onClick={onNavigate}>
      <Text size="sm" fw={540} truncate>
        {name}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {status.progress.percentage}% · {line}
      </Text>
      <Progress
        value={status.progress.percentage}
        size={3}
        color="blue.6"
        mt={5}
        aria-label={`Processing ${name}`}
      />
    </Link>
  );
}

/** `onNavigate` runs when a run has been chosen. */
export function ActivityList({ onNavigate }: { onNavigate: () => void }) {
  const jobs = useRunningJobs();
  if (jobs.length === 0) {
    return (
      <Text size="sm" c="dimmed" px={10}>
        Nothing is running.
      </Text>
    );
  }
  return (
    <Stack gap={2} component="ul" className={classes.list}>
      {jobs.map((job) => (
        <li key={job.id}>
          <ActivityItem job={job} onNavigate={onNavigate} />
        </li>
      ))}
    </Stack>
  );
}
