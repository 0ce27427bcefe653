/**
 * Images that are processed together, `workspaces/{workspace}/image_batches/{batch}`: the subject of a job. A batch is
 * what a dispatch works on, so that many images do not need many dispatches.
 */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { processingStatusSchema } from './processing-status.ts';
import { instant } from './time.ts';

/** Why a batch was started. Clients start all but `backfill` and `left_over` (images whose batch was never started). */
export const IMAGE_BATCH_SOURCES = ['upload', 'import', 'retry', 'backfill', 'left_over'] as const;
export const imageBatchSourceSchema = z.enum(IMAGE_BATCH_SOURCES);
export type ImageBatchSource = z.infer<typeof imageBatchSourceSchema>;

export const imageBatchSchema = z.object({
  source: imageBatchSourceSchema,
  image_count: z.number().int().positive().max(LIMITS.imagesPerBatch),
  created_by: z.string(),
  created_at: instant,
  /** The backfill that it belongs to. */
  backfill_id: z.string().nullable().default(null),
  /** What has become of the images; null until the run has ended well. */
  outcome: z
    .object({ completed: z.number().int().nonnegative(), failed: z.number().int().nonnegative() })
    .nullable()
    .default(null),
  processing_status: z
    .object({ image_processing: processingStatusSchema, image_import: processingStatusSchema })
    .partial()
    .default({}),
});
export type ImageBatch = z.infer<typeof imageBatchSchema>;
