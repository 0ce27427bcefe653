/** The forms of what the steps of an import hand to each other. */
import type { ImportRow } from '@docket/model/inventory/import-row';
import { importProblemSchema } from '@docket/model/inventory/inventory-import';
import { z } from 'zod';

const count = z.number().int().nonnegative();
const text = z.string().nullable();
const amount = z.number().nullable();

/** A row that is in order. */
const importRowSchema: z.ZodType<ImportRow> = z.object({
  line: z.number(),
  name: z.string(),
  description: text,
  sku: text,
  category: text,
  location: text,
  quantity: amount,
  reorder_level: amount,
  reorder_quantity: amount,
  image_url: text,
  supplier: text,
  supplier_sku: text,
  price: amount,
});

/** Rows with a problem: how many there are, and the first `LIMITS.importProblems` of them. */
const problemFields = { problems: z.array(importProblemSchema), failed: count };

/** What step 1 hands over. */
export const readRowsSchema = z.object({ rows: z.array(importRowSchema), ...problemFields });
export type ReadRows = z.infer<typeof readRowsSchema>;

/** What step 2 hands over: what has become of all rows. */
export const savedRowsSchema = z.object({
  created: count,
  updated: count,
  unchanged: count,
  ...problemFields,
  /** What the items show that comes from an address of the file: each once, in the order of the file. */
  images: z.array(z.object({ image_id: z.string(), url: z.string() })),
});
export type SavedRows = z.infer<typeof savedRowsSchema>;
