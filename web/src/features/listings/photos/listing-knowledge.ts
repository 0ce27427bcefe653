/** What a browser tab knows of a listing outside its pages: the listing itself, what was found in its photos, and open jobs. */
import type { Listing } from '@docket/model/listing/listing';
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import { paths } from '@docket/model/paths';
import type { Client } from '../../../data/client.ts';
import { listingAnalysisReader, listingReader } from '../../../data/listing-records.ts';
import type { Reader } from '../../../data/reader.ts';
import { jobReader, queries } from '../../../data/records.ts';
import { NOTHING_PENDING, type Pending, pendingOn } from '../../collections/run/run-view.ts';
import type { PhotoDestination } from './listing-session.ts';

/** Each answer is undefined while it is not known, and null where there is nothing. */
export interface ListingKnowledge {
  /** Keeps what is known up to date, and tells of changes, until the returned function is called. */
  watched: (destination: PhotoDestination, changed: () => void) => () => void;
  /** A listing that is there and cannot be read is not known: what is on its way into it is not given up. */
  listingOf: (destination: PhotoDestination) => Listing | null | undefined;
  /** One that cannot be read is none. */
  analysisOf: (destination: PhotoDestination) => ListingAnalysis | null | undefined;
  pendingOf: (destination: PhotoDestination) => Pending | undefined;
}

const listingPath = ({ workspaceId, listingId }: PhotoDestination) => paths.listing(workspaceId, listingId);
const analysisPath = ({ workspaceId, listingId }: PhotoDestination) =>
  paths.listingAnalysis(workspaceId, listingId);

export function createKnowledge(client: Client): ListingKnowledge {
  /** What a document holds: undefined while that is not known, null where it is not there, `unreadable` otherwise. */
  const read = <T, U>(path: string, reader: Reader<T>, unreadable: U): T | U | null | undefined => {
    const live = client.documents.store(path).getState();
    if (live.state === 'loading') return undefined;
    if (live.state === 'error') return unreadable;
    if (live.value === null) return null;
    const result = reader.read(live.value);
    return result.ok ? result.record.data : unreadable;
  };

  const openJobsKey = ({ workspaceId }: PhotoDestination) => client.queryKey(queries.openJobs(workspaceId));

  const pendingOf = (destination: PhotoDestination): Pending | undefined => {
    const live = client.queries.store(openJobsKey(destination)).getState();
    if (live.state === 'loading') return undefined;
    if (live.state === 'error') return NOTHING_PENDING;
    const jobs = jobReader.readAll(live.value).records;
    return pendingOn({ jobs, requests: [] }, 'listing_analysis', destination.listingId);
  };

  return {
    watched(destination, changed) {
      const jobs = openJobsKey(destination);
      const documents = [listingPath(destination), analysisPath(destination)];
      const stops = [
        ...documents.map((path) => client.documents.hold(path)),
        client.queries.hold(jobs),
        ...documents.map((path) => client.documents.store(path).subscribe(changed)),
        client.queries.store(jobs).subscribe(changed),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    listingOf: (destination) => read(listingPath(destination), listingReader, undefined),
    analysisOf: (destination) => read(analysisPath(destination), listingAnalysisReader, null),
    pendingOf,
  };
}
