/** What goes on in the workspace, each run with the way to it: what runs, what is paused, what waits for somebody. */
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWorkspace } from '../../data/workspace.ts';
import { urls } from '../../urls.ts';
import type { Activity } from './activity.ts';
import { FailedItem, PausedItem, RunningItem } from './activity-item.tsx';
import classes from './activity-list.module.css';

/** Of each kind; the page of all activity has the others. */
const SHOWN = 4;

interface PartProps<T> {
  label: string;
  entries: readonly T[];
  keyOf: (entry: T) => string;
  render: (entry: T) => ReactNode;
}

function Part<T>({ label, entries, keyOf, render }: PartProps<T>) {
  if (entries.length === 0) return null;
  const more = entries.length - SHOWN;
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={keyOf(entry)}>{render(entry)}</li>
        ))}
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
  const { underWay, paused, failed } = activity;
  const nothing = underWay.length + paused.length + failed.length === 0;
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
        keyOf={({ id }) => id}
        render={(job) => <FailedItem job={job} onNavigate={onNavigate} />}
      />
      <Part
        label="Running"
        entries={underWay}
        keyOf={({ job }) => job.id}
        render={(entry) => <RunningItem entry={entry} onNavigate={onNavigate} />}
      />
      <Part
        label="Paused"
        entries={paused}
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
