/** How an open run stands with the processing queue. Pure. */
import type { Job } from './job.ts';
import { phaseCount } from './pipelines.ts';
import type { ProcessingStatus } from './processing-status.ts';

/** In the order in which runs are listed. */
export const QUEUE_STATES = ['processing', 'retrying', 'waiting', 'queued', 'held', 'paused'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** Whether a run in this state waits for its turn, and not for a person who has paused it. */
export function isWaitingState(state: QueueState): boolean {
  return state === 'queued' || state === 'waiting' || state === 'retrying' || state === 'held';
}

/** The state of a run whose summary is `status`. */
export function queueStateOf(
  { execution }: Pick<Job, 'execution'>,
  { status, activity }: Pick<ProcessingStatus, 'status' | 'activity'>,
): QueueState {
  if (status === 'paused') return 'paused';
  if (execution.state === 'leased') return 'processing';
  switch (activity.kind) {
    case 'waiting':
    case 'held':
      return activity.kind;
    case 'retrying':
    case 'restarting':
      return 'retrying';
    case 'working':
    case 'pausing':
    case 'cancelling':
      return status === 'queued' ? 'queued' : 'processing';
  }
}

/** Since when it is in that state. */
export function inStateSince(
  job: Job,
  state: QueueState,
  { phase_started_at: begun }: Pick<ProcessingStatus, 'phase_started_at'>,
): Date {
  const { execution } = job;
  if (state === 'paused' && job.paused_at !== null) return job.paused_at;
  if (state === 'waiting' && job.waiting_since !== null) return job.waiting_since;
  if (state === 'processing' && begun !== null) return begun;
  return execution.state === 'dispatched' ? execution.dispatched_at : (job.updated_at ?? job.created_at);
}

/**
 * Images of a batch and how many of them are finished; null for other runs. They are finished in the last phase; earlier ones
 * only fetch them.
 */
export function batchImages(
  { pipeline, input }: Pick<Job, 'pipeline' | 'input'>,
  { progress }: Pick<ProcessingStatus, 'progress'>,
): { count: number; finished: number } | null {
  if (input.image_ids === undefined) return null;
  const count = input.image_ids.length;
  const last = progress.phase === phaseCount(pipeline);
  return { count, finished: last ? Math.min(count, progress.within?.done ?? 0) : 0 };
}
