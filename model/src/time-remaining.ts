/** How long a run will still take, by how long the phases of earlier runs of its pipeline took. */
import type { PipelineStats } from './pipeline-stats.ts';
import { type Pipeline, pipelineDefinition } from './pipelines.ts';
import type { Activity, ProcessingStatus } from './processing-status.ts';
import { quantile } from './quantile.ts';

/** How much slower or faster than earlier runs one is believed to be at most, or a short first phase would mislead. */
const PACE_LIMIT = 4;

/** What may last for any length of time. */
const ENDLESS: readonly Activity['kind'][] = ['cancelling', 'waiting', 'held'];

/**
 * Milliseconds that a run in `status` will still take as of `now`; null when it is not under way or paused, waits for a
 * service or for its queue, or when there is no history: the medians of the phases to come, the current one by what is left of it, all of it at the pace that
 * this run has shown so far.
 */
export function timeRemaining(
  pipeline: Pipeline,
  status: ProcessingStatus,
  stats: PipelineStats,
  now: Date,
): number | null {
  const underWay = status.status === 'queued' || status.status === 'processing' || status.status === 'paused';
  if (!underWay || ENDLESS.includes(status.activity.kind) || stats.completed < 1) return null;
  const { phases } = pipelineDefinition(pipeline);
  const medians = phases.map(({ key }) => quantile(stats.phase_ms[key] ?? [], 0.5));
  const toCome = medians.slice(status.progress.phase - 1).filter((median) => median !== null);
  const [current, ...later] = toCome;
  if (current === undefined || toCome.length < phases.length - status.progress.phase + 1) return null;
  const pace = paceOf(
    phases.map(({ key }) => key),
    medians,
    status,
  );
  const rest = later.reduce((sum, median) => sum + median, 0) * pace;
  return waitOf(status, now) + leftOf(current * pace, status, now) + rest;
}

/** How the finished phases of this run compare with the medians: 2 is twice as slow. */
function paceOf(
  keys: readonly string[],
  medians: readonly (number | null)[],
  status: ProcessingStatus,
): number {
  let [taken, usual] = [0, 0];
  for (const [index, key] of keys.entries()) {
    const [own, median] = [status.phase_ms[key], medians[index]];
    if (own === undefined || typeof median !== 'number') continue;
    taken += own;
    usual += median;
  }
  if (taken === 0 || usual === 0) return 1;
  return Math.min(PACE_LIMIT, Math.max(1 / PACE_LIMIT, taken / usual));
}

/** What is left of the current phase, which takes `expected` as a whole. */
function leftOf(expected: number, status: ProcessingStatus, now: Date): number {
  const { phase_started_at: began, progress, last_updated } = status;
  if (began === null) return expected;
  const { within, fraction = within === null ? 0 : within.done / within.of } = progress;
  const told = within !== null;
  const left = told ? expected * (1 - fraction) : expected;
  return Math.max(0, left - Math.max(0, now.getTime() - (told ? last_updated : began).getTime()));
}

/** How long the run waits for its next try. */
function waitOf({ activity }: ProcessingStatus, now: Date): number {
  return activity.kind === 'retrying' ? Math.max(0, activity.at.getTime() - now.getTime()) : 0;
}

/** The time remaining for people, rounded so that it does not flicker: "about 20 s left", "about 2 min left". */
export function formatRemaining(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds <= 5) return 'a few seconds left';
  if (seconds <= 55) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `about ${minutes} min left`;
  const tens = Math.round(seconds / 600);
  const rest = (tens % 6) * 10;
  return `about ${Math.floor(tens / 6)} h${rest === 0 ? '' : ` ${rest} min`} left`;
}
