/** Changes to listings, as the writes that make them. */
import type { PublishedValues } from '../listing/form-view.ts';
import { type Listing, type ListingValues, NO_VALUES } from '../listing/listing.ts';
import type { SuggestionLanguage } from '../listing/suggestions.ts';
import { jobId, paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** A draft of which nothing is filled in. Its photos follow as they arrive. */
export function createListing(
  { workspaceId, uid, serverTime }: Actor,
  id: string,
  language: SuggestionLanguage,
): Write[] {
  return [
    {
      kind: 'create',
      path: paths.listing(workspaceId, id),
      fields: {
        ...NO_VALUES,
        touched: [],
        photos: [],
        own_photos: [],
        language,
        published_at: null,
        created_by: uid,
        created_at: serverTime,
        updated_at: serverTime,
      },
    },
  ];
}

/** Which photos a listing has, in their order, and the language of its suggestions. */
export function changeListingPhotos(
  { workspaceId, serverTime }: Actor,
  id: string,
  change: Partial<Pick<Listing, 'photos' | 'own_photos' | 'language'>>,
): Write[] {
  return [
    { kind: 'update', path: paths.listing(workspaceId, id), fields: { ...change, updated_at: serverTime } },
  ];
}

/**
 * Adds photos at the end of those that a listing has, whatever those are by then. `including` makes the database's marker for
 * adding to a list.
 */
export function addListingPhotos(
  { workspaceId, serverTime }: Actor,
  id: string,
  { photos, own_photos: own }: Pick<Listing, 'photos' | 'own_photos'>,
  including: (ids: readonly string[]) => unknown,
): Write[] {
  const fields = {
    photos: including(photos),
    ...(own.length > 0 && { own_photos: including(own) }),
    updated_at: serverTime,
  };
  return [{ kind: 'update', path: paths.listing(workspaceId, id), fields }];
}

/** Has the photos of a listing looked at. `run` is one more than the last: of several simultaneous starts one wins. */
export function startListingAnalysis(
  { workspaceId, uid, serverTime }: Actor,
  id: string,
  run: number,
): Write[] {
  return [
    {
      kind: 'create',
      path: paths.job(workspaceId, jobId(id, 'listing_analysis', run)),
      fields: {
        pipeline: 'listing_analysis',
        subject: { type: 'listing', id },
        input: { document_ids: [] },
        run,
        created_by: uid,
        created_at: serverTime,
        status: 'queued',
        open: true,
      },
    },
  ];
}

/** The functions remove what belonged to a listing that is gone. */
export function deleteListing(workspaceId: string, id: string): Write[] {
  return [{ kind: 'delete', path: paths.listing(workspaceId, id) }];
}

/** `touched` is the list of the person's fields as it will be, or the database's marker for adding to it. */
export function changeListing(
  { workspaceId, serverTime }: Actor,
  id: string,
  values: Partial<ListingValues>,
  touched: unknown,
): Write[] {
  const fields = { ...values, touched, updated_at: serverTime };
  return [{ kind: 'update', path: paths.listing(workspaceId, id), fields }];
}

/** Makes a draft an item, with all that its form shows. */
export function publishListing(
  { workspaceId, serverTime }: Actor,
  id: string,
  values: PublishedValues,
): Write[] {
  const fields = { ...values, published_at: serverTime, updated_at: serverTime };
  return [{ kind: 'update', path: paths.listing(workspaceId, id), fields }];
}
