/**
 * What the analytics page is made of: how the runs of a pipeline ended and how long they took, day by day, counted at the end
 * of each. `workspaces/{workspace}/analytics/{pipeline}`: see docs/decisions/019.
 */
import { z } from 'zod';
import {
  type DurationHistogram,
  durationHistogram,
  durationHistogramSchema,
  mergeDurations,
  NO_DURATIONS,
} from './duration-histogram.ts';
import { errorCodeSchema } from './errors.ts';
import type { Job } from './job.ts';
import { runDuration, unitsOf, uncountedTimes } from './job-analytics.ts';
import { phaseAt } from './pipelines.ts';

/** Days that are remembered, the latest with a run among them. */
export const DAYS_KEPT = 90;

/**
 * Characters that the days may take up as JSON. A pipeline of seven phases with three hundred runs every day needs less; where
 * durations are scattered over all buckets every day, fewer days are remembered, the oldest first to go.
 */
export const CHARACTERS_KEPT = 80_000;

const count = z.number().int().nonnegative();

/** How many runs failed for one reason in one phase. */
export const failureCauseSchema = z.object({
  /** One that has been given up since counts as a fault on our side. */
  code: errorCodeSchema.catch('internal'),
  /** Its key. */
  phase: z.string(),
  runs: count,
});
export type FailureCause = z.infer<typeof failureCauseSchema>;

const figures = {
  completed: count,
  failed: count,
  cancelled: count,
  /** What the completed runs have dealt with: images of a batch, otherwise one a run. */
  units: count,
  /** How long completed runs took. As everywhere, waiting, failed tries and pauses do not count. */
  run_ms: durationHistogramSchema,
  /** How long succeeded phases took, by their keys. */
  phase_ms: z.record(z.string(), durationHistogramSchema),
  /** Of the failed runs: by code and phase, in that order. */
  causes: z.array(failureCauseSchema),
} as const;

/** What some runs come to, whichever they are. */
export const runFiguresSchema = z.object(figures);
export type RunFigures = z.infer<typeof runFiguresSchema>;

/** What ended within one day in UTC: `2026-11-26`. */
export const analyticsDaySchema = z.object({ day: z.iso.date(), ...figures });
export type AnalyticsDay = z.infer<typeof analyticsDaySchema>;

export const pipelineAnalyticsSchema = z.object({
  /** Those in which a run ended, the oldest first. */
  days: z.array(analyticsDaySchema),
});
export type PipelineAnalytics = z.infer<typeof pipelineAnalyticsSchema>;

export const NO_FIGURES: RunFigures = {
  completed: 0,
  failed: 0,
  cancelled: 0,
  units: 0,
  run_ms: NO_DURATIONS,
  phase_ms: {},
  causes: [],
};

export const NO_ANALYTICS: PipelineAnalytics = { days: [] };

/** The day in UTC that `date` lies in. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The day that is `days` before `day`. */
export function daysBefore(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) - days * 86_400_000));
}

function mergePhases(
  a: Readonly<Record<string, DurationHistogram>>,
  b: Readonly<Record<string, DurationHistogram>>,
): Record<string, DurationHistogram> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return Object.fromEntries(
    keys.map((key) => [key, mergeDurations(a[key] ?? NO_DURATIONS, b[key] ?? NO_DURATIONS)]),
  );
}

function mergeCauses(all: readonly FailureCause[]): FailureCause[] {
  const keyOf = ({ code, phase }: FailureCause) => `${code} ${phase}`;
  return [...Map.groupBy(all, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first === undefined ? [] : [{ ...first, runs: rest.reduce((sum, { runs }) => sum + runs, first.runs) }],
    );
}

/** Both together: the order does not matter, and nothing is lost. */
export function mergeFigures(a: RunFigures, b: RunFigures): RunFigures {
  return {
    completed: a.completed + b.completed,
    failed: a.failed + b.failed,
    cancelled: a.cancelled + b.cancelled,
    units: a.units + b.units,
    run_ms: mergeDurations(a.run_ms, b.run_ms),
    phase_ms: mergePhases(a.phase_ms, b.phase_ms),
    causes: mergeCauses([...a.causes, ...b.causes]),
  };
}

/** What one end of a run comes to. */
function figuresOfEnd(job: Job): RunFigures {
  const { status, error } = job;
  const duration = runDuration(job);
  return {
    completed: status === 'completed' ? 1 : 0,
    failed: status === 'failed' ? 1 : 0,
    cancelled: status === 'cancelled' ? 1 : 0,
    units: status === 'completed' ? unitsOf(job) : 0,
    run_ms: duration === null ? NO_DURATIONS : durationHistogram(duration),
    phase_ms: Object.fromEntries(
      [...uncountedTimes(job)].map(([key, time]) => [key, durationHistogram(time)]),
    ),
    causes:
      status === 'failed'
        ? [{ code: error?.code ?? 'internal', phase: phaseAt(job.pipeline, job.phase).key, runs: 1 }]
        : [],
  };
}

/** The days that are remembered when the latest has been counted. */
function remembered(days: readonly AnalyticsDay[]): AnalyticsDay[] {
  const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const latest = sorted.at(-1)?.day ?? '';
  let room = CHARACTERS_KEPT;
  const fits = (day: AnalyticsDay) => {
    room -= JSON.stringify(day).length + 1;
    return room >= 0;
  };
  const recent = sorted.filter(({ day }) => daysBefore(latest, DAYS_KEPT) < day);
  const tooMany = recent.findLastIndex((day) => !fits(day));
  return recent.slice(tooMany + 1);
}

/**
 * The days after `job` has come to an end. As in the statistics, a run that fails, is retried and completes has come to two
 * ends and counts in both, each of its phases once; a run that lost its subject says nothing about its pipeline.
 */
export function analyticsAfter({ days }: PipelineAnalytics, job: Job): PipelineAnalytics {
  if (job.completed_at === null || job.error?.code === 'subject_missing') return { days };
  const day = dayOf(job.completed_at);
  const same = days.find((one) => one.day === day);
  const counted = { day, ...mergeFigures(same ?? NO_FIGURES, figuresOfEnd(job)) };
  return { days: remembered([...days.filter((one) => one !== same), counted]) };
}

/** What ended within the `span` days up to `today`, that one included. */
export function figuresOver({ days }: PipelineAnalytics, today: string, span: number): RunFigures {
  const before = daysBefore(today, span);
  return days.filter(({ day }) => before < day && day <= today).reduce<RunFigures>(mergeFigures, NO_FIGURES);
}
