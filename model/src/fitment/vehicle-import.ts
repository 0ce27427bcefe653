/** Vehicles from a CSV file, `workspaces/{workspace}/vehicle_imports/{import}`: the subject of a job of `vehicle_import`. */
import { z } from 'zod';
import { importProblemSchema } from '../inventory/inventory-import.ts';
import { LIMITS } from '../limits.ts';
import { processingStatusSchema } from '../processing-status.ts';
import { instant } from '../time.ts';

/** What a column of the file can be: a row says of one model, or trim of one, when it was made. */
export const VEHICLE_FIELDS = [
  'make',
  'make_aliases',
  'model',
  'model_aliases',
  'trim',
  'years',
  'year_from',
  'year_to',
  'region',
] as const;
export const vehicleFieldSchema = z.enum(VEHICLE_FIELDS);
export type VehicleField = z.infer<typeof vehicleFieldSchema>;

/** For each column from the left what it is; null: it is left out. Make, model and some year, and no field twice. */
export const vehicleColumnsSchema = z
  .array(vehicleFieldSchema.nullable())
  .max(LIMITS.importColumns)
  .refine((columns) => columns.includes('make') && columns.includes('model'))
  .refine((columns) => columns.includes('years') || columns.includes('year_from'))
  .refine((columns) => {
    const given = columns.filter((field) => field !== null);
    return new Set(given).size === given.length;
  });
export type VehicleColumns = z.infer<typeof vehicleColumnsSchema>;

/** `replace`: the file is all there is. `extend`: it comes to what the workspace has, the starter table or its own. */
export const VEHICLE_IMPORT_MODES = ['replace', 'extend'] as const;
export const vehicleImportModeSchema = z.enum(VEHICLE_IMPORT_MODES);
export type VehicleImportMode = z.infer<typeof vehicleImportModeSchema>;

/** What a client writes to start an import, together with its job, when the file is in Storage. */
export const newVehicleImportSchema = z.strictObject({
  file_name: z.string().min(1).max(300),
  storage_path: z.string().max(1000),
  /** Bytes. */
  size: z.number().int().positive().max(LIMITS.partsFileBytes),
  mode: vehicleImportModeSchema,
  columns: vehicleColumnsSchema,
  created_by: z.string(),
  created_at: instant,
});

/** What the table has after the import. */
export const vehicleOutcomeSchema = z.object({
  makes: z.number().int().nonnegative(),
  models: z.number().int().nonnegative(),
  /** Rows with a problem, which are left out. */
  failed: z.number().int().nonnegative(),
});
export type VehicleOutcome = z.infer<typeof vehicleOutcomeSchema>;

export const vehicleImportSchema = z.object({
  ...newVehicleImportSchema.shape,
  outcome: vehicleOutcomeSchema.nullable().default(null),
  /** At most `LIMITS.importProblems`; `outcome.failed` says how many there are. */
  problems: z.array(importProblemSchema).default([]),
  processing_status: z.object({ vehicle_import: processingStatusSchema }).partial().default({}),
});
export type VehicleImport = z.infer<typeof vehicleImportSchema>;
