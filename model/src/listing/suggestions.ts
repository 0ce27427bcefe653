/** What an analysis of a listing's photos proposes for its fields, and what it found in each photo. */
import { z } from 'zod';

/** The languages that suggestions are written in. */
export const SUGGESTION_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export const suggestionLanguageSchema = z.enum(SUGGESTION_LANGUAGES);
export type SuggestionLanguage = z.infer<typeof suggestionLanguageSchema>;

/** How worn something is. */
export const ITEM_CONDITIONS = ['new', 'like_new', 'used', 'for_parts'] as const;
export const itemConditionSchema = z.enum(ITEM_CONDITIONS);
export type ItemCondition = z.infer<typeof itemConditionSchema>;

/** Where a suggestion comes from; the one that weighed most, where there are several. */
export const SUGGESTION_SOURCES = ['text', 'label', 'colour', 'file_name', 'exif', 'similar_items'] as const;
export const suggestionSourceSchema = z.enum(SUGGESTION_SOURCES);
export type SuggestionSource = z.infer<typeof suggestionSourceSchema>;

/** Fields that hold one text. */
export const TEXT_FIELDS = ['title', 'description', 'category', 'brand', 'model', 'size'] as const;
/** Fields that hold several. */
export const LIST_FIELDS = ['tags', 'colours'] as const;

/** An item of the workspace that a price rests on. */
export const pricedItemSchema = z.object({ id: z.string(), name: z.string(), price: z.number().positive() });
export type PricedItem = z.infer<typeof pricedItemSchema>;

export const priceEstimateSchema = z.object({
  /** The median of the items it rests on. */
  amount: z.number().positive(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/u),
  lowest: z.number().positive(),
  highest: z.number().positive(),
  based_on: z.array(pricedItemSchema).min(2),
});
export type PriceEstimate = z.infer<typeof priceEstimateSchema>;

const grounds = {
  /** 0–1. Up to `DOUBTFUL` it is a guess, and its reason says so. */
  confidence: z.number().min(0).max(1),
  source: suggestionSourceSchema,
  /** A sentence in the user's language that names the words it rests on. */
  reason: z.string().min(1),
};

/** Suggestions up to this are guesses: they are shown as such and not taken over with "accept all". */
export const DOUBTFUL = 0.3;

/** A proposal for one field. Fields for which nothing was found have none. */
export const suggestionSchema = z.discriminatedUnion('field', [
  z.object({ field: z.enum(TEXT_FIELDS), value: z.string().min(1), ...grounds }),
  z.object({ field: z.enum(LIST_FIELDS), value: z.array(z.string().min(1)).min(1), ...grounds }),
  z.object({ field: z.literal('condition'), value: itemConditionSchema, ...grounds }),
  z.object({ field: z.literal('price'), value: priceEstimateSchema, ...grounds }),
]);
export type Suggestion = z.infer<typeof suggestionSchema>;

export const PHOTO_ISSUES = ['blurred', 'dark', 'burnt_out', 'small', 'duplicate'] as const;
export const photoIssueSchema = z.object({
  kind: z.enum(PHOTO_ISSUES),
  /** The id of the photo that it repeats; null for every other issue. */
  of: z.string().nullable(),
  /** A sentence in the user's language. */
  message: z.string(),
});
export type PhotoIssue = z.infer<typeof photoIssueSchema>;

export const namedColourSchema = z.object({
  /** In the user's language. */
  name: z.string(),
  hex: z.string().regex(/^#[0-9a-f]{6}$/u),
  /** Of what is seen of the item, 0–1. */
  share: z.number().min(0).max(1),
});
export type NamedColour = z.infer<typeof namedColourSchema>;

const photoNames = {
  /** Of the photo: of its image in the library, or the file's name on the command line. Phones call all their photos alike. */
  id: z.string(),
  file: z.string(),
};

/** What was found in one photo. */
export const photoReportSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('read'),
    ...photoNames,
    /** Pixels of the original, upright. */
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    issues: z.array(photoIssueSchema),
    colours: z.array(namedColourSchema),
    /** Lines of text, the largest first. */
    text: z.array(z.object({ text: z.string(), confidence: z.number().min(0).max(1) })),
  }),
  z.object({ status: z.literal('failed'), ...photoNames, error: z.string() }),
]);
export type PhotoReport = z.infer<typeof photoReportSchema>;

/** The result of an analysis: `suggestions.json` on the command line. */
export const listingSuggestionsSchema = z.object({
  language: suggestionLanguageSchema,
  suggestions: z.array(suggestionSchema),
  photos: z.array(photoReportSchema),
});
export type ListingSuggestions = z.infer<typeof listingSuggestionsSchema>;
