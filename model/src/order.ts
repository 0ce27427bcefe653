/** What Docket has made of the tables of a purchase order: which column holds what, how sure that is, and the checks. */
import { z } from 'zod';
import { placeSchema } from './geometry.ts';
import { LIMITS } from './limits.ts';
import { instant } from './time.ts';

/** What a column of an order can hold. */
export const ORDER_ROLES = [
  'sku',
  'name',
  'description',
  'color',
  'color_code',
  'size',
  /** Pieces of one line. */
  'quantity',
  /** Pieces in the size that heads the column. */
  'size_quantity',
  'unit_price',
  'line_total',
  'msrp',
  'currency',
  'category',
  'material',
  'origin',
  'season',
  'delivery',
  'barcode',
  /** Pieces in one pack: never an ordered quantity. */
  'pack_size',
  'ignored',
] as const;
export const orderRoleSchema = z.enum(ORDER_ROLES);
export type OrderRole = z.infer<typeof orderRoleSchema>;

export const ORDER_ROLE_LABELS: Record<OrderRole, string> = {
  sku: 'SKU / style number',
  name: 'Name',
  description: 'Description',
  color: 'Colour',
  color_code: 'Colour code',
  size: 'Size',
  quantity: 'Quantity',
  size_quantity: 'Quantity in a size',
  unit_price: 'Unit price',
  line_total: 'Line total',
  msrp: 'Retail price',
  currency: 'Currency',
  category: 'Category',
  material: 'Material',
  origin: 'Origin',
  season: 'Season',
  delivery: 'Delivery',
  barcode: 'Barcode',
  pack_size: 'Pack size',
  ignored: 'Not used',
};

/** How an order says which sizes it wants: a column for each, a row for each, or not at all. */
export const ORDER_LAYOUTS = ['size-columns', 'size-rows', 'plain'] as const;
export const orderLayoutSchema = z.enum(ORDER_LAYOUTS);
export type OrderLayout = z.infer<typeof orderLayoutSchema>;

/** A column with its role and why. */
export const orderColumnSchema = z.object({
  /** Place in the table, from 0. */
  index: z.number().int().nonnegative(),
  /** As spreadsheets name it: "C"; null on pages. */
  letter: z.string().nullable(),
  /** As printed; several header rows are joined. Empty where there is none. */
  header: z.string(),
  /** The first few values, as printed. */
  samples: z.array(z.string()).max(5),
  role: orderRoleSchema,
  /** The size of a `size_quantity` column, as printed; null for all others. */
  size: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  /** For a person: "Header “Style no.”, and 98 % of its values look like article numbers". */
  reason: z.string(),
});
export type OrderColumn = z.infer<typeof orderColumnSchema>;

/** A figure printed in the order, compared with what was extracted. */
export const orderCheckSchema = z.object({
  kind: z.enum(['quantity', 'amount']),
  scope: z.enum(['line', 'subtotal', 'total']),
  /** As printed: "Total units". */
  label: z.string(),
  printed: z.number(),
  extracted: z.number(),
  ok: z.boolean(),
  place: placeSchema,
});
export type OrderCheck = z.infer<typeof orderCheckSchema>;

/** `…/documents/{document}/order_tables/{table}`. Visible once the collection's `item_results` or latest run is `job_id`. */
export const orderTableSchema = z.object({
  job_id: z.string(),
  /** Place among the document's tables, from 0. */
  position: z.number().int().nonnegative(),
  /** For a person: "sheet “Order”", "page 2". */
  where: z.string(),
  sheet: z.string().nullable(),
  page: z.number().int().positive().nullable(),
  /** 1-based row of the sheet, the last one where a header has several; null without header and on pages. */
  header_row: z.number().int().positive().nullable(),
  layout: orderLayoutSchema,
  columns: z.array(orderColumnSchema).max(LIMITS.orderColumns),
  confidence: z.number().min(0).max(1),
  /** False for a table that orders nothing, such as a list of suppliers. */
  used: z.boolean(),
  /** Why it is used, or not, for a person. */
  reason: z.string(),
  /** Made of the headers: the same headers in another file have the same. Null without headers. */
  fingerprint: z.string().nullable(),
  /** A person's correction for these headers was followed. */
  corrected: z.boolean(),
  line_count: z.number().int().nonnegative(),
  quantity: z.number().nonnegative(),
  /** Sum of quantity × unit price where both are known; null when no line has a price. */
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  /** Failed checks first; at most 50. */
  checks: z.array(orderCheckSchema).max(50),
});
export type OrderTable = z.infer<typeof orderTableSchema>;

/**
 * `workspaces/{workspace}/column_mappings/{fingerprint}`: what a person has said about tables with these headers. It is
 * followed in this file and in every later one with the same headers.
 */
export const columnMappingSchema = z.strictObject({
  /** The headers that the fingerprint stands for, for people. */
  headers: z.array(z.string().max(300)).max(LIMITS.orderColumns),
  /** By column; null leaves the decision to Docket. */
  roles: z.array(orderRoleSchema.nullable()).max(LIMITS.orderColumns),
  /** Whether such a table belongs to the order; null leaves the decision to Docket. */
  used: z.boolean().nullable(),
  by: z.string(),
  at: instant,
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;
