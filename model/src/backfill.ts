/** Bringing all images of a workspace to the present recipe: `workspaces/{workspace}/backfills/{backfill}`. */
import { z } from 'zod';
import { processingStatusSchema } from './processing-status.ts';
import { instant } from './time.ts';

/** `created_by` of a backfill that began by itself, after a deployment. */
export const STARTED_BY_DEPLOYMENT = 'deployment';

/** Images whose names are shown as examples. */
export const BACKFILL_EXAMPLES = 20;

/** What a backfill would do, or has found to do. */
export const backfillFindingsSchema = z.object({
  /** Images that are not up to date. */
  missing: z.number().int().nonnegative(),
  /** Their originals, in bytes. */
  bytes: z.number().int().nonnegative(),
  /** Images that are up to date. */
  done: z.number().int().nonnegative(),
  /** Names of the first ones that are missing. */
  examples: z.array(z.string()).max(BACKFILL_EXAMPLES),
  at: instant,
});
export type BackfillFindings = z.infer<typeof backfillFindingsSchema>;

export const backfillSchema = z.object({
  /** A member, or `STARTED_BY_DEPLOYMENT`. Null, as is `created_at`, while it has only been asked what would be done. */
  created_by: z.string().nullable().default(null),
  created_at: instant.nullable().default(null),
  /** The answer to "what would be done", asked before anything is. */
  preview: backfillFindingsSchema.nullable().default(null),
  findings: backfillFindingsSchema.nullable().default(null),
  /** Batches that were started; their images are counted in `findings.missing`. */
  batches: z.number().int().nonnegative().default(0),
  /** How far the run `job_id` has come: batches were started for what it needs up to the image `after`. */
  cursor: z.object({ job_id: z.string(), after: z.string() }).nullable().default(null),
  processing_status: z.object({ image_backfill: processingStatusSchema }).partial().default({}),
});
export type Backfill = z.infer<typeof backfillSchema>;
