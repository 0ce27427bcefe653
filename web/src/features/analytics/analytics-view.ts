/** What the analytics page shows, from what the engine has counted day by day. Pure. */
import { durationCount, durationQuantile, NO_DURATIONS } from '@docket/model/duration-histogram';
import type { ErrorCode } from '@docket/model/errors';
import type { Spread } from '@docket/model/job-analytics';
import {
  daysBefore,
  figuresOver,
  type PipelineAnalytics,
  type RunFigures,
} from '@docket/model/pipeline-analytics';
import { type Pipeline, pipelineDefinition, PIPELINES } from '@docket/model/pipelines';

/** How many days the page can look back. */
export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

/** What was counted of one pipeline. */
export interface Counted {
  pipeline: Pipeline;
  analytics: PipelineAnalytics;
}

/** What a person asks for. */
export interface Question {
  /** The day in UTC that the span ends with: `2026-11-26`. */
  today: string;
  span: Span;
  /** Null: all. */
  pipeline: Pipeline | null;
}

/** How runs ended. */
export interface Outcomes {
  completed: number;
  failed: number;
  cancelled: number;
}

export interface DayRow extends Outcomes {
  /** `2026-11-26`, in UTC. */
  day: string;
}

export interface PhaseSpread extends Spread {
  key: string;
  label: string;
  /** Of how many. */
  runs: number;
}

export interface PipelineRow extends Outcomes, Spread {
  pipeline: Pipeline;
  units: number;
  /** In order; those that none has succeeded in have no durations. */
  phases: readonly PhaseSpread[];
}

/** Runs that failed for one reason. */
export interface CauseRow {
  code: ErrorCode;
  runs: number;
  /** Where, the most frequent first. */
  places: readonly { pipeline: Pipeline; phase: string; runs: number }[];
}

export interface AnalyticsView {
  outcomes: Outcomes;
  /** Every day of the span, the oldest first. */
  days: readonly DayRow[];
  /** Those with a run in the span, in the order of all pipelines. */
  pipelines: readonly PipelineRow[];
  /** The most frequent first. */
  causes: readonly CauseRow[];
}

/** How many runs there are. */
export function runsOf({ completed, failed, cancelled }: Outcomes): number {
  return completed + failed + cancelled;
}

/** The share (0–1) of completed runs in those that have completed or failed; null when there are none. */
export function successRate({ completed, failed }: Outcomes): number | null {
  return completed + failed === 0 ? null : completed / (completed + failed);
}

function pipelineRow(pipeline: Pipeline, figures: RunFigures): PipelineRow {
  const { completed, failed, cancelled, units, run_ms: times, phase_ms: phaseTimes } = figures;
  return {
    pipeline,
    completed,
    failed,
    cancelled,
    units,
    p50: durationQuantile(times, 0.5),
    p95: durationQuantile(times, 0.95),
    phases: pipelineDefinition(pipeline).phases.map(({ key, label }) => {
      const own = phaseTimes[key] ?? NO_DURATIONS;
      return {
        key,
        label,
        runs: durationCount(own),
        p50: durationQuantile(own, 0.5),
        p95: durationQuantile(own, 0.95),
      };
    }),
  };
}

function causeRows(counted: readonly { pipeline: Pipeline; figures: RunFigures }[]): CauseRow[] {
  const all = counted.flatMap(({ pipeline, figures }) =>
    figures.causes.map(({ code, phase: key, runs }) => {
      const phase = pipelineDefinition(pipeline).phases.find((known) => known.key === key)?.label ?? key;
      return { code, pipeline, phase, runs };
    }),
  );
  return [...Map.groupBy(all, ({ code }) => code)]
    .map(([code, own]) => ({
      code,
      runs: own.reduce((sum, { runs }) => sum + runs, 0),
      places: own
        .map(({ pipeline, phase, runs }) => ({ pipeline, phase, runs }))
        .toSorted((a, b) => b.runs - a.runs),
    }))
    .toSorted((a, b) => b.runs - a.runs);
}

function dayRows(counted: readonly Counted[], { today, span }: Question): DayRow[] {
  const days = Map.groupBy(
    counted.flatMap(({ analytics }) => analytics.days),
    ({ day }) => day,
  );
  return Array.from({ length: span }, (_, index) => {
    const day = daysBefore(today, span - 1 - index);
    const own = days.get(day) ?? [];
    const total = (outcome: keyof Outcomes) => own.reduce((sum, one) => sum + one[outcome], 0);
    return { day, completed: total('completed'), failed: total('failed'), cancelled: total('cancelled') };
  });
}

/** All that the page shows of `counted`. */
export function analyticsView(counted: readonly Counted[], question: Question): AnalyticsView {
  const { today, span, pipeline: wanted } = question;
  const asked = PIPELINES.flatMap((pipeline) =>
    counted.filter((one) => one.pipeline === pipeline && (wanted === null || pipeline === wanted)),
  );
  const figures = asked.map(({ pipeline, analytics }) => ({
    pipeline,
    figures: figuresOver(analytics, today, span),
  }));
  const pipelines = figures
    .map(({ pipeline, figures: own }) => pipelineRow(pipeline, own))
    .filter((row) => runsOf(row) > 0);
  const total = (outcome: keyof Outcomes) => pipelines.reduce((sum, row) => sum + row[outcome], 0);
  return {
    outcomes: { completed: total('completed'), failed: total('failed'), cancelled: total('cancelled') },
    days: dayRows(asked, question),
    pipelines,
    causes: causeRows(figures),
  };
}

/** Of several pipelines the one whose phases are shown first: that whose runs take longest. */
export function slowest(pipelines: readonly PipelineRow[]): PipelineRow | null {
  return pipelines.toSorted((a, b) => (b.p50 ?? 0) - (a.p50 ?? 0))[0] ?? null;
}
