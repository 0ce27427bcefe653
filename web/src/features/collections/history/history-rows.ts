/** The history of runs as it is read: each run with its phases, and each phase with its tries. Pure. */
import type { ErrorCode, JobError } from '@docket/model/errors';
import { type Attempt, isActive, type Job, type JobRequest, type JobStatus } from '@docket/model/job';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import type { StoredJob } from '../../../data/records.ts';
import { wishFor } from '../run/run-view.ts';

/** One try of a phase. `ms` is null while it is under way. */
export interface TryRow {
  attempt: number;
  outcome: Attempt['outcome'];
  startedAt: Date;
  ms: number | null;
  error: JobError | null;
}

export interface PhaseRow {
  number: number;
  label: string;
  /** How its last try went; `skipped` where the run began later, `waiting` where it never came so far. */
  state: Attempt['outcome'] | 'skipped' | 'waiting';
  /** All tries together. */
  ms: number;
  tries: readonly TryRow[];
}

export interface RunRow {
  id: string;
  pipeline: Pipeline;
  /** What a person calls the run: "Process Documents". */
  label: string;
  stepWord: 'Phase' | 'Step';
  run: number;
  subject: Job['subject'];
  /** Who started it. */
  by: string;
  createdAt: Date;
  outcome: JobStatus;
  /** Milliseconds of work, all tries together: waiting and pauses do not count. Null before there was any. */
  ms: number | null;
  pausedMs: number;
  /** Where it is or ended, 0–100. */
  percentage: number;
  error: JobError | null;
  phases: readonly PhaseRow[];
  /** Failed, and the last of its subject: it can be retried. */
  retryable: boolean;
  /** Failed, and nobody has taken note of it. */
  dismissable: boolean;
}

const lasting = ({ started_at, ended_at }: Attempt): number | null =>
  ended_at === null ? null : Math.max(0, ended_at.getTime() - started_at.getTime());

const together = (tries: readonly TryRow[]) => tries.reduce((sum, { ms }) => sum + (ms ?? 0), 0);

function phasesOf({ pipeline, attempts, from_phase: from = 1 }: Job): PhaseRow[] {
  return pipelineDefinition(pipeline).phases.map(({ label }, index) => {
    const number = index + 1;
    const tries = attempts
      .filter(({ phase }) => phase === number)
      .map((attempt): TryRow => {
        const { outcome, started_at: startedAt, error } = attempt;
        return { attempt: attempt.attempt, outcome, startedAt, ms: lasting(attempt), error };
      });
    const state = tries.at(-1)?.outcome ?? (number < from ? 'skipped' : 'waiting');
    return { number, label, state, ms: together(tries), tries };
  });
}

/** The last run of each pipeline on each subject. */
function lastRuns(jobs: readonly StoredJob[]): ReadonlySet<string> {
  const last = new Map<string, StoredJob>();
  for (const job of jobs) {
    const key = `${job.data.pipeline} ${job.data.subject.id}`;
    const known = last.get(key);
    if (known === undefined || known.data.run < job.data.run) last.set(key, job);
  }
  return new Set([...last.values()].map(({ id }) => id));
}

/** The runs, newest first. `jobs` holds the latest of each subject that it holds any of. */
export function runRows(jobs: readonly StoredJob[], requests: readonly JobRequest[]): RunRow[] {
  const last = lastRuns(jobs);
  return jobs
    .toSorted((a, b) => b.data.created_at.getTime() - a.data.created_at.getTime())
    .map(({ id, data }) => {
      const { label, stepWord } = pipelineDefinition(data.pipeline);
      const phases = phasesOf(data);
      const tried = phases.some(({ tries }) => tries.length > 0);
      const open = data.status === 'failed' && wishFor(id, requests) === null;
      return {
        id,
        pipeline: data.pipeline,
        label,
        stepWord,
        run: data.run,
        subject: data.subject,
        by: data.created_by,
        createdAt: data.created_at,
        outcome: data.status,
        ms: tried ? phases.reduce((sum, { ms }) => sum + ms, 0) : null,
        pausedMs: data.paused_ms,
        percentage: data.status === 'completed' ? 100 : (data.progress?.percentage ?? 0),
        error: data.error,
        phases,
        retryable: open && last.has(id),
        dismissable: open && data.needs_attention,
      };
    });
}

/** Runs that have come to an end or are under way, by what a person looks for. */
export const RUN_FILTERS = ['all', 'running', 'completed', 'failed', 'cancelled'] as const;
export type RunFilter = (typeof RUN_FILTERS)[number];

export const RUN_FILTER_LABELS: Record<RunFilter, string> = {
  all: 'All outcomes',
  running: 'Running and paused',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** Whether a run is among those that `filter` and `pipeline` (null: every one) ask for. */
export function matches(row: RunRow, filter: RunFilter, pipeline: Pipeline | null): boolean {
  if (pipeline !== null && row.pipeline !== pipeline) return false;
  switch (filter) {
    case 'all':
      return true;
    case 'running':
      return isActive(row.outcome);
    case 'completed':
    case 'failed':
    case 'cancelled':
      return row.outcome === filter;
  }
}

/** How often runs failed, were tried again or lost their worker for one reason. */
export interface Cause {
  code: ErrorCode;
  /** Tries that ended for this reason. */
  tries: number;
  /** Runs that ended for it. */
  runs: number;
}

/** Why things went wrong, the most frequent first. */
export function failureCauses(jobs: readonly StoredJob[]): Cause[] {
  const causes = new Map<ErrorCode, Cause>();
  const causeOf = (code: ErrorCode) => {
    const cause = causes.get(code) ?? { code, tries: 0, runs: 0 };
    causes.set(code, cause);
    return cause;
  };
  for (const { data } of jobs) {
    for (const { error } of data.attempts) if (error !== null) causeOf(error.code).tries += 1;
    if (data.status === 'failed' && data.error !== null) causeOf(data.error.code).runs += 1;
  }
  return [...causes.values()].toSorted((a, b) => b.runs - a.runs || b.tries - a.tries);
}
