/**
 * `processing_status`: the summary of the latest job of each pipeline, kept on its subject for the client to watch.
 * It is always derived from the job by `summarise` (job-summary.ts) and written in the same transaction.
 */
import { z } from 'zod';
import { jobErrorSchema } from './errors.ts';
import { instant } from './time.ts';

export const PROCESSING_STATUSES = [
  'idle',
  'queued',
  'processing',
  'completed',
  'failed',
  'cancelled',
  'paused',
  'review_required',
] as const;
export const processingStatusNameSchema = z.enum(PROCESSING_STATUSES);
export type ProcessingStatusName = z.infer<typeof processingStatusNameSchema>;

/** How far a run has come. `percentage` is 0–100 over all phases; `done` of `of` counts within the current one. */
export const progressSchema = z.object({
  phase: z.number().int().nonnegative(),
  total_phases: z.number().int().positive(),
  percentage: z.number().min(0).max(100),
  /** Units finished in the current phase; null before the phase has said how many there are. */
  within: z
    .object({ done: z.number().nonnegative(), of: z.number().positive(), unit: z.string() })
    .nullable(),
  /** The share of the current phase that is done, over all its material; absent in older summaries. */
  fraction: z.number().min(0).max(1).exactOptional(),
});
export type Progress = z.infer<typeof progressSchema>;

/** What is going on besides plain work. */
export const activitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working') }),
  /** Attempt `attempt` of `of` starts at `at`. */
  z.object({
    kind: z.literal('retrying'),
    attempt: z.number().int(),
    of: z.number().int(),
    at: instant,
  }),
  /** A worker was lost and the phase starts again. */
  z.object({ kind: z.literal('restarting') }),
  /** `service` does not answer: its circuit breaker is open. It is asked again at `until`. */
  z.object({ kind: z.literal('waiting'), service: z.string(), until: instant }),
  /** An administrator has paused the queue of the workspace: goes on when it is resumed. */
  z.object({ kind: z.literal('held') }),
  /** Paused by a person: the phase under way still comes to its end. */
  z.object({ kind: z.literal('pausing') }),
  /** Cancelled by a person; the work is being stopped and partial data removed. */
  z.object({ kind: z.literal('cancelling') }),
]);
export type Activity = z.infer<typeof activitySchema>;

const uniformStatusSchema = z.object({
  status: processingStatusNameSchema,
  /** The job that this summarises. */
  task_id: z.string(),
  /** How many runs there have been, this one included; the next run's id is made from it. */
  run: z.number().int().positive(),
  started_at: instant,
  completed_at: instant.nullable(),
  last_updated: instant,
  /** The label of the phase: "Generating categories". */
  current_phase: z.string(),
  /** When the try of the current phase that is under way began; null when none is. */
  phase_started_at: instant.nullable().default(null),
  /** Milliseconds that the finished phases of this run took, by key. */
  phase_ms: z.record(z.string(), z.number().nonnegative()).default({}),
  /** Milliseconds of pauses since `started_at`; a pause that lasts is not among them: it began at `last_updated`. */
  paused_ms: z.number().nonnegative().default(0),
  progress: progressSchema,
  activity: activitySchema,
  error: jobErrorSchema.nullable(),
});
export type ProcessingStatus = z.infer<typeof uniformStatusSchema>;

/** How `phase` and its relatives are called in the stored summary of a pipeline that is made of steps. */
const STEP_NAMES = { current_phase: 'current_step', phase: 'step', total_phases: 'total_steps' } as const;
const PHASE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(STEP_NAMES).map(([phase, step]) => [step, phase]),
);

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, inner]));
}

/** Renames the fields of a summary, and those of its progress and error. Whatever is no summary is left alone. */
function renamedStatus(value: unknown, names: ReadonlyMap<string, string>): unknown {
  const outer = renamed(value, names);
  if (typeof outer !== 'object' || outer === null) return outer;
  return Object.fromEntries(
    Object.entries(outer).map(([key, inner]) => [
      key,
      key === 'progress' || key === 'error' ? renamed(inner, names) : inner,
    ]),
  );
}

/** Reads a stored summary, whether its pipeline is made of phases or of steps. */
export const processingStatusSchema = z.preprocess(
  (value) => renamedStatus(value, PHASE_NAMES),
  uniformStatusSchema,
);

/** A summary as it is stored: pipelines that are made of steps say so in the names of the fields. */
export function storedStatus(stepWord: 'Phase' | 'Step', status: ProcessingStatus): unknown {
  return stepWord === 'Phase' ? status : renamedStatus(status, new Map(Object.entries(STEP_NAMES)));
}

/** Whether a run is under way or paused, so that none may be started. */
export function isRunning(status: ProcessingStatus | undefined): boolean {
  return (
    status !== undefined &&
    (status.status === 'queued' || status.status === 'processing' || status.status === 'paused')
  );
}
