/** A file with parts that a person has uploaded, and how it was read: of an import of parts, or of a fitment job. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { partProblemSchema, partsMappingSchema, partTableSchema } from './part-tables.ts';

/** What a client says of the file, once it is in Storage. */
export const partsFileSchema = z.strictObject({
  file_name: z.string().min(1).max(300),
  storage_path: z.string().max(1000),
  /** Bytes. */
  size: z.number().int().positive().max(LIMITS.partsFileBytes),
  /** Empty: the columns are recognised. */
  mapping: partsMappingSchema,
});
export type PartsFile = z.infer<typeof partsFileSchema>;

/**
 * `…/tables/{position}`, below the record that the file belongs to: how one table of it was read by the run `job_id`.
 * Written by the functions.
 */
export const storedPartTableSchema = z.object({
  ...partTableSchema.shape,
  job_id: z.string(),
  /** The first of its rows that no part was made of, at most `LIMITS.partProblems` in all tables. */
  problems: z.array(partProblemSchema),
});
export type StoredPartTable = z.infer<typeof storedPartTableSchema>;
