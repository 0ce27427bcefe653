/**
 * What the analysis of a listing's photos has found, `workspaces/{workspace}/listings/{listing}/analysis/current`. Written by
 * the functions alone, anew as the phases of a run go on, so that suggestions arrive while others are still looked for.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { instant } from '../time.ts';
import { listingSuggestionsSchema } from './suggestions.ts';

export const listingAnalysisSchema = z.object({
  ...listingSuggestionsSchema.shape,
  /** The run that has found it. */
  job_id: z.string(),
  /** The photos that it is about, as the listing had them. Of those that have gone from the library, `photos` says nothing. */
  photo_ids: z.array(z.string()).max(LIMITS.photosPerListing),
  updated_at: instant,
});
export type ListingAnalysis = z.infer<typeof listingAnalysisSchema>;
