/** Tells "10,000" for ten pieces from ten thousand: some systems print quantities with three decimals. Pure. */
import type { OrderRow } from '../tables/order-table.ts';
import { numberOfCell } from './cell-number.ts';

const THREE_DIGITS = /^\d{1,3}[.,]\d{3}$/u;
const MOST_ROWS = 200;

/** True for digits with a separator in front of the last three. */
export const isThreeDigits = (text: string): boolean => THREE_DIGITS.test(text.trim());

/** Columns of a table by place. */
export interface Multiplication {
  quantity: number;
  price: number;
  total: number;
}

/**
 * True when quantity × price comes to the printed total only if the three digits behind the separator are decimals. Rows
 * whose quantity is not written that way have no say.
 */
export function hasThousandths(
  rows: readonly OrderRow[],
  { quantity, price, total }: Multiplication,
): boolean {
  let asDecimals = 0;
  let asThousands = 0;
  for (const row of rows.slice(0, MOST_ROWS)) {
    const cell = row.get(quantity);
    const unit = numberOfCell(row.get(price));
    const sum = numberOfCell(row.get(total));
    if (cell === undefined || cell.number !== null || !isThreeDigits(cell.text)) continue;
    const pieces = numberOfCell(cell);
    if (unit === null || sum === null || pieces === null || sum === 0) continue;
    if (isProduct(pieces / 1000, unit, sum)) asDecimals += 1;
    if (isProduct(pieces, unit, sum)) asThousands += 1;
  }
  return asDecimals > asThousands;
}

const isProduct = (quantity: number, price: number, total: number): boolean =>
  Math.abs(quantity * price - total) <= 0.011 + 0.005 * quantity;
