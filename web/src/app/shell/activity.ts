/** What goes on in a workspace: what runs, what is paused, what has failed and waits for somebody. Pure. */
import type { JobRequest } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import type { StoredJob } from '../../data/records.ts';
import { type Running, runView, wishFor } from '../../features/collections/run/run-view.ts';
import { isOnImages } from '../../features/collections/run/run-words.ts';

/** A run that occupies its subject, as it is shown. */
export interface RunningEntry {
  job: StoredJob;
  view: Running;
}

interface Runs {
  underWay: readonly RunningEntry[];
  paused: readonly RunningEntry[];
  /** Neither retried nor dismissed, the latest first. */
  failed: readonly StoredJob[];
}

export interface Activity extends Runs {
  /** Batches of images, which are shown together. */
  images: Runs;
}

export const NO_ACTIVITY: Activity = {
  underWay: [],
  paused: [],
  failed: [],
  images: { underWay: [], paused: [], failed: [] },
};

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
  const lost = failed
    .filter(({ id, data }) => data.status === 'failed' && wishFor(id, requests) === null)
    .toSorted((a, b) => endedAt(b) - endedAt(a));
  const runs = (onImages: boolean): Runs => {
    const own = ({ data }: StoredJob) => isOnImages(data.pipeline) === onImages;
    const entries = running.filter(({ job }) => own(job));
    return {
      underWay: entries.filter(({ view }) => view.status.status !== 'paused'),
      paused: entries.filter(({ view }) => view.status.status === 'paused'),
      failed: lost.filter(own),
    };
  };
  return { ...runs(false), images: runs(true) };
}

/** How many things go on: all batches of images in one state are one. */
export function activityCounts(activity: Activity): Record<keyof Runs, number> {
  const count = (state: keyof Runs) => activity[state].length + Math.min(1, activity.images[state].length);
  return { underWay: count('underWay'), paused: count('paused'), failed: count('failed') };
}

/** What the button that opens the list is called: "Activity, 2 running, 1 paused, 1 needs attention". */
export function activityLabel(activity: Activity): string {
  const { underWay, paused, failed } = activityCounts(activity);
  return [
    'Activity',
    ...(underWay === 0 ? [] : [`${underWay} running`]),
    ...(paused === 0 ? [] : [`${paused} paused`]),
    ...(failed === 0 ? [] : [attentionLabel(failed)]),
  ].join(', ');
}

/** "1 needs attention", "3 need attention". */
export function attentionLabel(count: number): string {
  return count === 1 ? '1 needs attention' : `${count} need attention`;
}
