/** Things that a workspace keeps in stock, `workspaces/{workspace}/inventory_items/{item}`, and what has happened to their stock. */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { instant } from '../time.ts';

/** How a SKU is spelled: it also names the document that reserves it. */
export const SKU_PATTERN = /^[A-Z0-9][A-Z0-9._-]{0,39}$/u;
export const skuSchema = z.string().regex(SKU_PATTERN);

/** Pieces in stock, to be ordered, or to be kept at least. */
export const piecesSchema = z.number().int().min(0).max(LIMITS.stockPieces);

/** What a person says about an item. */
const describedFields = {
  name: z.string().trim().min(1).max(LIMITS.nameCharacters),
  description: z.string().max(LIMITS.descriptionCharacters),
  sku: skuSchema,
  /** Empty for none. */
  category: z.string().max(LIMITS.nameCharacters),
  location_id: z.string().nullable(),
  /** At this many or fewer it is to be reordered; null: never. */
  reorder_level: piecesSchema.nullable(),
  /** How many are usually ordered at a time. */
  reorder_quantity: piecesSchema.nullable(),
  /** Of the library; its picture, and what has become of it. */
  image_id: z.string().nullable(),
  /** Where its picture came from, or is to come from. An address is fetched only while there is no image. */
  image_url: z.string().max(LIMITS.urlCharacters).nullable(),
};

/** What a client writes to add an item, together with its reservation, and with its opening stock where there is one. */
export const newInventoryItemSchema = z.strictObject({
  ...describedFields,
  quantity: piecesSchema,
  /** The adjustment that led to `quantity`; null while nothing has ever been in stock. */
  last_adjustment: z.string().nullable(),
  created_by: z.string(),
  created_at: instant,
  updated_by: z.string(),
  updated_at: instant,
});
export type NewInventoryItem = z.infer<typeof newInventoryItemSchema>;

/** An item as stored. */
export const inventoryItemSchema = z.object({
  ...newInventoryItemSchema.shape,
  description: describedFields.description.default(''),
  category: describedFields.category.default(''),
  location_id: describedFields.location_id.default(null),
  reorder_level: describedFields.reorder_level.default(null),
  reorder_quantity: describedFields.reorder_quantity.default(null),
  image_id: describedFields.image_id.default(null),
  image_url: describedFields.image_url.default(null),
  /** The import that has written it last; null: people alone. */
  import_id: z.string().nullable().default(null),
});
export type InventoryItem = z.infer<typeof inventoryItemSchema>;

/** Which item has a SKU, `workspaces/{workspace}/skus/{sku}`: what exists only once cannot be given twice. */
export const skuReservationSchema = z.strictObject({ item_id: z.string() });

/** Why stock has changed. */
export const ADJUSTMENT_REASONS = [
  'opening',
  'count',
  'used',
  'received',
  'returned',
  'damaged',
  'import',
] as const;
export const adjustmentReasonSchema = z.enum(ADJUSTMENT_REASONS);
export type AdjustmentReason = z.infer<typeof adjustmentReasonSchema>;

/**
 * A change of stock, `workspaces/{workspace}/stock_adjustments/{adjustment}`: written together with the quantity that it leads
 * to, and never changed.
 */
export const stockAdjustmentSchema = z.strictObject({
  item_id: z.string(),
  /** Pieces that came (positive) or went. */
  delta: z
    .number()
    .int()
    .min(-LIMITS.stockPieces)
    .max(LIMITS.stockPieces)
    .refine((delta) => delta !== 0),
  reason: adjustmentReasonSchema,
  note: z.string().max(LIMITS.noteCharacters),
  /** The reorder that was received; null for every other reason. */
  reorder_id: z.string().nullable(),
  by: z.string(),
  at: instant,
});
export type StockAdjustment = z.infer<typeof stockAdjustmentSchema>;
