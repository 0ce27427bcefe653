/** Listings for tests: valid, with what the test is about changed. */
import { type Listing, listingSchema } from '@docket/model/listing/listing';
import type { StoredListing } from '../../../data/listing-records.ts';

/** A draft that nobody has filled in, without photos. */
export function makeListing(id: string, change: Partial<Listing> = {}): StoredListing {
  const data = listingSchema.parse({
    created_by: 'u',
    created_at: new Date(1000),
    updated_at: new Date(2000),
    ...change,
  });
  return { id, path: `workspaces/w/listings/${id}`, data };
}
