/** The analysis of a listing's photos as its pages see it, and what can be done with it. */
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import type { SuggestionLanguage } from '@docket/model/listing/suggestions';
import { changeListingPhotos } from '@docket/model/commands/listing-commands';
import type { StoredListing } from '../../../data/listing-records.ts';
import { valueOr } from '../../../data/live.ts';
import { useActor, useJobRequests, useOpenJobs } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { type Pending, pendingOn, runView } from '../../collections/run/run-view.ts';
import { useRequestJob } from '../../collections/run/use-request-job.ts';
import { type AnalysisView, analysisView } from './analysis-view.ts';
import { useListingUploads } from './use-listing-uploads.ts';
import { useSending } from './use-photo-lists.ts';

const NONE = { records: [], malformed: [] };

/** What this browser has asked for and the engine has not answered yet. */
function usePending(listingId: string): Pending {
  const jobs = valueOr(useOpenJobs(), NONE).records;
  const requests = valueOr(useJobRequests(), NONE).records.map(({ data }) => data);
  return pendingOn({ jobs, requests }, 'listing_analysis', listingId);
}

/** How far the analysis is. `analysis` is what it has found, null before it has found anything. */
export function useListingAnalysis(
  { id, data }: StoredListing,
  analysis: ListingAnalysis | null,
): AnalysisView {
  const run = runView(data.processing_status.listing_analysis, usePending(id));
  const { underWay: uploading, wished, removed } = useSending(id);
  const photos = data.photos.filter((photo) => !removed.includes(photo));
  return analysisView({ listing: { ...data, photos }, analysis, run, uploading, wished });
}

export interface AnalysisActions {
  /** Has the photos looked at, or looked at again. */
  start: () => void;
  /** Lets a run that is paused go on. */
  resume: () => void;
  /** Has suggestions made in another language. */
  setLanguage: (language: SuggestionLanguage) => void;
}

export function useAnalysisActions({ id, data }: StoredListing): AnalysisActions {
  const status = data.processing_status.listing_analysis;
  const actor = useActor();
  const commit = useCommit();
  const request = useRequestJob();
  const uploads = useListingUploads();
  const destination = { workspaceId: actor.workspaceId, uid: actor.uid, listingId: id };
  return {
    start: () => void uploads.wish(destination, Promise.resolve(true)),
    resume: () => {
      if (status !== undefined) request(status.task_id, 'resume');
    },
    setLanguage(language) {
      const change = changeListingPhotos(actor, id, { language });
      void uploads.wish(destination, commit(change, 'The language could not be changed'));
    },
  };
}
