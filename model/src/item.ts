/**
 * An item: one style in one colour as ordered, with what the linesheet says about it.
 * `…/collections/{collection}/items/{item}`.
 *
 * What Docket has generated and what a person has changed are kept apart: a later run replaces `generated` and never
 * touches `edits`. What everybody sees is `effectiveItem`.
 */
import { z } from 'zod';
import { placeSchema } from './geometry.ts';
import { LIMITS } from './limits.ts';
import { instant } from './time.ts';

/** Pieces ordered in one size, in the order of the file. `size` is empty where the order names none. */
export const sizeQuantitySchema = z.object({
  size: z.string().max(60),
  quantity: z.number().nonnegative(),
});
export type SizeQuantity = z.infer<typeof sizeQuantitySchema>;

/** The product of the linesheet that an item was matched with. */
export const itemProductSchema = z.object({
  document_id: z.string(),
  product_id: z.string(),
  sku: z.string().nullable(),
  name: z.string(),
  confidence: z.number().min(0).max(1),
  /** For a person: "Same style number", "Style number without the colour code BL139". */
  reason: z.string(),
});
export type ItemProduct = z.infer<typeof itemProductSchema>;

/** The item's own copy of the product's picture: it stays when the linesheet is replaced. */
export const itemImageSchema = z.object({
  image_id: z.string(),
  path: z.string(),
  thumbnail_path: z.string(),
  token: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type ItemImage = z.infer<typeof itemImageSchema>;

/** What is worth a second look. */
export const ITEM_WARNINGS = [
  /** No product of the linesheet has this number or name. */
  'not_in_linesheet',
  /** The product was found by likeness only. */
  'uncertain_match',
  /** The linesheet offers this style, but not in this colour. */
  'color_not_offered',
  /** The order's price differs from the linesheet's. */
  'price_differs',
  /** A size that the linesheet does not offer. */
  'size_not_offered',
  /** The same style and colour stands in several lines with different names or prices. */
  'conflicting_lines',
] as const;
export const itemWarningSchema = z.enum(ITEM_WARNINGS);
export type ItemWarning = z.infer<typeof itemWarningSchema>;

export const ITEM_WARNING_LABELS: Record<ItemWarning, string> = {
  not_in_linesheet: 'Not in the linesheet',
  uncertain_match: 'Match is uncertain',
  color_not_offered: 'Colour is not in the linesheet',
  price_differs: 'Price differs from the linesheet',
  size_not_offered: 'Size is not in the linesheet',
  conflicting_lines: 'Lines of the order contradict each other',
};

/** What Docket has made of the order and the linesheet. */
export const generatedItemSchema = z.object({
  /** As printed in the order; null where the order has no numbers. */
  sku: z.string().nullable(),
  /** Without the colour code, where the number carries one; else the same as `sku`. */
  base_sku: z.string().nullable(),
  color: z.string().nullable(),
  color_code: z.string().nullable(),
  name: z.string(),
  category: z.string().nullable(),
  sizes: z.array(sizeQuantitySchema).max(LIMITS.itemSizes),
  /** Sum over the sizes. */
  quantity: z.number().nonnegative(),
  /** What the order says one piece costs. */
  unit_price: z.number().nonnegative().nullable(),
  wholesale_price: z.number().nonnegative().nullable(),
  msrp: z.number().nonnegative().nullable(),
  currency: z.string().length(3).nullable(),
  material: z.string().nullable(),
  origin: z.string().nullable(),
  season: z.string().nullable(),
  delivery: z.string().nullable(),
  product: itemProductSchema.nullable(),
  image: itemImageSchema.nullable(),
  warnings: z.array(itemWarningSchema),
  /** Where in which order it stands; the first 50 places. */
  sources: z.array(z.object({ document_id: z.string(), place: placeSchema })).max(50),
});
export type GeneratedItem = z.infer<typeof generatedItemSchema>;

const editedText = z.string().max(LIMITS.itemTextCharacters);
const mostEdited = 1e9;
const editedAmount = z.number().nonnegative().max(mostEdited).nullable();
/** The rules cannot look into lists: what a client has written beyond this is of no use. */
const editedSize = sizeQuantitySchema.extend({ quantity: z.number().nonnegative().max(mostEdited) });

/** What a person has changed. A field that is absent is as generated. firestore.rules says the same. */
export const itemEditsSchema = z.strictObject({
  name: editedText.min(1).exactOptional(),
  /** The found name of a category, as in `generated`, or one that a person has made up; null: none. */
  category: editedText.nullable().exactOptional(),
  color: editedText.nullable().exactOptional(),
  sizes: z.array(editedSize).max(LIMITS.itemSizes).exactOptional(),
  unit_price: editedAmount.exactOptional(),
  wholesale_price: editedAmount.exactOptional(),
  msrp: editedAmount.exactOptional(),
  material: editedText.nullable().exactOptional(),
  origin: editedText.nullable().exactOptional(),
  season: editedText.nullable().exactOptional(),
  delivery: editedText.nullable().exactOptional(),
  /** Left out of totals, exports and decks. */
  excluded: z.boolean().exactOptional(),
});
export type ItemEdits = z.infer<typeof itemEditsSchema>;
export type ItemEditField = keyof ItemEdits;

/**
 * Edits as they are stored. The rules cannot look into every list, so a client may have written a field that is of no
 * use: that one counts as not edited, and the item with its other edits stays readable.
 */
const storedEditsSchema = z.unknown().transform((stored): ItemEdits => {
  const { data: fields = {} } = z.record(z.string(), z.unknown()).safeParse(stored);
  const sound = Object.entries(fields).filter(
    ([field, value]) => itemEditsSchema.safeParse({ [field]: value }).success,
  );
  return itemEditsSchema.parse(Object.fromEntries(sound));
});

/** What a run has written. `before` is what a cancelled run puts back; null: the item did not exist. */
const revisionFields = {
  generated: generatedItemSchema,
  /** Of `generated` without tokens and paths: a run that comes to the same hash does not write. */
  content_hash: z.string(),
  /** The `item_generation` run that wrote this last, and its job. */
  run: z.number().int().positive(),
  job_id: z.string(),
  /** Place in the order, from 0. */
  position: z.number().int().nonnegative(),
  /** False once a later run no longer found it in the order: kept, marked, and counted nowhere. */
  in_order: z.boolean(),
};
export const itemRevisionSchema = z.object(revisionFields);
export type ItemRevision = z.infer<typeof itemRevisionSchema>;

/** The document as stored. */
export const itemSchema = z.object({
  ...revisionFields,
  before: itemRevisionSchema.nullable(),
  edits: storedEditsSchema.default({}),
  edited_by: z.string().nullable().default(null),
  edited_at: instant.nullable().default(null),
});
export type Item = z.infer<typeof itemSchema>;

/** An item as everybody sees it: generated, with a person's changes on top. */
export type EffectiveItem = GeneratedItem & { excluded: boolean };

/** `generated` with `edits` on top; the quantity follows edited sizes. */
export function effectiveItem(item: Pick<Item, 'generated' | 'edits'>): EffectiveItem {
  const { generated, edits } = item;
  const sizes = edits.sizes ?? generated.sizes;
  const quantity =
    edits.sizes === undefined ? generated.quantity : sizes.reduce((sum, { quantity: n }) => sum + n, 0);
  return { ...generated, excluded: false, ...edits, sizes, quantity };
}

/**
 * The revision of an item that is published while `publishedRun` is the latest completed run: a run under way writes
 * items before all of them are there. Null: nothing to be seen yet.
 */
export function publishedItem(item: Item, publishedRun: number): Item | null {
  if (item.run <= publishedRun) return item;
  return item.before === null ? null : { ...item, ...item.before, before: null };
}

/** Whether an item counts: in totals, exports and decks. */
export function isCounted(item: Pick<Item, 'in_order' | 'edits'>): boolean {
  return item.in_order && item.edits.excluded !== true;
}

/** What the latest completed `item_generation` run has made. */
export const itemResultsSchema = z.object({
  job_id: z.string(),
  run: z.number().int().positive(),
  /** The `document_processing` run whose products the items were matched with. */
  products_job_id: z.string(),
  /** The purchase orders that were read. */
  document_ids: z.array(z.string()),
  created: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  /** Unchanged, and so not written. */
  skipped: z.number().int().nonnegative(),
  /** No longer in the order. */
  dropped: z.number().int().nonnegative(),
  line_count: z.number().int().nonnegative(),
  /** Items without a product. */
  unmatched_count: z.number().int().nonnegative(),
  quantity: z.number().nonnegative(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  /** Printed totals that differ from what was extracted. */
  failed_checks: z.number().int().nonnegative(),
});
export type ItemResults = z.infer<typeof itemResultsSchema>;
