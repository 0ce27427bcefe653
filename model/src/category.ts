/** A category of a collection, as found in its linesheets. */
import { z } from 'zod';

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
