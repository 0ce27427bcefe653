/** A collection: the documents of one season or delivery, and what has been made of them. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { processingStatusSchema } from './processing-status.ts';
import { instant } from './time.ts';

/** A group of products, as the linesheet names it. */
export const categorySchema = z.object({
  /** Stable within a collection: made from the name. */
  id: z.string(),
  name: z.string(),
  product_count: z.number().int().nonnegative(),
  confidence: z.number().min(0).max(1),
  /** Why this is a category, for a person: "Heading of page 2". */
  reason: z.string(),
});
export type Category = z.infer<typeof categorySchema>;

/** What the latest completed run has made. Its products and pictures carry the job's id. */
export const resultsSchema = z.object({
  job_id: z.string(),
  product_count: z.number().int().nonnegative(),
  image_count: z.number().int().nonnegative(),
  /** Products that have a picture. */
  matched_count: z.number().int().nonnegative(),
  currency: z.string().nullable(),
});
export type Results = z.infer<typeof resultsSchema>;

export const collectionNameSchema = z.string().trim().min(1).max(LIMITS.nameCharacters);

/** `workspaces/{workspace}/collections/{collection}`. A client writes `name` and `season`; the rest is the engine's. */
export const collectionSchema = z.object({
  name: collectionNameSchema,
  season: z.string().max(LIMITS.nameCharacters),
  created_by: z.string(),
  created_at: instant,
  categories: z.array(categorySchema).default([]),
  results: resultsSchema.nullable().default(null),
  item_count: z.number().int().nonnegative().default(0),
  processing_status: z.object({ document_processing: processingStatusSchema.optional() }).default({}),
});
export type Collection = z.infer<typeof collectionSchema>;
