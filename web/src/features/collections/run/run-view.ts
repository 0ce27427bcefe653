/**
 * What a collection shows of its processing: its stored summary, overlaid with what this browser has asked for and the
 * engine has not answered yet, so that every click is on screen at once. Pure.
 */
import type { Job, JobRequest } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import type { Pipeline } from '@docket/model/pipelines';
import { isRunning, type ProcessingStatus } from '@docket/model/processing-status';

export type RunView =
  | { state: 'none' }
  | {
      state: 'running';
      jobId: string;
      status: ProcessingStatus;
      /** What was asked for and is not answered yet, as a sentence. */
      note: string | null;
      cancellable: boolean;
    }
  | { state: 'failed'; jobId: string; status: ProcessingStatus }
  | { state: 'cancelled'; status: ProcessingStatus }
  | { state: 'completed'; status: ProcessingStatus };

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

function running(status: ProcessingStatus, cancelAsked: boolean, note: string | null): RunView {
  return {
    state: 'running',
    jobId: status.task_id,
    status,
    note: cancelAsked ? 'Cancelling…' : note,
    cancellable: !cancelAsked && status.activity.kind !== 'cancelling',
  };
}

/** `status` is the stored summary; `pending` belongs to the same pipeline and subject. */
export function runView(status: ProcessingStatus | undefined, pending: Pending): RunView {
  const job = newest(pending.jobs);
  const asked = (jobId: string, action: JobRequest['action']) =>
    pending.requests.some((request) => request.job_id === jobId && request.action === action);
  if (job !== undefined && job.data.run > (status?.run ?? 0)) {
    const started = summarise(job.id, job.data, job.data.created_at);
    return isRunning(started) ? running(started, asked(job.id, 'cancel'), 'Starting…') : { state: 'none' };
  }
  if (status === undefined) return { state: 'none' };
  const jobId = status.task_id;
  if (isRunning(status)) return running(status, asked(jobId, 'cancel'), null);
  if (status.status === 'failed') {
    if (!asked(jobId, 'retry')) return { state: 'failed', jobId, status };
    const resumed: ProcessingStatus = {
      ...status,
      status: 'queued',
      error: null,
      activity: { kind: 'working' },
    };
    const note = `Resuming at “${status.current_phase}”…`;
    return { state: 'running', jobId, status: resumed, note, cancellable: false };
  }
  if (status.status === 'cancelled') return { state: 'cancelled', status };
  return status.status === 'completed' ? { state: 'completed', status } : { state: 'none' };
}
