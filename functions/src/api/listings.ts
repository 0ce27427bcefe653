/** Items made from photos. */
import type { listingOperations } from '@docket/model/api/listings';
import { ApiProblem } from '@docket/model/api/problem';
import {
  changeListing,
  changeListingPhotos,
  createListing,
  deleteListing,
  publishListing,
} from '@docket/model/commands/listing-commands';
import { published } from '@docket/model/listing/form-view';
import {
  analysisState,
  isReady,
  type Listing,
  LISTING_FIELDS,
  type ListingValues,
  listingSchema,
  listingState,
  NO_VALUES,
} from '@docket/model/listing/listing';
import { type ListingAnalysis, listingAnalysisSchema } from '@docket/model/listing/listing-analysis';
import { paths } from '@docket/model/paths';
import { type DocumentSnapshot, FieldValue } from 'firebase-admin/firestore';
import type { Handlers, RequestContext } from './context.ts';
import { readPage } from './pages.ts';
import { requireAll } from './references.ts';
import { latestStatus, runUrl } from './run-view.ts';
import { startRun } from './start-run.ts';

const BLANK_TITLE = 'An item needs a title. Say in a few words what it is.';

/** What somebody has filled in: values of other fields count for nothing. */
function ownValues(listing: Listing): ListingValues {
  const own: [string, unknown][] = LISTING_FIELDS.filter((field) => listing.touched.includes(field)).map(
    (field) => [field, listing[field]],
  );
  return Object.assign({ ...NO_VALUES }, Object.fromEntries(own));
}

function view(id: string, listing: Listing) {
  const { touched, photos, language, created_by, created_at, updated_at, published_at } = listing;
  return {
    id,
    state: isReady(listing) ? ('ready' as const) : ('draft' as const),
    processing_status: listingState(listing),
    fields: ownValues(listing),
    filled: LISTING_FIELDS.filter((field) => touched.includes(field)),
    image_ids: photos,
    language,
    created_by,
    created_at,
    updated_at,
    published_at,
  };
}

/** Throws an ApiProblem for what is no listing. */
function parsed(snapshot: DocumentSnapshot): Listing {
  const listing = listingSchema.safeParse(snapshot.data()).data;
  if (listing === undefined) throw new ApiProblem('not_found', 'There is no such listing.');
  return listing;
}

const refOf = ({ db, workspaceId }: RequestContext, id: string) => db.doc(paths.listing(workspaceId, id));

async function readListing(context: RequestContext, id: string): Promise<Listing> {
  return parsed(await refOf(context, id).get());
}

/** What an analysis has suggested so far. */
function suggestionsOf(snapshot: DocumentSnapshot): ListingAnalysis['suggestions'] {
  return listingAnalysisSchema.safeParse(snapshot.data()).data?.suggestions ?? [];
}

export const listingHandlers: Handlers<keyof typeof listingOperations> = {
  listListings: async ({ query: { state, ...wish } }, { db, workspaceId }) => {
    const listings = db.collection(paths.listings(workspaceId));
    const wanted =
      state === undefined
        ? listings.orderBy('created_at', 'desc')
        : state === 'draft'
          ? listings.where('published_at', '==', null).orderBy('created_at', 'desc')
          : listings.where('published_at', '!=', null).orderBy('published_at', 'desc');
    return await readPage(listings, wanted, wish, (document) => {
      const listing = listingSchema.safeParse(document.data()).data;
      return listing === undefined ? null : view(document.id, listing);
    });
  },
  createListing: async ({ body: { image_ids: photos, language } }, context) => {
    const { workspaceId, actor } = context;
    await requireAll(context, photos, (image) => paths.image(workspaceId, image), 'images');
    const id = context.newId('listing');
    // They are of the library, and stay there when the listing goes.
    const added = changeListingPhotos(actor, id, { photos });
    await context.commit([...createListing(actor, id, language), ...added]);
    return view(id, await readListing(context, id));
  },
  getListing: async ({ path: { listing_id: id } }, context) => view(id, await readListing(context, id)),
  updateListing: async ({ path: { listing_id: id }, body }, context) => {
    const changed = LISTING_FIELDS.filter((field) => body[field] !== undefined);
    const values = Object.fromEntries(changed.map((field) => [field, body[field]]));
    await context.transact(async (transaction) => {
      const listing = parsed(await transaction.get(refOf(context, id)));
      if (listing.published_at !== null && body.title?.trim() === '')
        throw new ApiProblem('unprocessable', BLANK_TITLE);
      const touched = FieldValue.arrayUnion(...changed);
      return { writes: changeListing(context.actor, id, values, touched), result: undefined };
    });
    return view(id, await readListing(context, id));
  },
  deleteListing: async ({ path: { listing_id: id } }, context) => {
    await readListing(context, id);
    await context.commit(deleteListing(context.workspaceId, id));
    return { id, deleted: true as const };
  },
  analyseListing: async ({ path: { listing_id: id } }, context) => {
    if ((await readListing(context, id)).photos.length === 0)
      throw new ApiProblem('unprocessable', 'The listing has no photos that could be looked at.');
    const input = { document_ids: [] };
    const run = await startRun(context, { pipeline: 'listing_analysis', subjectId: id, input });
    return { run_id: run, status_url: runUrl(context.workspaceId, run) };
  },
  getListingProcessingStatus: async ({ path: { listing_id: id } }, context) => {
    const { db, workspaceId } = context;
    const [listing, analysis] = await Promise.all([
      readListing(context, id),
      db.doc(paths.listingAnalysis(workspaceId, id)).get(),
    ]);
    const summary = listing.processing_status.listing_analysis;
    const run = await latestStatus(context, id, 'listing_analysis', summary);
    return {
      processing_status: analysisState(run.status),
      run,
      suggestions: suggestionsOf(analysis),
    };
  },
  publishListing: async ({ path: { listing_id: id } }, context) => {
    const { db, workspaceId, actor, isKeyed } = context;
    const analysis = suggestionsOf(await db.doc(paths.listingAnalysis(workspaceId, id)).get());
    await context.transact(async (transaction) => {
      const listing = parsed(await transaction.get(refOf(context, id)));
      if (listing.published_at !== null) {
        // A request that comes again has published it itself.
        if (isKeyed) return { writes: [], result: undefined };
        throw new ApiProblem('conflict', 'It is published already. Change its fields instead.');
      }
      const shown = published(listing, analysis);
      const values = { ...shown, title: shown.title.trim() };
      if (values.title === '') throw new ApiProblem('unprocessable', BLANK_TITLE);
      return { writes: publishListing(actor, id, values), result: undefined };
    });
    return view(id, await readListing(context, id));
  },
};
