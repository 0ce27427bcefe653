/**
 * Which table of vehicles a workspace has of its own, `workspaces/{workspace}/vehicle_tables/current`. The table itself
 * (`vehicleTableSchema`) is in Storage. Without this document the workspace has the starter table.
 */
import { z } from 'zod';
import { instant } from '../time.ts';

const count = z.number().int().nonnegative();

export const storedVehicleTableSchema = z.object({
  storage_path: z.string(),
  /** The import that has made it, and the name of its file. */
  import_id: z.string(),
  file_name: z.string(),
  makes: count,
  models: count,
  first_year: z.number().int(),
  last_year: z.number().int(),
  updated_by: z.string(),
  updated_at: instant,
});
export type StoredVehicleTable = z.infer<typeof storedVehicleTableSchema>;
