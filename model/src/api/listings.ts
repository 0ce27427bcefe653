/** Items made from photos: drafts at first, filled in by people and by what is suggested. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { LISTING_FIELDS, LISTING_STATES, listingValuesSchema } from '../listing/listing.ts';
import { SUGGESTION_LANGUAGES, suggestionSchema } from '../listing/suggestions.ts';
import { READING, noBody, type Operation } from './operation.ts';
import {
  acceptedSchema,
  deletedSchema,
  idSchema,
  inWorkspace,
  noFields,
  pageOf,
  pageQuery,
  runStatusSchema,
  timestamp,
} from './shared.ts';

const ofListing = inWorkspace.extend({ listing_id: idSchema.meta({ description: 'The listing.' }) });

const language = z.enum(SUGGESTION_LANGUAGES).meta({ description: 'The language of its suggestions.' });

const fieldsSchema = listingValuesSchema.meta({
  id: 'ListingFields',
  description: 'What a listing says. Empty texts, empty lists and null say nothing.',
});

const listingView = z
  .object({
    id: idSchema,
    state: z.enum(['draft', 'ready']).meta({ description: '`ready`: published, and has a title.' }),
    processing_status: z.enum(LISTING_STATES).meta({
      description: 'How far the analysis of its photos is. `DRAFT`: none was begun, or it was cancelled.',
    }),
    fields: fieldsSchema,
    filled: z.array(z.enum(LISTING_FIELDS)).meta({
      description:
        'Fields that somebody has filled in. Suggestions are for the others, and never replace these.',
    }),
    image_ids: z.array(z.string()).meta({ description: 'Its photos, in their order.' }),
    language,
    created_by: z.string(),
    created_at: timestamp,
    updated_at: timestamp,
    published_at: timestamp.nullable(),
  })
  .meta({ id: 'Listing' });

const newListing = z
  .strictObject({
    image_ids: z
      .array(idSchema)
      .max(LIMITS.photosPerListing)
      .refine((ids) => new Set(ids).size === ids.length, 'Name each image once.')
      .default([])
      .meta({ description: 'Images of the library, each once, in the order in which they are to be shown.' }),
    language: z
      .enum(SUGGESTION_LANGUAGES)
      .default('en')
      .meta({ description: 'The language of suggestions.' }),
  })
  .meta({
    id: 'NewListing',
    examples: [{ image_ids: ['f-0123456789abcdef0123456789abcdef'], language: 'en' }],
  });

const changedFields = listingValuesSchema
  .partial()
  .refine((values) => Object.values(values).some((value) => value !== undefined), 'Name at least one field.')
  .meta({
    id: 'ListingChange',
    description: 'The fields to be changed. Each is filled in from then on.',
    examples: [{ title: 'Cordless drill', price: { amount: 45, currency: 'EUR' } }],
  });

export const listingOperations = {
  listListings: {
    ...READING,
    id: 'listListings',
    route: '/workspaces/{workspace_id}/listings',
    tag: 'Listings',
    summary: 'List listings',
    description: 'Drafts and published items, the latest first.',
    path: inWorkspace,
    query: pageQuery.extend({
      state: z.enum(['draft', 'ready']).optional().meta({ description: 'Those in this state alone.' }),
    }),
    answer: { status: 200, description: 'A page of them.', schema: pageOf(listingView, 'ListingPage') },
    problems: [],
  },
  createListing: {
    id: 'createListing',
    method: 'post',
    route: '/workspaces/{workspace_id}/listings',
    tag: 'Listings',
    summary: 'Begin a listing',
    description:
      'Begins a draft with images of the library. Have its photos analysed to get suggestions for its fields, or fill them in at once; the one does not wait for the other.',
    needs: 'edit',
    weight: 'read',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: newListing,
    answer: { status: 201, description: 'The draft.', schema: listingView },
    problems: ['unprocessable', 'conflict'],
  },
  getListing: {
    ...READING,
    id: 'getListing',
    route: '/workspaces/{workspace_id}/listings/{listing_id}',
    tag: 'Listings',
    summary: 'Get a listing',
    description: 'What somebody has filled in. Suggestions stand in its processing status.',
    path: ofListing,
    query: noFields,
    answer: { status: 200, description: 'The listing.', schema: listingView },
    problems: [],
  },
  updateListing: {
    id: 'updateListing',
    method: 'patch',
    route: '/workspaces/{workspace_id}/listings/{listing_id}',
    tag: 'Listings',
    summary: 'Fill in fields of a listing',
    description:
      'Changes the fields that are named and leaves the others. What is filled in is never replaced by a suggestion. A published listing keeps a title.',
    needs: 'edit',
    weight: 'read',
    path: ofListing,
    query: noFields,
    carries: 'json',
    body: changedFields,
    answer: { status: 200, description: 'The listing.', schema: listingView },
    problems: ['unprocessable'],
  },
  deleteListing: {
    id: 'deleteListing',
    method: 'delete',
    route: '/workspaces/{workspace_id}/listings/{listing_id}',
    tag: 'Listings',
    summary: 'Delete a listing',
    description:
      'Deletes a draft or an item, with what was suggested for it. An analysis that is under way ends. Images of the library stay there.',
    needs: 'edit',
    weight: 'read',
    path: ofListing,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'It is gone.', schema: deletedSchema },
    problems: [],
  },
  analyseListing: {
    id: 'analyseListing',
    method: 'post',
    route: '/workspaces/{workspace_id}/listings/{listing_id}/analyse',
    tag: 'Listings',
    summary: 'Have the photos of a listing analysed',
    description:
      'Starts a run that looks at the photos and suggests a title, a description, a category, tags, a condition and a price. One at a time.',
    needs: 'edit',
    weight: 'start',
    path: ofListing,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 202, description: 'The run was started.', schema: acceptedSchema },
    problems: ['already_running', 'unprocessable'],
  },
  getListingProcessingStatus: {
    ...READING,
    id: 'getListingProcessingStatus',
    route: '/workspaces/{workspace_id}/listings/{listing_id}/processing-status',
    tag: 'Listings',
    summary: 'Ask how the analysis of a listing goes',
    description:
      'How far the analysis is, and what it suggests so far. Ask about once a second while it runs.',
    path: ofListing,
    query: noFields,
    answer: {
      status: 200,
      description: 'The analysis.',
      schema: z
        .object({
          processing_status: z.enum(LISTING_STATES),
          run: runStatusSchema,
          suggestions: z.array(suggestionSchema).meta({
            description: 'At most one for a field, each with its confidence from 0 to 1 and its reason.',
          }),
        })
        .meta({ id: 'ListingProcessingStatus' }),
    },
    problems: [],
  },
  publishListing: {
    id: 'publishListing',
    method: 'post',
    route: '/workspaces/{workspace_id}/listings/{listing_id}/publish',
    tag: 'Listings',
    summary: 'Publish a listing',
    description:
      'Makes a draft an item: what is filled in, and what is suggested with good confidence for the fields that nobody has filled in. It needs a title by then.',
    needs: 'edit',
    weight: 'read',
    path: ofListing,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: { status: 200, description: 'The item.', schema: listingView },
    problems: ['conflict', 'unprocessable'],
  },
} as const satisfies Record<string, Operation>;
