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
  /** Cancelled by a person; the work is being stopped and partial data removed. */
  z.object({ kind: z.literal('cancelling') }),
]);
export type Activity = z.infer<typeof activitySchema>;

export const processingStatusSchema = z.object({
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
  progress: progressSchema,
  activity: activitySchema,
  error: jobErrorSchema.nullable(),
});
export type ProcessingStatus = z.infer<typeof processingStatusSchema>;

/** Whether a run is under way, so that none may be started. */
export function isRunning(status: ProcessingStatus | undefined): boolean {
  return status !== undefined && (status.status === 'queued' || status.status === 'processing');
}
