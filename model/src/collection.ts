/** A collection: the documents of one season or delivery, and what has been made of them. */
import { z } from 'zod';
import { itemResultsSchema } from './item.ts';
import { LIMITS } from './limits.ts';
import { categorySchema } from './category.ts';
import { categoryEditsSchema, NO_CATEGORY_EDITS } from './category-edits.ts';
import { pipelineSchema } from './pipelines.ts';
import { processingStatusSchema } from './processing-status.ts';
import { instant } from './time.ts';

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

/** `workspaces/{workspace}/collections/{collection}`. A client writes `name`, `season` and `category_edits`. */
export const collectionSchema = z.object({
  name: collectionNameSchema,
  season: z.string().max(LIMITS.nameCharacters),
  created_by: z.string(),
  created_at: instant,
  categories: z.array(categorySchema).default([]),
  results: resultsSchema.nullable().default(null),
  /** What a person has done to the categories; see `effectiveCategories`. What the rules let through is not always of use. */
  category_edits: categoryEditsSchema.default(NO_CATEGORY_EDITS).catch(NO_CATEGORY_EDITS),
  /** Items that are in the order. */
  item_count: z.number().int().nonnegative().default(0),
  item_results: itemResultsSchema.nullable().default(null),
  processing_status: z.partialRecord(pipelineSchema, processingStatusSchema).default({}),
});
export type Collection = z.infer<typeof collectionSchema>;
