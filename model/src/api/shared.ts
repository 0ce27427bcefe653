/** What the operations of several features have in common. */
import { z } from 'zod';
import { PIPELINES, pipelineSchema, SUBJECT_TYPES } from '../pipelines.ts';
import { PROCESSING_STATUSES } from '../processing-status.ts';

/**
 * Ids as they stand in paths of the database, so nothing that would lead elsewhere, nor what it keeps to itself (`__name__`).
 * firestore.rules says the same.
 */
export const idSchema = z.string().regex(/^(?!__.*__$)[A-Za-z0-9_-]{1,128}$/u);

/** The id of a run: made of a subject's id, a pipeline and a number. */
export const runIdSchema = z.string().regex(/^(?!__.*__$)[A-Za-z0-9_-]{1,200}$/u);

/** A point in time: ISO 8601, UTC. Handlers give dates. */
export const timestamp = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime().meta({ description: 'ISO 8601, UTC.', examples: ['2026-01-01T08:00:00.000Z'] }),
);

export const noFields = z.object({});

/** The workspace that something is in. */
export const inWorkspace = z.object({
  workspace_id: idSchema.meta({ description: 'The workspace.' }),
});

/** A file among the fields of a form. Handlers judge it by its bytes. */
export const fileField = z.file();

/** An address that opens a file by itself, so for members alone. */
export const fileUrl = z
  .url()
  .meta({ description: 'Opens the file without further permission. Treat it like the file itself.' });

/** What was deleted. */
export const deletedSchema = z
  .object({ id: z.string(), deleted: z.literal(true) })
  .meta({ id: 'Deleted', description: 'It is gone. What belongs to it is removed in the background.' });

/** How many are wanted, and from where. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many at most.' }),
  cursor: z
    .string()
    .max(1_000)
    .optional()
    .meta({ description: '`next_cursor` of the page before. Absent: from the beginning.' }),
});

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      data: z.array(item),
      next_cursor: z.string().nullable().meta({ description: 'For the next page; null at the end.' }),
    })
    .meta({ id });
}

/** A run that was started, or a wish about one that was taken. */
export const acceptedSchema = z
  .object({
    run_id: runIdSchema.meta({ description: 'The run.' }),
    status_url: z.string().meta({ description: 'Where to ask how it goes, also in `Location`.' }),
  })
  .meta({ id: 'Accepted', description: 'Taken on. It happens in the background.' });

/** What went wrong in a run. */
const runErrorSchema = z
  .object({
    message: z.string(),
    code: z.string(),
    phase: z.string().meta({ description: 'The phase that failed.' }),
    details: z.string().nullable(),
  })
  .meta({ id: 'RunError' });

/** How a run goes. */
export const runStatusSchema = z
  .object({
    status: z.enum(PROCESSING_STATUSES).meta({ description: '`idle`: there has been no run.' }),
    run_id: runIdSchema.nullable().meta({ description: 'The latest run; null when there was none.' }),
    started_at: timestamp.nullable(),
    completed_at: timestamp.nullable(),
    last_updated: timestamp.nullable(),
    current_phase: z.string().nullable(),
    progress: z
      .object({
        phase: z.number().int(),
        total_phases: z.number().int(),
        percentage: z.number().min(0).max(100),
      })
      .nullable(),
    activity: z
      .enum(['working', 'retrying', 'restarting', 'waiting', 'held', 'pausing', 'cancelling'])
      .nullable()
      .meta({ description: 'What is going on besides plain work.' }),
    error: runErrorSchema.nullable(),
  })
  .meta({ id: 'RunStatus', description: 'How the latest run of a pipeline goes.' });
export type RunStatusView = z.input<typeof runStatusSchema>;

/** There has been no run. */
export const IDLE: RunStatusView = {
  status: 'idle',
  run_id: null,
  started_at: null,
  completed_at: null,
  last_updated: null,
  current_phase: null,
  progress: null,
  activity: null,
  error: null,
};

/** A run of whatever pipeline. */
export const runSchema = runStatusSchema
  .extend({
    run_id: runIdSchema,
    pipeline: pipelineSchema.meta({ examples: [...PIPELINES] }),
    subject: z.object({ type: z.enum(SUBJECT_TYPES), id: z.string() }),
    run: z
      .number()
      .int()
      .positive()
      .meta({ description: '1 for the first run of this pipeline on this subject.' }),
    created_by: z.string(),
    created_at: timestamp,
    attempts: z.array(
      z.object({
        phase: z.number().int().positive(),
        attempt: z.number().int().positive(),
        outcome: z.enum(['running', 'succeeded', 'failed', 'lost', 'cancelled', 'waited']),
        started_at: timestamp,
        ended_at: timestamp.nullable(),
      }),
    ),
  })
  .meta({ id: 'Run' });
export type RunView = z.input<typeof runSchema>;
