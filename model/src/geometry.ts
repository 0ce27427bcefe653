/** Where something stands on a page. */
import { z } from 'zod';

/** A rectangle in points (1/72 inch), origin at the top left of the page as it is shown, y downwards. */
export const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof boxSchema>;

/**
 * Where a value was read: a box on a page, or a cell of a sheet. `number`, `row` and `column` are 1-based, as people
 * count.
 */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), number: z.number().int().positive(), box: boxSchema }),
  z.object({
    kind: z.literal('cell'),
    sheet: z.string(),
    row: z.number().int().positive(),
    column: z.number().int().positive(),
  }),
]);
export type Place = z.infer<typeof placeSchema>;
