/** Where things are kept, `workspaces/{workspace}/locations/{location}`, and which place is taken when nobody says one. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { instant } from '../time.ts';

export const locationSchema = z.strictObject({
  name: z.string().trim().min(1).max(LIMITS.nameCharacters),
  description: z.string().max(LIMITS.noteCharacters),
  /** Nothing new is put into an inactive one. */
  active: z.boolean(),
  /** Whether it is one of those that every workspace begins with. */
  is_default: z.boolean(),
  created_by: z.string(),
  created_at: instant,
});
export type Location = z.infer<typeof locationSchema>;

/** `workspaces/{workspace}/settings/inventory`, written by editors. */
export const inventorySettingsSchema = z.strictObject({
  /** Where things go of which nothing else is known. */
  default_location_id: z.string().nullable(),
  /** Where things of a category go. */
  category_locations: z.record(z.string(), z.string()),
  by: z.string(),
  at: instant,
});
export type InventorySettings = z.infer<typeof inventorySettingsSchema>;

/** `workspaces/{workspace}/settings/inventory_setup`, written by the functions: whether the locations were set up. */
export const inventorySetupSchema = z.strictObject({
  locations: z.enum(['set_up', 'taken_back']),
  at: instant,
});
export type InventorySetup = z.infer<typeof inventorySetupSchema>;
