/** A structured product as read from a linesheet. */
import { z } from 'zod';
import { placeSchema } from './geometry.ts';

/** The fields that are read, each with a confidence and a place of its own. */
export const PRODUCT_FIELDS = [
  'sku',
  'name',
  'category',
  'wholesale_price',
  'msrp',
  'currency',
  'colors',
  'color_codes',
  'sizes',
  'material',
  'origin',
  'season',
  'delivery',
] as const;
export const productFieldSchema = z.enum(PRODUCT_FIELDS);
export type ProductField = z.infer<typeof productFieldSchema>;

/** A picture of a product in Storage. `token` opens it without a further request. */
export const productImageSchema = z.object({
  image_id: z.string(),
  path: z.string(),
  thumbnail_path: z.string(),
  token: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  place: placeSchema,
  confidence: z.number().min(0).max(1),
  /** Why this picture belongs to this product: "Directly above the name". */
  reason: z.string(),
});
export type ProductImage = z.infer<typeof productImageSchema>;

/** What is read of a product, before a picture is found for it. */
export const extractedProductSchema = z.object({
  /** As printed; null where the linesheet has none. */
  sku: z.string().nullable(),
  name: z.string(),
  /** The category's name as in the collection; null when the linesheet groups nothing. */
  category: z.string().nullable(),
  wholesale_price: z.number().nonnegative().nullable(),
  msrp: z.number().nonnegative().nullable(),
  /** ISO 4217; null when none is printed: it is never guessed. */
  currency: z.string().length(3).nullable(),
  colors: z.array(z.string()),
  color_codes: z.array(z.string()),
  sizes: z.array(z.string()),
  /** Prices that differ by size, e.g. `{ "250 g": 90 }`; null when one price holds for all. */
  prices_by_size: z.record(z.string(), z.number()).nullable(),
  material: z.string().nullable(),
  origin: z.string().nullable(),
  season: z.string().nullable(),
  delivery: z.string().nullable(),
  /** 1-based page of a paged document; null for sheets. */
  page: z.number().int().positive().nullable(),
  /** 0–1 for every field that has a value. */
  confidence: z.partialRecord(productFieldSchema, z.number().min(0).max(1)),
  /** Where each value was read. */
  places: z.partialRecord(productFieldSchema, placeSchema),
  /** The whole product's area on its page, or its first cell. */
  place: placeSchema,
});
export type ExtractedProduct = z.infer<typeof extractedProductSchema>;

/** `…/documents/{document}/products/{product}`. Visible once the collection's `results.job_id` is `job_id`. */
export const productSchema = extractedProductSchema.extend({
  job_id: z.string(),
  /** Place in the document's order, from 0. */
  position: z.number().int().nonnegative(),
  image: productImageSchema.nullable(),
});
export type Product = z.infer<typeof productSchema>;
