/**
 * A job: one run of a pipeline on one subject, `workspaces/{workspace}/jobs/{job}`.
 *
 * The client creates it with `newJobSchema`; from then on it belongs to the engine (functions/src/engine). What a person
 * wants of it is said by a request (`jobRequestSchema`). `status` is what people see; `execution` is where the engine stands.
 */
import { z } from 'zod';
import { jobErrorSchema } from './errors.ts';
import { LIMITS } from './limits.ts';
import { phaseNumber, type Pipeline, pipelineSchema, subjectTypeSchema } from './pipelines.ts';
import { activitySchema, progressSchema } from './processing-status.ts';
import { instant } from './time.ts';

export const JOB_STATUSES = [
  'queued',
  'processing',
  'paused',
  'cancelling',
  'cancelled',
  'failed',
  'completed',
] as const;
export const jobStatusSchema = z.enum(JOB_STATUSES);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** The states that a job can go to from each state. Nothing else is possible. */
export const JOB_TRANSITIONS = {
  queued: ['processing', 'paused', 'cancelling', 'failed'],
  processing: ['processing', 'paused', 'cancelling', 'failed', 'completed'],
  paused: ['queued', 'cancelling', 'failed'],
  cancelling: ['cancelled', 'failed'],
  cancelled: [],
  failed: ['queued'],
  completed: [],
} as const satisfies Record<JobStatus, readonly JobStatus[]>;

/** What a person can ask of a job. */
export const REQUEST_ACTIONS = ['cancel', 'retry', 'pause', 'resume', 'dismiss'] as const;
export const requestActionSchema = z.enum(REQUEST_ACTIONS);
export type RequestAction = z.infer<typeof requestActionSchema>;

/** What may be asked in which state. firestore.rules says the same; a rules test goes through this table. */
export const ALLOWED_REQUESTS = {
  queued: ['cancel', 'pause'],
  /** `resume` takes back a pause that has not taken effect yet: see `pause_requested`. */
  processing: ['cancel', 'pause', 'resume'],
  paused: ['cancel', 'resume'],
  cancelling: [],
  cancelled: [],
  /** `dismiss` takes note of the failure: it is kept in the history and no longer listed as needing attention. */
  failed: ['retry', 'dismiss'],
  completed: [],
} as const satisfies Record<JobStatus, readonly RequestAction[]>;

/** Whether `action` may be asked of a job in `status`. */
export function mayRequest(status: JobStatus, action: RequestAction): boolean {
  const allowed: readonly RequestAction[] = ALLOWED_REQUESTS[status];
  return allowed.includes(action);
}

/**
 * `workspaces/{workspace}/job_requests/{request}`: a wish of a person, created by the client and deleted by the engine
 * when it has been dealt with. A document of its own, so that only wishes wake the function that looks at them, not
 * every step of every job.
 */
export const jobRequestSchema = z.strictObject({
  job_id: z.string(),
  action: requestActionSchema,
  by: z.string(),
  at: instant,
});
export type JobRequest = z.infer<typeof jobRequestSchema>;

/** The run's material. */
export const jobInputSchema = z.object({
  /** The documents that the run reads; none for decks, which are made of items, and where the subject says it all. */
  document_ids: z.array(z.string()).max(LIMITS.documentsPerCollection),
  /** What a person says about the categories they want: only for document processing. */
  hint: z.string().max(LIMITS.hintCharacters).exactOptional(),
  /** The images that a batch is about. */
  image_ids: z.array(z.string()).min(1).max(LIMITS.imagesPerBatch).exactOptional(),
});
export type JobInput = z.infer<typeof jobInputSchema>;

const startFields = {
  pipeline: pipelineSchema,
  subject: z.object({ type: subjectTypeSchema, id: z.string() }),
  input: jobInputSchema,
  /** 1 for the first run of this pipeline on this subject. The job's id is made from it. */
  run: z.number().int().positive(),
  /** The phase to begin with, when earlier ones need not be repeated: see `LATER_STARTS`. Absent: the first. */
  from_phase: z.number().int().positive().exactOptional(),
  created_by: z.string(),
  created_at: instant,
  /** True while the engine has something to do: the sweeper looks at open jobs only. */
  open: z.boolean(),
};

/**
 * Where a run may begin instead of at its first phase: what earlier phases make of the same documents is the same, and
 * is made again if it is gone. firestore.rules says the same.
 */
export const LATER_STARTS: Record<Pipeline, readonly number[]> = {
  document_processing: [],
  /** With corrected columns. */
  item_generation: [phaseNumber('item_generation', 'identify_columns')],
  deck_generation: [],
  image_processing: [],
  image_import: [],
  image_backfill: [],
  inventory_import: [],
  listing_analysis: [],
  fitment_generation: [],
  parts_import: [],
  vehicle_import: [],
};

/** What a client writes to start a run. The rules accept nothing else. */
export const newJobSchema = z.strictObject({
  ...startFields,
  status: z.literal('queued'),
  open: z.literal(true),
});
export type NewJob = z.infer<typeof newJobSchema>;

/**
 * Where the engine stands. Every dispatch has a fencing number of its own, which only grows; whoever acts on an older
 * one is refused.
 */
