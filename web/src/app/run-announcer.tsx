/** Says on every page when a run of the workspace has ended or been paused. Each run is watched from its start to its end. */
import type { Collection } from '@docket/model/collection';
import type { JobStatus } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDocument } from '../data/hooks.ts';
import { valueOr } from '../data/live.ts';
import { collectionReader, jobReader, type StoredJob } from '../data/records.ts';
import { useWorkspace } from '../data/workspace.ts';
import { urls } from '../urls.ts';
import { type Announcement, announcement } from './run-announcement.ts';
import { useActivity } from './shell/use-activity.ts';

interface WatchedRun {
  id: string;
  collectionId: string;
}

const ENDED = new Set<JobStatus>(['completed', 'failed', 'cancelled']);

/** Whether the collection shows the end of `job` too: both are written at once, but arrive one after the other. */
function agrees({ id, data }: StoredJob, collection: Collection): boolean {
  const summary = collection.processing_status[data.pipeline];
  const own = summary?.task_id === id;
  return !own || !ENDED.has(data.status) || summary.status === data.status;
}

interface LinkProps {
  to: string;
  label: string;
  onFollow: () => void;
}

/** Toasts stand beside the pages, where the router does not reach: the way is gone with its own function. */
function ToastLink({ to, label, onFollow }: LinkProps) {
  return (
    <Anchor
      underline="always"
      href={to}
      size="sm"
      onClick={(event) => {
        event.preventDefault();
        onFollow();
      }}
    >
      {label}
    </Anchor>
  );
}

/** Shows an announcement of a run on the collection. */
function useToast(collectionId: string): (said: Announcement) => void {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  return ({ color, title, message, link }) => {
    const to = urls.collection(workspace.id, collectionId, link.tab);
    const toast = notifications.show({
      color,
      title,
      message: (
        <>
          {message}{' '}
          <ToastLink
            to={to}
            label={link.label}
            onFollow={() => {
              notifications.hide(toast);
              void navigate(to);
            }}
          />
        </>
      ),
      autoClose: color === 'red' ? 12_000 : 8000,
    });
  };
}

function RunWatch({ run, onEnd }: { run: WatchedRun; onEnd: () => void }) {
  const workspace = useWorkspace();
  const job = valueOr(useDocument(paths.job(workspace.id, run.id), jobReader), null);
  const collection = valueOr(
    useDocument(paths.collection(workspace.id, run.collectionId), collectionReader),
    null,
  );
  const toast = useToast(run.collectionId);
  const before = useRef<JobStatus | null>(null);
  useEffect(() => {
    if (job === null || collection === null || !agrees(job, collection.data)) return;
    const said = announcement(before.current, job.data, collection.data);
    before.current = job.data.status;
    if (said === null) return;
    toast(said);
    if (said.over) onEnd();
  }, [job, collection, toast, onEnd]);
  return null;
}

export function RunAnnouncer() {
  const { underWay, paused } = useActivity();
  const [watched, setWatched] = useState<readonly WatchedRun[]>([]);
  const running = [...underWay, ...paused].map(({ job }) => job);
  const fresh = running.filter(({ id }) => !watched.some((run) => run.id === id));
  if (fresh.length > 0) {
    setWatched([...watched, ...fresh.map(({ id, data }) => ({ id, collectionId: data.subject.id }))]);
  }
  return watched.map((run) => (
    <RunWatch
      key={run.id}
      run={run}
      onEnd={() => setWatched((runs) => runs.filter(({ id }) => id !== run.id))}
    />
  ));
}
