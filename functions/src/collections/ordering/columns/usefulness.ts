/** Decides whether a table belongs to the order, and how sure its reading is. Pure. */
import type { OrderColumn, OrderRole } from '@docket/model/order';
import type { OrderTable } from '../tables/order-table.ts';
import { numberOfCell } from '../values/cell-number.ts';
import { headSku } from '../lines/head-values.ts';

/** Whether a table is used, and why. */
export interface Usefulness {
  used: boolean;
  reason: string;
}

const IDENTITIES: readonly OrderRole[] = ['sku', 'name', 'description', 'barcode'];

/** A table orders when it has quantities and says of what. */
export function usefulnessOf(table: OrderTable, columns: readonly OrderColumn[]): Usefulness {
  const pieces = columns.filter(({ role }) => role === 'quantity' || role === 'size_quantity');
  if (pieces.length === 0) return { used: false, reason: 'No column holds ordered quantities' };
  const isFilled = table.rows.some((row) =>
    pieces.some(({ index }) => (numberOfCell(row.get(index)) ?? 0) > 0),
  );
  if (!isFilled) return { used: false, reason: 'No quantity is filled in' };
  const identity = columns.find(({ role }) => IDENTITIES.includes(role));
  if (identity === undefined && headSku(table) === null)
    return { used: false, reason: 'Nothing says which products are ordered' };
  if (!table.hasHeader && !isSureWithoutHeader(columns))
    return {
      used: false,
      reason: 'No row heads the columns, and their cells do not look like those of an order',
    };
  const what = pieces.some(({ role }) => role === 'size_quantity') ? 'quantities by size' : 'quantities';
  return { used: true, reason: `It names products and has ${what}` };
}

/** Without headers, an article number needs some detail beside it, and a name figures that add up. */
function isSureWithoutHeader(columns: readonly OrderColumn[]): boolean {
  const has = (role: OrderRole): boolean => columns.some((column) => column.role === role);
  if (has('sku')) return has('unit_price') || has('size') || has('color') || has('name');
  const quantity = columns.find(({ role }) => role === 'quantity');
  return has('name') && has('unit_price') && has('line_total') && (quantity?.confidence ?? 0) >= 0.58;
}

/** How sure the reading of a table is: that of its least sure column among those that matter. */
export function confidenceOf(columns: readonly OrderColumn[]): number {
  const best = (roles: readonly OrderRole[]): number | null => {
    const fitting = columns.filter(({ role }) => roles.includes(role)).map(({ confidence }) => confidence);
    return fitting.length === 0 ? null : Math.max(...fitting);
  };
  const identity = best(['sku']) ?? (best(IDENTITIES) ?? 0.5) * 0.9;
  const quantity = best(['quantity', 'size_quantity']) ?? 0;
  const price = best(['unit_price']);
  const all = [identity, quantity, ...(price === null ? [] : [price])];
  return (
    Math.round((Math.min(...all) * 0.6 + (all.reduce((sum, one) => sum + one, 0) / all.length) * 0.4) * 100) /
    100
  );
}