export const executionSchema = z.discriminatedUnion('state', [
  /** Created, not yet taken on. */
  z.object({ state: z.literal('unclaimed') }),
  /** Handed to the task queue; must not start before `not_before`. */
  z.object({
    state: z.literal('dispatched'),
    fence: z.number().int().positive(),
    dispatched_at: instant,
    not_before: instant.nullable(),
  }),
  /** A worker is on it, until `expires_at` unless it renews. */
  z.object({
    state: z.literal('leased'),
    fence: z.number().int().positive(),
    holder: z.string(),
    expires_at: instant,
  }),
  /** Nothing runs. A worker that did not let go when it was told to may still write until `zombie_until`. */
  z.object({
    state: z.literal('ended'),
    fence: z.number().int().nonnegative(),
    zombie_until: instant.nullable(),
  }),
]);
export type Execution = z.infer<typeof executionSchema>;

/** An execution that holds the lease. */
export type LeasedExecution = Extract<Execution, { state: 'leased' }>;

/** One try of one phase, kept for good. */
export const attemptSchema = z.object({
  phase: z.number().int().positive(),
  attempt: z.number().int().positive(),
  /** `waited`: stopped because a service does not answer; such a try is not counted. */
  outcome: z.enum(['running', 'succeeded', 'failed', 'lost', 'cancelled', 'waited']),
  started_at: instant,
  ended_at: instant.nullable(),
  error: jobErrorSchema.nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/**
 * Data that has become useless and must be removed: `partial` is what a cancelled run has made so far, `superseded` is
 * what earlier runs made. `abandoned`: the run has failed, and what it leaves unfinished must be told so. Not before
 * `not_before`: a lost worker may still be writing.
 */
export const cleanupScopeSchema = z.enum(['partial', 'superseded', 'abandoned']);
export type CleanupScope = z.infer<typeof cleanupScopeSchema>;
export const cleanupSchema = z.object({ scope: cleanupScopeSchema, not_before: instant });
export type Cleanup = z.infer<typeof cleanupSchema>;

const engineFields = {
  status: jobStatusSchema,
  execution: executionSchema.default({ state: 'unclaimed' }),
  /** The phase under way or to be run next, 1-based. */
  phase: z.number().int().positive().default(1),
  /** Tries of this phase that have been started. Written before the work is: a file that kills its worker counts. */
  attempt: z.number().int().nonnegative().default(0),
  progress: progressSchema.nullable().default(null),
  activity: activitySchema.default({ kind: 'working' }),
  error: jobErrorSchema.nullable().default(null),
  /** The latest `ATTEMPTS_KEPT` tries of all phases, oldest first. */
  attempts: z.array(attemptSchema).default([]),
  /** Fields of the subject as they were before this run changed them, to be put back on cancel; null: not there. */
  subject_before: z.record(z.string(), z.object({ value: z.unknown() }).nullable()).default({}),
  cleanup: cleanupSchema.nullable().default(null),
  /** A person has asked for a pause; it takes effect when the phase under way has ended. */
  pause_requested: z.boolean().default(false),
  /** Since when the run is paused; null while it is not. */
  paused_at: instant.nullable().default(null),
  /** How long the run has been paused since `started_at`, the present pause not counted. Milliseconds. */
  paused_ms: z.number().nonnegative().default(0),
  /** Since when the phase waits for a service that does not answer; null while it does not. */
  waiting_since: instant.nullable().default(null),
  /** Failed, and nobody has retried or dismissed it, nor started another run: listed until then. */
  needs_attention: z.boolean().default(false),
  /** Phases up to this one were done when the run failed and was retried: the statistics have counted them. */
  counted_phases: z.number().int().nonnegative().default(0),
  /** Who waits for news of this run has yet to be told of its end. */
  announcement_due: z.boolean().default(false),
  /** Random, made once a run and the same on every retry: the download token of the pictures that the run makes. */
  run_token: z.string().nullable().default(null),
  /** When the run was claimed, or retried for the last time. */
  started_at: instant.nullable().default(null),
  completed_at: instant.nullable().default(null),
  updated_at: instant.nullable().default(null),
  /** When the database may remove the run from the history (`historyEnd`); null while it may not. */
  expires_at: instant.nullable().default(null),
};

/** A job as stored; what the engine has not yet written has its starting value. */
export const jobSchema = z.object({ ...startFields, ...engineFields });
export type Job = z.infer<typeof jobSchema>;

/** How long a run stays in the history after its end: more than a year, so that a season can be compared with the last one. */
export const HISTORY_DAYS = 400;

/**
 * When a run may be removed from the history: some time after its end, but never while the engine owes something or its failure
 * needs attention, for that is to be seen until somebody has dealt with it. Null: not as things are.
 */
export function historyEnd({
  open,
  needs_attention: needsAttention,
  completed_at: completedAt,
}: Pick<Job, 'open' | 'needs_attention' | 'completed_at'>): Date | null {
  if (open || needsAttention || completedAt === null) return null;
  return new Date(completedAt.getTime() + HISTORY_DAYS * 24 * 60 * 60_000);
}

/** How often a phase is tried before its run fails. */
export const MAX_ATTEMPTS = 3;

/** How many tries a job remembers: a document ends at 1 MiB, and a run can be retried for ever. */
export const ATTEMPTS_KEPT = 100;

/** The states in which a run occupies its subject. */
export function isActive(status: JobStatus): boolean {
  return status === 'queued' || status === 'processing' || status === 'paused' || status === 'cancelling';
}
