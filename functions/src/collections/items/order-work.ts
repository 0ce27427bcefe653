/** What the steps of "Generate Items" make of the orders, as it is kept between them. */
import { z } from 'zod';
import { identifiedTableSchema, orderLineSchema } from '../ordering/order.ts';
import { linesheetProductSchema } from './linesheet-product.ts';
import { productMatchSchema } from './match-products.ts';

/** The tables of one order. */
export const orderTablesSchema = z.object({
  document_id: z.string(),
  tables: z.array(identifiedTableSchema),
});
export type OrderTables = z.infer<typeof orderTablesSchema>;

/** The lines of one order, and its tables with their sums. */
export const orderLinesSchema = orderTablesSchema.extend({ lines: z.array(orderLineSchema) });
export type OrderLines = z.infer<typeof orderLinesSchema>;

/** The products that the order's styles were matched with. */
export const enrichmentSchema = z.object({
  /** The `document_processing` run that has made the products. */
  products_job_id: z.string(),
  products: z.array(linesheetProductSchema),
  /** By style, in the order of `stylesOf`; `product` is an index of `products`. */
  matches: z.array(productMatchSchema.nullable()),
});
export type Enrichment = z.infer<typeof enrichmentSchema>;

/** The lines of all orders with the document that each stands in. */
export function allLines(orders: readonly OrderLines[]) {
  return orders.flatMap(({ document_id, lines }) => lines.map((line) => ({ ...line, document_id })));
}

/** The sizes that head columns of the orders, as printed, in their order. */
export function sizeColumns(orders: readonly OrderTables[]): string[] {
  const columns = orders.flatMap(({ tables }) =>
    tables.filter(({ used }) => used).flatMap((table) => table.columns),
  );
  return columns.flatMap(({ role, size }) => (role === 'size_quantity' && size !== null ? [size] : []));
}
