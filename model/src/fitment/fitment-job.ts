/**
 * The wish to know which vehicles parts fit, `workspaces/{workspace}/fitment_jobs/{job}`: the subject of one run of
 * `fitment_generation`, which is created together with it. What was found stands in its groups (fitment-group.ts).
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { type ProcessingStatusName, processingStatusSchema } from '../processing-status.ts';
import { instant } from '../time.ts';
import { partsFileSchema } from './parts-file.ts';

const count = z.number().int().nonnegative();

const newFields = {
  name: z.string().trim().min(1).max(LIMITS.nameCharacters),
  created_by: z.string(),
  created_at: instant,
};
/** Of parts of the workspace, which a `fitmentSelectionSchema` beside it names. */
const selectionFields = { type: z.literal('selection'), part_count: count.min(1).max(LIMITS.partsPerJob) };
/** Of the parts of a file, of which it is not known how many they are. */
const uploadFields = { type: z.literal('upload'), part_count: z.null(), ...partsFileSchema.shape };

/** What a client writes to start one, together with its run and, of type `selection`, its selection. */
export const newFitmentJobSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...newFields, ...selectionFields }),
  z.strictObject({ ...newFields, ...uploadFields }),
]);
export type NewFitmentJob = z.infer<typeof newFitmentJobSchema>;
export type FitmentJobType = NewFitmentJob['type'];

/**
 * `…/fitment_jobs/{job}/selection/parts`: the parts of a job of type `selection`. A document of its own, so that nobody who
 * watches jobs is sent thousands of ids at every step.
 */
export const fitmentSelectionSchema = z.strictObject({
  part_ids: z.array(z.string()).min(1).max(LIMITS.partsPerJob),
});
export type FitmentSelection = z.infer<typeof fitmentSelectionSchema>;

/** What a completed run has found, and in how many groups it stands. */
export const fitmentResultsSchema = z.object({
  parts: count,
  fitments: count,
  exceptions: count,
  groups: count,
});
export type FitmentResults = z.infer<typeof fitmentResultsSchema>;

/** How many fitments people have decided on, and on how many not. */
export const reviewCountsSchema = z.object({ pending: count, approved: count, rejected: count });
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;

const engineFields = {
  /** Null until the run has completed. */
  results: fitmentResultsSchema.nullable().default(null),
  /** Counted anew after every review; of no meaning before there are results. */
  review: reviewCountsSchema.default({ pending: 0, approved: 0, rejected: 0 }),
  processing_status: z.object({ fitment_generation: processingStatusSchema }).partial().default({}),
};

export const fitmentJobSchema = z.discriminatedUnion('type', [
  z.object({ ...newFields, ...selectionFields, ...engineFields }),
  z.object({
    ...newFields,
    ...uploadFields,
    /** Null until the file has been read. */
    part_count: count.nullable(),
    /** Rows of the file that no part was made of: its tables list them. */
    failed_rows: count.default(0),
    ...engineFields,
  }),
]);
export type FitmentJob = z.infer<typeof fitmentJobSchema>;

/** The state of a job as people see it. */
export type FitmentJobState = Exclude<ProcessingStatusName, 'idle'>;

/**
 * The state of a job: that of its run, and once that has completed whether somebody has yet to decide on something. A job
 * whose run nobody has taken on is queued.
 */
export function fitmentJobState({
  processing_status: { fitment_generation: run },
  review,
}: Pick<FitmentJob, 'processing_status' | 'review'>): FitmentJobState {
  if (run === undefined || run.status === 'idle') return 'queued';
  return run.status === 'completed' && review.pending > 0 ? 'review_required' : run.status;
}
