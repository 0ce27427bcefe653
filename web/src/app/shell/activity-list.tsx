/** What goes on in the workspace, each run with the way to it: what runs, what is paused, what waits for somebody. */
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import { type Activity, activityCounts } from './activity.ts';
import { FailedItem, PausedItem, RunningItem } from './activity-item.tsx';
import classes from './activity-list.module.css';
import { FailedImages, PausedImages, RunningImages } from './image-activity.tsx';

/** Of each kind; the page of all activity has the others. */
const SHOWN = 4;

interface PartProps<T> {
  label: string;
  entries: readonly T[];
  /** What stands for all batches of images in this state; null where there are none. */
  images: ReactNode;
  keyOf: (entry: T) => string;
  render: (entry: T) => ReactNode;
}

function Part<T>({ label, entries, images, keyOf, render }: PartProps<T>) {
  if (entries.length === 0 && images === null) return null;
  const more = entries.length - SHOWN;
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={keyOf(entry)}>{render(entry)}</li>
        ))}
        {images !== null && <li>{images}</li>}
      </ul>
      {more > 0 && (
        <Text size="xs" c="dimmed" px={10} pb={4}>
          and {more} more
        </Text>
      )}
    </>
  );
}

/** `onNavigate` runs when a run has been chosen. */
export function ActivityList({ activity, onNavigate }: { activity: Activity; onNavigate: () => void }) {
  const workspace = useWorkspace();
  const { underWay, paused, failed, images } = activity;
  const nothing = Object.values(activityCounts(activity)).every((count) => count === 0);
  return (
    <>
      {nothing && (
        <Text size="sm" c="dimmed" px={10} pb={6}>
          Nothing is running.
        </Text>
      )}
      <Part
        label="Needs attention"
        entries={failed}
        images={
          images.failed.length === 0 ? null : <FailedImages jobs={images.failed} onNavigate={onNavigate} />
        }
        keyOf={({ id }) => id}
        render={(job) => <FailedItem job={job} onNavigate={onNavigate} />}
      />
      <Part
        label="Running"
        entries={underWay}
        images={
          images.underWay.length === 0 ? null : (
            <RunningImages entries={images.underWay} paused={images.paused} onNavigate={onNavigate} />
          )
        }
        keyOf={({ job }) => job.id}
        render={(entry) => <RunningItem entry={entry} onNavigate={onNavigate} />}
      />
      <Part
        label="Paused"
        entries={paused}
        images={
          images.paused.length === 0 ? null : <PausedImages entries={images.paused} onNavigate={onNavigate} />
        }
        keyOf={({ job }) => job.id}
        render={(entry) => <PausedItem entry={entry} onNavigate={onNavigate} />}
      />
      <Anchor
        component={Link}
        to={urls.activity(workspace.id)}
        size="sm"
        c="dimmed"
        className={classes.all}
        onClick={onNavigate}
      >
        All activity
      </Anchor>
    </>
  );
}
