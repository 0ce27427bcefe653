/**
 * A thing that is offered, `workspaces/{workspace}/listings/{listing}`: a draft until it is published. What an analysis of
 * its photos has found stands beside it (listing-analysis.ts); form-view.ts puts the two together.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { type ProcessingStatusName, processingStatusSchema } from '../processing-status.ts';
import { instant } from '../time.ts';
import { itemConditionSchema, suggestionLanguageSchema } from './suggestions.ts';

/** The fields that a person fills, in the order of the form. An analysis may suggest something for each of them. */
export const LISTING_FIELDS = [
  'title',
  'description',
  'category',
  'tags',
  'condition',
  'brand',
  'model',
  'size',
  'colours',
  'price',
] as const;
export const listingFieldSchema = z.enum(LISTING_FIELDS);
export type ListingField = z.infer<typeof listingFieldSchema>;

export const listingPriceSchema = z.strictObject({
  amount: z.number().min(0).max(LIMITS.price),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/u),
});
export type ListingPrice = z.infer<typeof listingPriceSchema>;

/** A short text of one line; `LIMITS.tagCharacters` at most. */
const wordSchema = z.string().regex(new RegExp(`^[^\\n]{1,${LIMITS.tagCharacters}}$`, 'u'));
const shortText = z.string().max(LIMITS.nameCharacters);

/** What a listing says. Empty texts, empty lists and null say nothing. */
export const listingValuesSchema = z.strictObject({
  title: shortText,
  description: z.string().max(LIMITS.descriptionCharacters),
  category: shortText,
  tags: z.array(wordSchema).max(LIMITS.listingTags),
  condition: itemConditionSchema.nullable(),
  brand: shortText,
  model: shortText,
  size: shortText,
  /** By name. */
  colours: z.array(wordSchema).max(LIMITS.listingColours),
  price: listingPriceSchema.nullable(),
} satisfies Record<ListingField, z.ZodType>);
export type ListingValues = z.infer<typeof listingValuesSchema>;

/** What a listing says before anybody has filled anything in. */
export const NO_VALUES: ListingValues = {
  title: '',
  description: '',
  category: '',
  tags: [],
  condition: null,
  brand: '',
  model: '',
  size: '',
  colours: [],
  price: null,
};

const isSet = (list: readonly unknown[]) => new Set(list).size === list.length;

const touchedSchema = z.array(listingFieldSchema).refine(isSet);
const photoIdsSchema = z.array(z.string()).max(LIMITS.photosPerListing).refine(isSet);

/** What a client writes to begin a listing, which is a draft then. The rules accept nothing else. */
export const newListingSchema = z.strictObject({
  ...listingValuesSchema.shape,
  /**
   * The fields that a person has typed in or accepted something for. Values of others count for nothing: what is suggested
   * for them is shown instead. Publishing saves all that is shown, so that all fields of a published listing are touched.
   */
  touched: touchedSchema,
  /** Ids of images of the library, in the person's order. */
  photos: photoIdsSchema,
  /** Those of `photos` that were not in the library before: they go with the listing unless they are used elsewhere. */
  own_photos: photoIdsSchema,
  /** The language that suggestions are written in. */
  language: suggestionLanguageSchema,
  published_at: z.null(),
  created_by: z.string(),
  created_at: instant,
  updated_at: instant,
});
export type NewListing = z.infer<typeof newListingSchema>;

/** A listing as stored. */
export const listingSchema = z.object({
  title: listingValuesSchema.shape.title.default(NO_VALUES.title),
  description: listingValuesSchema.shape.description.default(NO_VALUES.description),
  category: listingValuesSchema.shape.category.default(NO_VALUES.category),
  tags: listingValuesSchema.shape.tags.default(NO_VALUES.tags),
  condition: listingValuesSchema.shape.condition.default(NO_VALUES.condition),
  brand: listingValuesSchema.shape.brand.default(NO_VALUES.brand),
  model: listingValuesSchema.shape.model.default(NO_VALUES.model),
  size: listingValuesSchema.shape.size.default(NO_VALUES.size),
  colours: listingValuesSchema.shape.colours.default(NO_VALUES.colours),
  price: listingValuesSchema.shape.price.default(NO_VALUES.price),
  touched: touchedSchema.default([]),
  photos: photoIdsSchema.default([]),
  own_photos: photoIdsSchema.default([]),
  language: suggestionLanguageSchema.default('en'),
  /** Null: a draft. From then on the listing always has a title. */
  published_at: instant.nullable().default(null),
  created_by: z.string(),
  created_at: instant,
  updated_at: instant,
  processing_status: z.object({ listing_analysis: processingStatusSchema }).partial().default({}),
});
export type Listing = z.infer<typeof listingSchema>;

/**
 * How far the analysis of a listing's photos is. DRAFT: none was begun, or it was cancelled. PROCESSING: one is under way or
 * paused. COMPLETED: its suggestions are there. FAILED: it has come to nothing, which keeps nobody from filling the form in.
 */
export const LISTING_STATES = ['DRAFT', 'PROCESSING', 'COMPLETED', 'FAILED'] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** The state of a listing, from its record alone. */
export function listingState({ processing_status }: Pick<Listing, 'processing_status'>): ListingState {
  return analysisState(processing_status.listing_analysis?.status ?? 'idle');
}

/** The state of a listing the latest run of whose analysis stands so. */
export function analysisState(status: ProcessingStatusName): ListingState {
  switch (status) {
    case 'idle':
    case 'cancelled':
      return 'DRAFT';
    case 'queued':
    case 'processing':
    case 'paused':
      return 'PROCESSING';
    case 'completed':
    case 'review_required':
      return 'COMPLETED';
    case 'failed':
      return 'FAILED';
  }
}

/** Whether a listing may be shown as an item: it is published and has a name. Everything else is a draft. */
export function isReady({ title, published_at }: Pick<Listing, 'title' | 'published_at'>): boolean {
  return published_at !== null && title.trim() !== '';
}
