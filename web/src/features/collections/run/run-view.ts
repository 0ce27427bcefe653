/**
 * What a collection shows of its processing: its stored summary, overlaid with what this browser has asked for and the
 * engine has not answered yet, so that every click is on screen at once. Pure.
 */
import type { Job, JobRequest } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import type { Pipeline } from '@docket/model/pipelines';
import { type Activity, isRunning, type ProcessingStatus } from '@docket/model/processing-status';
import { activityLabel } from '@docket/model/progress-label';

/** A run that occupies its subject: under way, or paused. */
export interface Running {
  state: 'running';
  jobId: string;
  status: ProcessingStatus;
  /** What was asked for and is not answered yet, as a sentence. */
  note: string | null;
  cancellable: boolean;
  pausable: boolean;
  /** Paused, or about to be: it can go on. */
  resumable: boolean;
}

export type RunView =
  | { state: 'none' }
  | Running
  | { state: 'failed'; jobId: string; status: ProcessingStatus }
  | { state: 'cancelled'; status: ProcessingStatus }
  | { state: 'completed'; status: ProcessingStatus };

/** Whether the run waits for somebody to resume it. */
export function isPaused(view: RunView): boolean {
  return view.state === 'running' && view.status.status === 'paused';
}

/** A job with its document id. */
interface IdentifiedJob {
  id: string;
  data: Job;
}

function newest(jobs: readonly IdentifiedJob[]): IdentifiedJob | undefined {
  return jobs.reduce<IdentifiedJob | undefined>(
    (best, job) => (best === undefined || job.data.run > best.data.run ? job : best),
    undefined,
  );
}

/** What the engine has not finished with: its open jobs, and what people have asked of jobs. */
export interface Pending {
  jobs: readonly IdentifiedJob[];
  requests: readonly JobRequest[];
}

export const NOTHING_PENDING: Pending = { jobs: [], requests: [] };

/** What is pending for one pipeline on one subject. Requests name their job and need no sorting. */
export function pendingOn(pending: Pending, pipeline: Pipeline, subjectId: string): Pending {
  const own = ({ data }: IdentifiedJob) => data.pipeline === pipeline && data.subject.id === subjectId;
  return { jobs: pending.jobs.filter(own), requests: pending.requests };
}

/** The number of the next run. */
export function nextRun(status: ProcessingStatus | undefined, { jobs }: Pending): number {
  return Math.max(status?.run ?? 0, newest(jobs)?.data.run ?? 0) + 1;
}

/** The latest wish about a job that is not dealt with; nothing is after a wish to cancel. Null when there is none. */
export function wishFor(jobId: string, requests: readonly JobRequest[]): JobRequest | null {
  const own = requests.filter((request) => request.job_id === jobId);
  const cancel = own.find(({ action }) => action === 'cancel');
  return cancel ?? own.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1) ?? null;
}

const resumingNote = (status: ProcessingStatus) => `Resuming at “${status.current_phase}”…`;

/** `status` with another activity, and the sentence that says so. */
function wished(status: ProcessingStatus, activity: Activity): Pick<Running, 'status' | 'note'> {
  const changed = { ...status, activity };
  return { status: changed, note: activityLabel(changed, changed.last_updated) };
}

/** A paused run that somebody let go on at `at`: the pause is over, and does not count as work. */
function resumed(status: ProcessingStatus, at: Date): Pick<Running, 'status' | 'note'> {
  const pause = Math.max(0, at.getTime() - status.last_updated.getTime());
  const changed = { ...status, status: 'queued', paused_ms: status.paused_ms + pause } as const;
  return { status: changed, note: resumingNote(status) };
}

/** What is shown of a run of which `wish` is asked and not answered; `note` stands where nothing is. */
function overlaid(
  status: ProcessingStatus,
  wish: JobRequest | null,
  note: string | null,
): Pick<Running, 'status' | 'note'> {
  const paused = status.status === 'paused';
  if (wish?.action === 'cancel') return wished(status, { kind: 'cancelling' });
  if (wish?.action === 'pause' && !paused) return wished(status, { kind: 'pausing' });
  if (wish?.action !== 'resume') return { status, note };
  return paused ? resumed(status, wish.at) : { status: { ...status, activity: { kind: 'working' } }, note };
}

function running(stored: ProcessingStatus, wish: JobRequest | null, note: string | null): Running {
  const shown = overlaid(stored, wish, note);
  const { status, activity } = shown.status;
  const cancellable = activity.kind !== 'cancelling';
  const halted = status === 'paused' || activity.kind === 'pausing';
  return {
    state: 'running',
    jobId: stored.task_id,
    ...shown,
    cancellable,
    pausable: cancellable && !halted && wish?.action !== 'resume',
    // A pause that is only asked for cannot be taken back before the engine knows of it.
    resumable: cancellable && halted && wish?.action !== 'pause',
  };
}

/** A failed run that is asked to go on. */
function retried(status: ProcessingStatus): Running {
  const activity = { kind: 'working' } as const;
  return {
    state: 'running',
    jobId: status.task_id,
    status: { ...status, status: 'queued', error: null, activity },
    note: resumingNote(status),
    cancellable: false,
    pausable: false,
    resumable: false,
  };
}

/** `status` is the stored summary; `pending` belongs to the same pipeline and subject. */
export function runView(status: ProcessingStatus | undefined, pending: Pending): RunView {
  const job = newest(pending.jobs);
  if (job !== undefined && job.data.run > (status?.run ?? 0)) {
    const started = summarise(job.id, job.data, job.data.created_at);
    return isRunning(started)
      ? running(started, wishFor(job.id, pending.requests), 'Starting…')
      : { state: 'none' };
  }
  if (status === undefined) return { state: 'none' };
  const wish = wishFor(status.task_id, pending.requests);
  if (isRunning(status)) return running(status, wish, null);
  switch (status.status) {
    case 'failed':
      return wish?.action === 'retry' ? retried(status) : { state: 'failed', jobId: status.task_id, status };
    case 'cancelled':
      return { state: 'cancelled', status };
    case 'completed':
      return { state: 'completed', status };
    case 'idle':
    case 'queued':
    case 'processing':
    case 'paused':
    case 'review_required':
      return { state: 'none' };
  }
}
