/** Whether the photos of a listing are looked at by themselves, now or later. Pure. */
import type { Listing } from '@docket/model/listing/listing';
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import type { RunView } from '../../collections/run/run-view.ts';
import { isOutdated } from './analysis-view.ts';

export type WishDecision =
  /** Not yet: decide again when something has changed. */
  | 'wait'
  | 'start'
  /** There is nothing to look at, or nothing that has not been looked at. */
  | 'drop';

interface Material {
  listing: Pick<Listing, 'photos' | 'language'>;
  /** What the last one has found. */
  analysis: Pick<ListingAnalysis, 'photo_ids' | 'language'> | null;
  run: RunView;
  /** Photos that are being sent, or have arrived and are not the listing's yet. Those that failed are not waited for. */
  underWay: number;
}

/** What becomes of the wish to have them looked at. A run under way may find what has come meanwhile: it is waited for. */
export function decideWish({ listing, analysis, run, underWay }: Material): WishDecision {
  if (underWay > 0 || run.state === 'running') return 'wait';
  if (listing.photos.length === 0) return 'drop';
  const isKnown = run.state === 'completed' && analysis !== null && !isOutdated(listing, analysis);
  return isKnown ? 'drop' : 'start';
}
