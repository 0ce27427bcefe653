/** The number in a cell of an order, be it pieces or money. Pure. */
import type { TableCell } from '../../understanding/tables/table.ts';
import { parsePrice } from '../../understanding/values/price.ts';
import { parseQuantity } from './quantity.ts';

/** What a sheet keeps behind a cell beyond four decimals is rounding of its own arithmetic. */
const EXACT = 1e4;

/** The number of a cell: the sheet's own where it has one, else as printed. Null for cells without exactly one number. */
export function numberOfCell(cell: TableCell | undefined): number | null {
  if (cell === undefined) return null;
  if (cell.number !== null) return Math.round(cell.number * EXACT) / EXACT;
  return parseQuantity(cell.text) ?? parsePrice(cell.text)?.amount ?? null;
}
