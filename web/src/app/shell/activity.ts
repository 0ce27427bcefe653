/** What goes on in a workspace: what runs, what is paused, what has failed and waits for somebody. Pure. */
import type { JobRequest } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import type { StoredJob } from '../../data/records.ts';
import { type Running, runView, wishFor } from '../../features/collections/run/run-view.ts';

/** A run that occupies its subject, as it is shown. */
export interface RunningEntry {
  job: StoredJob;
  view: Running;
}

export interface Activity {
  underWay: readonly RunningEntry[];
  paused: readonly RunningEntry[];
  /** Neither retried nor dismissed, the latest first. */
  failed: readonly StoredJob[];
}

export const NO_ACTIVITY: Activity = { underWay: [], paused: [], failed: [] };

/** A run with what is asked of it and not answered yet; null when it occupies nothing. */
function entryOf(job: StoredJob, requests: readonly JobRequest[]): RunningEntry | null {
  const { id, data } = job;
  const status = summarise(id, data, data.updated_at ?? data.created_at);
  const view = runView(status, { jobs: [], requests });
  return view.state === 'running' ? { job, view } : null;
}

/** `open` are the jobs that the engine has something to do for, `failed` those that need attention. */
export function activityOf(
  open: readonly StoredJob[],
  failed: readonly StoredJob[],
  requests: readonly JobRequest[],
): Activity {
  const known = new Set(open.map(({ id }) => id));
  const candidates = [...open, ...failed.filter(({ id }) => !known.has(id))];
  const running = candidates
    .map((job) => entryOf(job, requests))
    .filter((entry) => entry !== null)
    .toSorted((a, b) => a.job.data.created_at.getTime() - b.job.data.created_at.getTime());
  const endedAt = ({ data }: StoredJob) => (data.completed_at ?? data.created_at).getTime();
  return {
    underWay: running.filter(({ view }) => view.status.status !== 'paused'),
    paused: running.filter(({ view }) => view.status.status === 'paused'),
    failed: failed
      .filter(({ id, data }) => data.status === 'failed' && wishFor(id, requests) === null)
      .toSorted((a, b) => endedAt(b) - endedAt(a)),
  };
}

/** What the button that opens the list is called: "Activity, 2 running, 1 paused, 1 needs attention". */
export function activityLabel({ underWay, paused, failed }: Activity): string {
  return [
    'Activity',
    ...(underWay.length === 0 ? [] : [`${underWay.length} running`]),
    ...(paused.length === 0 ? [] : [`${paused.length} paused`]),
    ...(failed.length === 0 ? [] : [attentionLabel(failed.length)]),
  ].join(', ');
}

/** "1 needs attention", "3 need attention". */
export function attentionLabel(count: number): string {
  return count === 1 ? '1 needs attention' : `${count} need attention`;
}
