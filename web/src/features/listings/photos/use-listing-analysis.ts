/** The analysis of a listing's photos as its pages see it, and what can be done with it. */
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useJobRequests, useOpenJobs } from '../../../data/workspace.ts';
import { valueOr } from '../../../data/live.ts';
import { pendingOn, runView } from '../../collections/run/run-view.ts';
import { type AnalysisView, analysisView } from './analysis-view.ts';

/** How far the analysis is. `analysis` is what it has found, null before it has found anything. */
export function useListingAnalysis(
  { id, data }: StoredListing,
  analysis: ListingAnalysis | null,
): AnalysisView {
  const jobs = valueOr(useOpenJobs(), { records: [], malformed: [] });
  const requests = valueOr(useJobRequests(), { records: [], malformed: [] });
  const pending = pendingOn(
    { jobs: jobs.records, requests: requests.records.map((request) => request.data) },
    'listing_analysis',
    id,
  );
  const run = runView(data.processing_status.listing_analysis, pending);
  return analysisView({ listing: data, analysis, run, uploading: false });
}
