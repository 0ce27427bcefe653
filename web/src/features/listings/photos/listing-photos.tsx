/** The photos of a listing, in their order, with what the analysis says of them; and the language of its suggestions. */
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useListingAnalysis } from './use-listing-analysis.ts';

interface Props {
  listing: StoredListing;
  /** What the analysis has found; null before it has found anything. */
  analysis: ListingAnalysis | null;
}

export function ListingPhotos({ listing, analysis }: Props) {
  const view = useListingAnalysis(listing, analysis);
  return <section aria-label="Photos" data-analysis={view.kind} />;
}
