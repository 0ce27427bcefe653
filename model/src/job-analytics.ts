/**
 * What the history of jobs says: how long phases and runs took, and how often they failed. Durations come from attempts,
 * so that waiting, retries and pauses do not count.
 */
import type { Attempt, Job } from './job.ts';
import { phaseAt, phaseCount, PIPELINES, pipelineDefinition } from './pipelines.ts';
import { quantile } from './quantile.ts';

/** Milliseconds of a try that has ended; never negative, whatever the clocks of two workers say. */
function milliseconds({ started_at, ended_at }: Attempt): number {
  return ended_at === null ? 0 : Math.max(0, ended_at.getTime() - started_at.getTime());
}

/** How long each finished phase of `job` took, by key, in milliseconds: its last try that succeeded. */
export function phaseTimes(job: Pick<Job, 'pipeline' | 'attempts'>): Map<string, number> {
  const succeeded = job.attempts.filter(({ outcome }) => outcome === 'succeeded');
  return new Map(
    succeeded.map((attempt) => [phaseAt(job.pipeline, attempt.phase).key, milliseconds(attempt)]),
  );
}

/** How long the work of a completed run took in milliseconds; null for one that is not completed or did not begin at the start. */
export function runDuration(job: Job): number | null {
  if (job.status !== 'completed') return null;
  const times = phaseTimes(job);
  if (times.size < phaseCount(job.pipeline)) return null;
  return [...times.values()].reduce((sum, time) => sum + time, 0);
}

/**
 * How long those finished phases of an ended run took that no earlier end has counted, by key, in milliseconds: a run that was
 * retried has come to an end before.
 */
export function uncountedTimes(job: Job): Map<string, number> {
  const attempts = job.attempts.filter(({ phase }) => phase > job.counted_phases);
  return phaseTimes({ pipeline: job.pipeline, attempts });
}

/** What a run deals with: the images of a batch, otherwise one thing. */
export function unitsOf({ input }: Pick<Job, 'input'>): number {
  return input.image_ids?.length ?? 1;
}

/** How long the succeeded phases of `jobs` took in milliseconds, by key of phase. */
export function phaseDurations(jobs: readonly Job[]): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const [key, time] of jobs.flatMap((job) => [...phaseTimes(job)])) {
    all.set(key, [...(all.get(key) ?? []), time]);
  }
  return all;
}

/** Milliseconds: half, and 95 of 100, took no longer. Null without any. */
export interface Spread {
  p50: number | null;
  p95: number | null;
}

export interface PhaseAnalysis extends Spread {
  key: string;
  label: string;
  /** Tries that failed or lost their worker. */
  failures: number;
}

export interface Analysis {
  runs: number;
  completed: number;
  failed: number;
  cancelled: number;
  /** The share (0–1) of completed runs in those that have completed or failed; null when there are none. */
  success_rate: number | null;
  /** Of completed runs from the first phase to the last. */
  run: Spread;
  /** The phases of every pipeline that has a run here, in order. */
  phases: PhaseAnalysis[];
}

function spread(values: readonly number[]): Spread {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** The simple analytics of `jobs`. Those of several pipelines make sense together in the counts and phases alone. */
export function analyse(jobs: readonly Job[]): Analysis {
  const count = (status: Job['status']) => jobs.filter((job) => job.status === status).length;
  const [completed, failed] = [count('completed'), count('failed')];
  const durations = jobs.map(runDuration).filter((duration) => duration !== null);
  return {
    runs: jobs.length,
    completed,
    failed,
    cancelled: count('cancelled'),
    success_rate: completed + failed === 0 ? null : completed / (completed + failed),
    run: spread(durations),
    phases: analysePhases(jobs),
  };
}

function analysePhases(jobs: readonly Job[]): PhaseAnalysis[] {
  const durations = phaseDurations(jobs);
  const failures = new Map<string, number>();
  for (const { pipeline, attempts } of jobs) {
    for (const { phase } of attempts.filter(({ outcome }) => outcome === 'failed' || outcome === 'lost')) {
      const { key } = phaseAt(pipeline, phase);
      failures.set(key, (failures.get(key) ?? 0) + 1);
    }
  }
  return PIPELINES.filter((pipeline) => jobs.some((job) => job.pipeline === pipeline))
    .flatMap((pipeline) => pipelineDefinition(pipeline).phases)
    .map(({ key, label }) => ({
      key,
      label,
      failures: failures.get(key) ?? 0,
      ...spread(durations.get(key) ?? []),
    }));
}
