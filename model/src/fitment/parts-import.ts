/** Parts from a file, `workspaces/{workspace}/parts_imports/{import}`: the subject of a job of `parts_import`. */
import { z } from 'zod';
import { processingStatusSchema } from '../processing-status.ts';
import { instant } from '../time.ts';
import { partsFileSchema } from './parts-file.ts';

/** What a client writes to start an import, together with its job, when the file is in Storage. */
export const newPartsImportSchema = z.strictObject({
  ...partsFileSchema.shape,
  created_by: z.string(),
  created_at: instant,
});

/** What has become of the parts of the file. */
export const partsOutcomeSchema = z.object({
  created: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  /** Rows with a problem: its tables list them. */
  failed: z.number().int().nonnegative(),
});
export type PartsOutcome = z.infer<typeof partsOutcomeSchema>;

export const partsImportSchema = z.object({
  ...newPartsImportSchema.shape,
  outcome: partsOutcomeSchema.nullable().default(null),
  processing_status: z.object({ parts_import: processingStatusSchema }).partial().default({}),
});
export type PartsImport = z.infer<typeof partsImportSchema>;
