/** Says on every page when a run of the workspace has ended or been paused. Each run is watched from its start to its end. */
import type { Collection } from '@docket/model/collection';
import type { JobStatus } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDocument, useUser } from '../data/hooks.ts';
import { valueOr } from '../data/live.ts';
import { collectionReader, jobReader, type StoredJob } from '../data/records.ts';
import { useWorkspace } from '../data/workspace.ts';
import { isOnCollection } from '../features/collections/run/run-words.ts';
import { ToastLink } from '../ui/toast-link.tsx';
import { urls } from '../urls.ts';
import { type Announcement, announcement } from './run-announcement.ts';
import type { Activity } from './shell/activity.ts';
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

/** Loaded with the first batch of images. */
const ImageAnnouncer = lazy(() => import('../features/images/announce/image-announcer.tsx'));

/** Tells whoever has started batches of images how they go, from the first one on. */
function ImageRuns({ images }: Pick<Activity, 'images'>) {
  const { uid } = useUser();
  const own = [...images.underWay, ...images.paused]
    .map(({ job }) => job)
    .filter(({ data }) => data.created_by === uid);
  const [begun, setBegun] = useState(false);
  if (own.length > 0 && !begun) setBegun(true);
  return (
    begun && (
      <Suspense fallback={null}>
        <ImageAnnouncer jobs={own} />
      </Suspense>
    )
  );
}

export function RunAnnouncer() {
  const { underWay, paused, images } = useActivity();
  const [watched, setWatched] = useState<readonly WatchedRun[]>([]);
  const running = [...underWay, ...paused].map(({ job }) => job);
  const fresh = running.filter(
    ({ id, data }) => isOnCollection(data.pipeline) && !watched.some((run) => run.id === id),
  );
  if (fresh.length > 0) {
    setWatched([...watched, ...fresh.map(({ id, data }) => ({ id, collectionId: data.subject.id }))]);
  }
  return (
    <>
      {watched.map((run) => (
        <RunWatch
          key={run.id}
          run={run}
          onEnd={() => setWatched((runs) => runs.filter(({ id }) => id !== run.id))}
        />
      ))}
      <ImageRuns images={images} />
    </>
  );
}
