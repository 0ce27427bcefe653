/**
 * That somebody has decided on fitments, `…/fitment_jobs/{job}/reviews/{review}`: written in the same commit as the
 * decisions, never changed. Its creation has the functions count the job anew.
 */
import { z } from 'zod';
import { instant } from '../time.ts';

/** What was done to the fitments. `undone`: they are as they were before an earlier review. */
export const REVIEW_DEEDS = ['approved', 'rejected', 'undone'] as const;
export const reviewDeedSchema = z.enum(REVIEW_DEEDS);
export type ReviewDeed = z.infer<typeof reviewDeedSchema>;

export const fitmentReviewSchema = z.strictObject({
  decision: reviewDeedSchema,
  /** How many. */
  fitments: z.number().int().positive(),
  by: z.string(),
  at: instant,
});
export type FitmentReview = z.infer<typeof fitmentReviewSchema>;
