/** Items from a CSV file, `workspaces/{workspace}/inventory_imports/{import}`: the subject of a job of `inventory_import`. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { processingStatusSchema } from '../processing-status.ts';
import { instant } from '../time.ts';

/** What a column of the file can be. */
export const IMPORT_FIELDS = [
  'name',
  'description',
  'sku',
  'category',
  'location',
  'quantity',
  'reorder_level',
  'reorder_quantity',
  'image_url',
  'supplier',
  'supplier_sku',
  'price',
] as const;
export const importFieldSchema = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importFieldSchema>;

/** For each column from the left what it is; null: it is left out. No field is given twice, and `name` once. */
export const importColumnsSchema = z
  .array(importFieldSchema.nullable())
  .max(LIMITS.importColumns)
  .refine((columns) => columns.includes('name'))
  .refine((columns) => {
    const given = columns.filter((field) => field !== null);
    return new Set(given).size === given.length;
  });
export type ImportColumns = z.infer<typeof importColumnsSchema>;

/** A row that was not imported. `line` is that of the file, from 1, headers included. */
export const importProblemSchema = z.object({ line: z.number().int().positive(), reason: z.string() });
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What a client writes to start an import, together with its job, when the file is in Storage. */
export const newInventoryImportSchema = z.strictObject({
  file_name: z.string().min(1).max(300),
  storage_path: z.string().max(1000),
  /** Bytes. */
  size: z.number().int().positive().max(LIMITS.importBytes),
  columns: importColumnsSchema,
  created_by: z.string(),
  created_at: instant,
});

/** What has become of the rows. */
export const importOutcomeSchema = z.object({
  created: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  /** Rows with a problem. */
  failed: z.number().int().nonnegative(),
  /** Images that are fetched. */
  images: z.number().int().nonnegative(),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const inventoryImportSchema = z.object({
  ...newInventoryImportSchema.shape,
  outcome: importOutcomeSchema.nullable().default(null),
  /** At most `LIMITS.importProblems`; `outcome.failed` says how many there are. */
  problems: z.array(importProblemSchema).default([]),
  /** Batches that fetch the images, as ids of `image_batches`. */
  image_batch_ids: z.array(z.string()).default([]),
  processing_status: z.object({ inventory_import: processingStatusSchema }).partial().default({}),
});
export type InventoryImport = z.infer<typeof inventoryImportSchema>;
