/** From a job to what its subject shows: pure, so that both documents can never disagree. */
import { isActive, type Job, type JobStatus } from './job.ts';
import { phaseAt, phaseCount } from './pipelines.ts';
import type { Progress, ProcessingStatus, ProcessingStatusName } from './processing-status.ts';

const STATUS_NAMES: Record<JobStatus, ProcessingStatusName> = {
  queued: 'queued',
  processing: 'processing',
  cancelling: 'processing',
  cancelled: 'cancelled',
  failed: 'failed',
  completed: 'completed',
};

/**
 * How far a run is when phase `phase` (1-based) has finished `within` of its units. Phases count alike; the percentage
 * is rounded down, so 100 means done.
 */
export function progressOf(job: Pick<Job, 'pipeline' | 'phase'>, within: Progress['within']): Progress {
  const total = phaseCount(job.pipeline);
  const fraction = within === null ? 0 : Math.min(within.done / within.of, 1);
  return {
    phase: job.phase,
    total_phases: total,
    percentage: Math.floor(((job.phase - 1 + fraction) / total) * 100),
    within,
  };
}

/** The summary of `job` (whose document id is `id`) as of `now`. */
export function summarise(id: string, job: Job, now: Date): ProcessingStatus {
  const total = phaseCount(job.pipeline);
  const completed = job.status === 'completed';
  return {
    status: STATUS_NAMES[job.status],
    task_id: id,
    run: job.run,
    started_at: job.started_at ?? job.created_at,
    completed_at: isActive(job.status) ? null : job.completed_at,
    last_updated: now,
    current_phase: phaseAt(job.pipeline, job.phase).label,
    progress: completed
      ? { phase: total, total_phases: total, percentage: 100, within: null }
      : (job.progress ?? progressOf(job, null)),
    activity: job.activity,
    error: job.error,
  };
}
