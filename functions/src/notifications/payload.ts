/** The end of a run as programs are told of it. */
import type { Job } from '@docket/model/job';
import type { NotificationEvent, RunPayload } from '@docket/model/notifications';
import type { EndedRun } from '../engine/ports.ts';

/** The event that the end of `job` is; null for a job that has not ended. */
export function eventOf(job: Job): NotificationEvent | null {
  switch (job.status) {
    case 'completed':
      return 'job.completed';
    case 'failed':
      return 'job.failed';
    case 'cancelled':
      return 'job.cancelled';
    case 'queued':
    case 'processing':
    case 'paused':
    case 'cancelling':
      return null;
  }
}

/** Names an end of a job: the same however often it is announced, another one after a retry. */
export function endId({ jobId, job, fence }: EndedRun): string {
  return `${jobId}-${job.status}-${fence}`;
}

/** What a webhook is told of the end of `run`, which is `event`. */
export function payloadOf({ workspaceId, jobId, job }: EndedRun, event: NotificationEvent): RunPayload {
  const startedAt = job.started_at ?? job.created_at;
  return {
    event,
    workspace_id: workspaceId,
    job_id: jobId,
    pipeline: job.pipeline,
    subject: job.subject,
    run: job.run,
    started_at: startedAt.toISOString(),
    ended_at: (job.completed_at ?? startedAt).toISOString(),
    error:
      event === 'job.failed' && job.error !== null
        ? { code: job.error.code, message: job.error.message, phase: job.error.phase }
        : null,
  };
}
