/** A product of the linesheet with where it is kept: what order lines are matched with. */
import { productSchema } from '@docket/model/product';
import { z } from 'zod';

/** Without what only the page shows: where each value was read, and how surely. */
export const linesheetProductSchema = productSchema
  .omit({ confidence: true, places: true, place: true })
  .extend({ document_id: z.string(), product_id: z.string() });
export type LinesheetProduct = z.infer<typeof linesheetProductSchema>;
