/** From a job to what its subject shows: pure, so that both documents can never disagree. */
import { isActive, type Job, type JobStatus } from './job.ts';
import { phaseTimes } from './job-analytics.ts';
import { phaseAt, phaseCount } from './pipelines.ts';
import type { Progress, ProcessingStatus, ProcessingStatusName } from './processing-status.ts';

const STATUS_NAMES: Record<JobStatus, ProcessingStatusName> = {
  queued: 'queued',
  processing: 'processing',
  paused: 'paused',
  cancelling: 'processing',
  cancelled: 'cancelled',
  failed: 'failed',
  completed: 'completed',
};

/**
 * How far a run is when phase `phase` (1-based) has done `fraction` (0–1) of its work and says so as `within`. Phases
 * count alike; the percentage is rounded down, so 100 means done. It never falls: a phase that is tried again, or goes
 * through its material again, does not take back what a person has seen.
 */
export function progressOf(
  job: Pick<Job, 'pipeline' | 'phase' | 'progress'>,
  within: Progress['within'],
  fraction: number,
): Progress {
  const total = phaseCount(job.pipeline);
  const percentage = Math.floor(((job.phase - 1 + Math.min(fraction, 1)) / total) * 100);
  return {
    phase: job.phase,
    total_phases: total,
    percentage: Math.max(percentage, job.progress?.percentage ?? 0),
    within,
    fraction: Math.min(fraction, 1),
  };
}

/** The job where it stands; one that nobody has taken on yet stands where it will begin. */
function placed(job: Job): Job {
  return job.execution.state === 'unclaimed' ? { ...job, phase: job.from_phase ?? job.phase } : job;
}

/** The summary of `stored` (whose document id is `id`) as of `now`. */
export function summarise(id: string, stored: Job, now: Date): ProcessingStatus {
  const job = placed(stored);
  const total = phaseCount(job.pipeline);
  const completed = job.status === 'completed';
  const latest = job.attempts.at(-1);
  return {
    status: STATUS_NAMES[job.status],
    task_id: id,
    run: job.run,
    started_at: job.started_at ?? job.created_at,
    completed_at: isActive(job.status) ? null : job.completed_at,
    last_updated: now,
    current_phase: phaseAt(job.pipeline, job.phase).label,
    phase_started_at: latest?.outcome === 'running' ? latest.started_at : null,
    phase_ms: Object.fromEntries(phaseTimes(job)),
    paused_ms: job.paused_ms,
    progress: completed
      ? { phase: total, total_phases: total, percentage: 100, within: null }
      : (job.progress ?? progressOf(job, null, 0)),
    activity: job.activity,
    error: job.error,
  };
}
