/**
 * What the analysis of a listing's photos has found, `workspaces/{workspace}/listings/{listing}/analysis/current`. Written by
 * the functions alone, anew as the phases of a run go on, so that suggestions arrive while others are still looked for.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { instant } from '../time.ts';
import { listingSuggestionsSchema } from './suggestions.ts';

/** Who can look at photos: programs that come with Docket, or Google Cloud Vision, which knows more things. */
export const photoReaderNameSchema = z.enum(['embedded', 'vision']);
export type PhotoReaderName = z.infer<typeof photoReaderNameSchema>;

/** Those that are somebody else's service, and may not answer. */
const photoServiceSchema = photoReaderNameSchema.extract(['vision']);
export type PhotoService = z.infer<typeof photoServiceSchema>;

export const listingAnalysisSchema = z.object({
  ...listingSuggestionsSchema.shape,
  /** Who has looked at the photos; the one that knows less, if it was both. */
  read_by: photoReaderNameSchema.default('embedded'),
  /** The service that would have looked at all of them, had it answered; null when nobody was missing. */
  instead_of: photoServiceSchema.nullable().default(null),
  /** The run that has found it. */
  job_id: z.string(),
  /** The photos that it is about, as the listing had them. Of those that have gone from the library, `photos` says nothing. */
  photo_ids: z.array(z.string()).max(LIMITS.photosPerListing),
  updated_at: instant,
});
export type ListingAnalysis = z.infer<typeof listingAnalysisSchema>;
