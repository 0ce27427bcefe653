/**
 * How the runs of a pipeline went in a workspace, kept up to date at the end of each run: what the time remaining and
 * the throughput are made of. `workspaces/{workspace}/pipeline_stats/{pipeline}`.
 */
import { z } from 'zod';
import type { Job } from './job.ts';
import { runDuration, uncountedTimes, unitsOf } from './job-analytics.ts';
import { instant } from './time.ts';

/** Minutes that are remembered of the time in which runs ended. */
export const MINUTES_KEPT = 60;

/** Durations that are remembered of the whole run and of each phase, the latest last. */
export const DURATIONS_KEPT = 50;

const durations = z.array(z.number().nonnegative());

/** Milliseconds. Only completed runs and succeeded phases give durations; waiting and pauses do not count. */
export const pipelineStatsSchema = z.object({
  completed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  cancelled: z.number().int().nonnegative(),
  run_ms: durations,
  /** By key of phase. */
  phase_ms: z.record(z.string(), durations),
  /** The latest minutes in which runs ended, oldest first, by their beginning: what a chart of throughput is made of. */
  minutes: z
    .array(
      z.object({
        at: instant,
        completed: z.number().int().nonnegative(),
        failed: z.number().int().nonnegative(),
        /** What the completed runs have dealt with: images of a batch, otherwise one a run. */
        units: z.number().int().nonnegative(),
      }),
    )
    .default([]),
});
export type PipelineStats = z.infer<typeof pipelineStatsSchema>;

export const NO_STATS: PipelineStats = {
  completed: 0,
  failed: 0,
  cancelled: 0,
  run_ms: [],
  phase_ms: {},
  minutes: [],
};

export { quantile } from './quantile.ts';

/**
 * The statistics after `job` has come to an end. A run that fails, is retried and completes has come to two ends and
 * counts in both, each of its phases once. A run that lost its subject says nothing about its pipeline.
 */
export function statsAfter(stats: PipelineStats, job: Job): PipelineStats {
  if (job.error?.code === 'subject_missing') return stats;
  const latest = (before: readonly number[], values: readonly number[]) =>
    [...before, ...values].slice(-DURATIONS_KEPT);
  const duration = runDuration(job);
  const phases = [...uncountedTimes(job)].map(
    ([key, time]) => [key, latest(stats.phase_ms[key] ?? [], [time])] as const,
  );
  return {
    completed: stats.completed + (job.status === 'completed' ? 1 : 0),
    failed: stats.failed + (job.status === 'failed' ? 1 : 0),
    cancelled: stats.cancelled + (job.status === 'cancelled' ? 1 : 0),
    run_ms: duration === null ? stats.run_ms : latest(stats.run_ms, [duration]),
    phase_ms: { ...stats.phase_ms, ...Object.fromEntries(phases) },
    minutes: minutesAfter(stats.minutes, job),
  };
}

/** The minutes with the end of `job` counted in its own. */
function minutesAfter(minutes: PipelineStats['minutes'], job: Job): PipelineStats['minutes'] {
  if (job.completed_at === null) return minutes;
  const at = new Date(Math.floor(job.completed_at.getTime() / 60_000) * 60_000);
  const same = minutes.find((minute) => minute.at.getTime() === at.getTime());
  const { completed, failed, units } = same ?? { completed: 0, failed: 0, units: 0 };
  const counted = {
    at,
    completed: completed + (job.status === 'completed' ? 1 : 0),
    failed: failed + (job.status === 'failed' ? 1 : 0),
    units: units + (job.status === 'completed' ? unitsOf(job) : 0),
  };
  return [...minutes.filter((minute) => minute !== same), counted]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .slice(-MINUTES_KEPT);
}
