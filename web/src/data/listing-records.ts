/** The documents of listings that the app reads, and the queries that find them. */
import { type Listing, listingSchema } from '@docket/model/listing/listing';
import { listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import { paths } from '@docket/model/paths';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const listingReader = createReader(listingSchema);
export const listingAnalysisReader = createReader(listingAnalysisSchema);

export type StoredListing = Stored<Listing>;

export const listingQueries = {
  /** Published ones and drafts. */
  all: (workspace: string): Query => ({
    from: 'collection',
    path: paths.listings(workspace),
    where: {},
    limit: null,
  }),
  drafts: (workspace: string): Query => ({
    from: 'collection',
    path: paths.listings(workspace),
    where: { published_at: null },
    limit: null,
  }),
} as const;
