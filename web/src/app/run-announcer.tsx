/** Says on every page when a run of the workspace has ended. Each run is watched from its start to its end. */
import type { JobStatus } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useDocument } from '../data/hooks.ts';
import { valueOr } from '../data/live.ts';
import { collectionReader, jobReader } from '../data/records.ts';
import { useWorkspace } from '../data/workspace.ts';
import { announcement } from './run-announcement.ts';
import { useRunningJobs } from './shell/activity-list.tsx';

interface WatchedRun {
  id: string;
  collectionId: string;
}

function RunWatch({ run, onEnd }: { run: WatchedRun; onEnd: () => void }) {
  const workspace = useWorkspace();
  const job = valueOr(useDocument(paths.job(workspace.id, run.id), jobReader), null);
  const collection = valueOr(
    useDocument(paths.collection(workspace.id, run.collectionId), collectionReader),
    null,
  );
  const name = collection?.data.name ?? null;
  const before = useRef<JobStatus | null>(null);
  useEffect(() => {
    if (job === null || name === null) return;
    const said = announcement(before.current, job.data, name);
    before.current = job.data.status;
    if (said === null) return;
    notifications.show({ ...said, autoClose: said.color === 'red' ? 12_000 : 6000 });
    onEnd();
  }, [job, name, onEnd]);
  return null;
}

export function RunAnnouncer() {
  const running = useRunningJobs();
  const [watched, setWatched] = useState<readonly WatchedRun[]>([]);
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
