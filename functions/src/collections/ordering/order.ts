/** What is read from a purchase order: its tables with their columns, and its lines. Plain data, kept between steps. */
import { placeSchema } from '@docket/model/geometry';
import { type ColumnMapping, orderTableSchema } from '@docket/model/order';
import { z } from 'zod';

/** A table of an order after step 3. Its sums are filled in by step 4, when its lines are known. */
export const identifiedTableSchema = orderTableSchema.omit({ job_id: true });
export type IdentifiedTable = z.infer<typeof identifiedTableSchema>;

/** One ordered quantity: a style, in a colour, in a size. */
export const orderLineSchema = z.object({
  /** As printed, or carried down from the line above, or from the head of the document. */
  sku: z.string().nullable(),
  /** `sku` without the colour code that it ends in; equal to `sku` where it carries none. */
  base_sku: z.string().nullable(),
  name: z.string().nullable(),
  color: z.string().nullable(),
  color_code: z.string().nullable(),
  /** As printed; null where the order names none. */
  size: z.string().nullable(),
  quantity: z.number().positive(),
  unit_price: z.number().nonnegative().nullable(),
  msrp: z.number().nonnegative().nullable(),
  currency: z.string().length(3).nullable(),
  category: z.string().nullable(),
  material: z.string().nullable(),
  origin: z.string().nullable(),
  season: z.string().nullable(),
  delivery: z.string().nullable(),
  /** The table that it stands in, as `position`. */
  table: z.number().int().nonnegative(),
  /** The quantity's place. */
  place: placeSchema,
});
export type OrderLine = z.infer<typeof orderLineSchema>;

/** What people have said about headers, by fingerprint. */
export type RememberedMappings = ReadonlyMap<string, Pick<ColumnMapping, 'roles' | 'used'>>;
