/** Batches of images in the activity: all that run, are paused or have failed as one line each. */
import { activityLabel } from '@docket/model/progress-label';
import { Button, Group, Progress, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { StoredJob } from '../../data/records.ts';
import { useCan, useWorkspace } from '../../data/workspace.ts';
import { RUN_DOING, RUN_NOUNS } from '../../features/collections/run/run-words.ts';
import { useRequestJob } from '../../features/collections/run/use-request-job.ts';
import { useNow } from '../../ui/use-now.ts';
import { urls } from '../../urls.ts';
import type { RunningEntry } from './activity.ts';
import classes from './activity-list.module.css';
import { type ImageCount, nextWave, NO_WAVE, waveCount } from './image-wave.ts';

interface EntryProps {
  to: string;
  title: string;
  children?: ReactNode;
  onNavigate: () => void;
}

function EntryLink({ to, title, children, onNavigate }: EntryProps) {
  return (
    <Link to={to} className={classes.link} onClick={onNavigate}>
      <Text size="sm" fw={540} className={classes.line}>
        {title}
      </Text>
      {children}
    </Link>
  );
}

/** "Processing images", or "Importing images" where nothing else is done. */
function doing(jobs: readonly StoredJob[]): string {
  const importing = jobs.every(({ data }) => data.pipeline === 'image_import');
  return RUN_DOING[importing ? 'image_import' : 'image_processing'];
}

const imagesOf = (jobs: readonly StoredJob[]) =>
  jobs.reduce((sum, { data }) => sum + (data.input.image_ids?.length ?? 0), 0);

const images = (count: number) => (count === 1 ? '1 image' : `${count.toLocaleString('en')} images`);

/** The images of these runs and of those that have ended since there was nothing. */
function useWave(jobs: readonly StoredJob[]): ImageCount {
  const [wave, setWave] = useState(NO_WAVE);
  const next = nextWave(wave, jobs);
  if (next !== wave) setWave(next);
  return waveCount(next);
}

interface Props {
  entries: readonly RunningEntry[];
  onNavigate: () => void;
}

/** `paused` count too: what is paused is not done. */
export function RunningImages({ entries, paused, onNavigate }: Props & { paused: readonly RunningEntry[] }) {
  const workspace = useWorkspace();
  const jobs = entries.map(({ job }) => job);
  const { done, of } = useWave([...entries, ...paused].map(({ job }) => job));
  const now = useNow(true);
  // Why nothing happens, or what is asked; plain work needs no words.
  const [note] = entries.flatMap(({ view: { status, note: asked } }) => {
    const said = status.activity.kind === 'working' ? asked : (asked ?? activityLabel(status, now));
    return said === null ? [] : [said];
  });
  const title = doing(jobs);
  return (
    <div className={classes.item}>
      <EntryLink
        to={urls.images(workspace.id)}
        title={`${title} · ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`}
        onNavigate={onNavigate}
      >
        {note !== undefined && (
          <Text size="xs" c="dimmed" lineClamp={2} className={classes.line}>
            {note}
          </Text>
        )}
        <Progress
          value={of === 0 ? 0 : (done / of) * 100}
          size={3}
          color="blue.6"
          my={5}
          aria-label={title}
        />
      </EntryLink>
    </div>
  );
}

export function PausedImages({ entries, onNavigate }: Props) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const request = useRequestJob();
  const jobs = entries.map(({ job }) => job);
  const resumable = entries.filter(({ view }) => view.resumable);
  return (
    <div className={classes.item}>
      <EntryLink to={urls.images(workspace.id)} title={doing(jobs)} onNavigate={onNavigate}>
        <Text size="xs" c="dimmed" className={classes.line}>
          Paused with {images(imagesOf(jobs))} to do
        </Text>
      </EntryLink>
      {mayEdit && (
        <Group gap={6} mt={6}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={resumable.length === 0}
            onClick={() => {
              for (const { job } of resumable) request(job.id, 'resume');
            }}
            aria-label={`Resume: ${doing(jobs)}`}
          >
            Resume
          </Button>
        </Group>
      )}
    </div>
  );
}

export function FailedImages({ jobs, onNavigate }: { jobs: readonly StoredJob[]; onNavigate: () => void }) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const request = useRequestJob();
  const [latest] = jobs;
  const ask = (action: 'retry' | 'dismiss') => {
    for (const { id } of jobs) request(id, action);
  };
  const batches = jobs.length === 1 ? 'a batch' : `${jobs.length.toLocaleString('en')} batches`;
  return (
    <div className={classes.item} data-failed>
      <EntryLink to={urls.failedImages(workspace.id)} title="Images" onNavigate={onNavigate}>
        <Text size="xs" fw={540} className={classes.failure}>
          {RUN_NOUNS.image_processing} failed in {batches} of {images(imagesOf(jobs))}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={2} className={classes.line}>
          {latest?.data.error?.message ?? 'Something went wrong.'}
        </Text>
      </EntryLink>
      {mayEdit && (
        <Group gap={6} mt={6}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => ask('retry')}
            aria-label="Retry image processing"
          >
            Retry
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="ink"
            onClick={() => ask('dismiss')}
            aria-label="Dismiss failed image processing"
          >
            Dismiss
          </Button>
        </Group>
      )}
    </div>
  );
}
