/** Publishes what is known of a listing's photos at a moment. */
import { isDeepStrictEqual } from 'node:util';
import { DocketError } from '@docket/model/errors';
import type { Listing } from '@docket/model/listing/listing';
import { type ListingAnalysis, listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import type { Suggestion, SuggestionLanguage } from '@docket/model/listing/suggestions';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseContext } from '../engine/pipeline-module.ts';
import { type ExaminedPhoto, suggestFrom } from './analysis/analyse-photos.ts';
import type { SimilarItem } from './analysis/suggest/price.ts';

/** What is published, and of what. */
export interface Findings extends Pick<ListingAnalysis, 'read_by' | 'instead_of'> {
  /** As it was when the phase began. */
  listing: Pick<Listing, 'photos' | 'language'>;
  photos: readonly ExaminedPhoto[];
  /** Null while nobody has looked for them: the price that is published stays until then. */
  similarItems: readonly SimilarItem[] | null;
}

/**
 * Publishes `findings`, unless that is what is published already. Throws `subject_missing` when the listing has been deleted,
 * in the same transaction, so that nothing is left behind of it.
 */
export async function publishAnalysis(
  db: Firestore,
  { workspaceId, jobId, job, transact }: PhaseContext,
  { listing: { photos: photo_ids, language }, photos, similarItems, read_by, instead_of }: Findings,
  clock: () => Date,
): Promise<void> {
  const found = suggestFrom(photos, { language, similarItems: similarItems ?? [] });
  const listingRef = db.doc(paths.listing(workspaceId, job.subject.id));
  const ref = db.doc(paths.listingAnalysis(workspaceId, job.subject.id));
  await transact(async (transaction) => {
    const [listing, current] = await transaction.getAll(listingRef, ref);
    if (listing?.exists !== true) throw new DocketError('subject_missing');
    const earlier = listingAnalysisSchema.safeParse(current?.data()).data ?? null;
    const suggestions =
      similarItems === null ? [...found.suggestions, ...priceOf(earlier, language)] : found.suggestions;
    const about = { read_by, instead_of, job_id: jobId, photo_ids, updated_at: clock() };
    const data: ListingAnalysis = { ...found, suggestions, ...about };
    if (!isDeepStrictEqual({ ...earlier, updated_at: data.updated_at }, data)) transaction.set(ref, data);
  });
}

function priceOf(earlier: ListingAnalysis | null, language: SuggestionLanguage): Suggestion[] {
  if (earlier?.language !== language) return [];
  return earlier.suggestions.filter(({ field }) => field === 'price');
}
