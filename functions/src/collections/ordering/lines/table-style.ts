/** How a table of an order writes its figures: looked up once for all of its rows. Pure. */
import type { OrderColumn } from '@docket/model/order';
import { fold } from '../../understanding/vocabulary/fold.ts';
import type { OrderCell, OrderRow, OrderTable } from '../tables/order-table.ts';
import { numberOfCell } from '../values/cell-number.ts';
import { hasThousandths, isThreeDigits } from '../values/thousandths.ts';
import { type ColumnIndex, indexColumns } from './row-kind.ts';

/** The columns of a table and how they are to be read. */
export interface TableStyle {
  index: ColumnIndex;
  /** What stands over each column's header. */
  groups: readonly string[];
  /** Quantities such as "10,000" mean ten. */
  thousandths: boolean;
  /** The column of discounts per line, by place. */
  discount: number | null;
}

const DISCOUNT =
  /^(?:line )?(?:discount|disc|rabatt|remise|rem|sconto|sc|descuento|dto|desc|korting|скидка|折扣)(?: ?%| pct| percent)?$/u;

/** The style of a table whose columns are known. */
export function styleOfTable(table: OrderTable, columns: readonly OrderColumn[]): TableStyle {
  const index = indexColumns(columns);
  const quantity = index.first('quantity')?.index;
  const price = index.first('unit_price')?.index;
  const total = index.first('line_total')?.index;
  const canMultiply = quantity !== undefined && price !== undefined && total !== undefined;
  return {
    index,
    groups: table.columns.map(({ group }) => group),
    thousandths: canMultiply && hasThousandths(table.rows, { quantity, price, total }),
    discount: index.of('ignored').find(({ header }) => DISCOUNT.test(fold(header)))?.index ?? null,
  };
}

/** The number of pieces in a cell; null for cells without one. */
export function piecesIn(cell: OrderCell, { thousandths }: TableStyle): number | null {
  const pieces = numberOfCell(cell);
  return pieces !== null && thousandths && cell.number === null && isThreeDigits(cell.text)
    ? pieces / 1000
    : pieces;
}

/** The share that a row takes off its price, 0–1. Percentages are whole numbers, or shares of one in sheets. */
export function discountOfRow(row: OrderRow, { discount }: TableStyle): number {
  const cell = discount === null ? undefined : row.get(discount);
  if (cell === undefined) return 0;
  const value = Math.abs(
    cell.number ?? numberOfCell({ ...cell, text: cell.text.replace(/[%\s]/gu, '') }) ?? 0,
  );
  const share = value > 1 || (value === 1 && !cell.text.includes('%')) ? value / 100 : value;
  return cell.number === null && cell.text.includes('%') ? value / 100 : Math.min(1, share);
}
