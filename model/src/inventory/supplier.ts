/** From whom things are bought, and what is on order. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { instant } from '../time.ts';
import { piecesSchema } from './inventory-item.ts';

/** `workspaces/{workspace}/suppliers/{supplier}` */
export const supplierSchema = z.strictObject({
  name: z.string().trim().min(1).max(LIMITS.nameCharacters),
  /** Empty for none. */
  email: z.string().max(LIMITS.nameCharacters),
  /** Empty for none. */
  website: z.string().max(LIMITS.urlCharacters),
  note: z.string().max(LIMITS.noteCharacters),
  active: z.boolean(),
  created_by: z.string(),
  created_at: instant,
});
export type Supplier = z.infer<typeof supplierSchema>;

/** How long completed reorders took on average, from request to full receipt. */
export const leadTimeSchema = z.strictObject({
  average_days: z.number().nonnegative(),
  /** How many reorders it rests on. */
  reorders: z.number().int().positive(),
  updated_at: instant,
});
export type LeadTime = z.infer<typeof leadTimeSchema>;

/** What a client writes to say that a supplier has an item: `workspaces/{workspace}/item_suppliers/{itemSupplierId}`. */
export const newItemSupplierSchema = z.strictObject({
  item_id: z.string(),
  supplier_id: z.string(),
  /** What the supplier calls the item; empty: not known. */
  supplier_sku: z.string().max(LIMITS.nameCharacters),
  /** Of one piece, in the currency of the workspace; null: not known. */
  price: z.number().nonnegative().nullable(),
  /** Whether it is ordered from this supplier when nobody says otherwise. */
  preferred: z.boolean(),
  /** Where what this supplier delivers goes; null: nothing said. */
  location_id: z.string().nullable(),
  created_by: z.string(),
  created_at: instant,
});

export const itemSupplierSchema = z.object({
  ...newItemSupplierSchema.shape,
  /** Written by the functions; null until a reorder has been received. */
  lead_time: leadTimeSchema.nullable().default(null),
});
export type ItemSupplier = z.infer<typeof itemSupplierSchema>;

/** The id of the link between an item and a supplier: there is one. */
export function itemSupplierId(itemId: string, supplierId: string): string {
  return `${itemId}_${supplierId}`;
}

export const REORDER_STATUSES = ['requested', 'ordered', 'received', 'cancelled'] as const;
export const reorderStatusSchema = z.enum(REORDER_STATUSES);
export type ReorderStatus = z.infer<typeof reorderStatusSchema>;

/** What can become of a reorder. `ordered` to `ordered` is a part of it that has come. firestore.rules says the same. */
export const REORDER_TRANSITIONS = {
  requested: ['ordered', 'cancelled'],
  ordered: ['ordered', 'received', 'cancelled'],
  received: [],
  cancelled: [],
} as const satisfies Record<ReorderStatus, readonly ReorderStatus[]>;

/**
 * `workspaces/{workspace}/reorders/{reorder}`: an item that is ordered again. Received when all of it has come; each receipt is
 * written together with its stock adjustment.
 */
export const reorderSchema = z.strictObject({
  item_id: z.string(),
  supplier_id: z.string(),
  quantity: piecesSchema.min(1),
  /** Pieces that have come so far. */
  received_quantity: piecesSchema,
  status: reorderStatusSchema,
  /** Where it is to go; null: where the item is. */
  location_id: z.string().nullable(),
  note: z.string().max(LIMITS.noteCharacters),
  requested_by: z.string(),
  requested_at: instant,
  ordered_at: instant.nullable(),
  received_at: instant.nullable(),
  cancelled_at: instant.nullable(),
  /** The stock adjustment of the last receipt; null: nothing has come. */
  last_receipt: z.string().nullable(),
});
export type Reorder = z.infer<typeof reorderSchema>;
