/** Reads one row of an order: what is ordered, in which sizes, at which price. Pure. */
import type { OrderColumn } from '@docket/model/order';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import { currencyOfHeader } from '../../understanding/values/currency.ts';
import { looksLikeColors } from '../../understanding/values/colors.ts';
import { parsePrice } from '../../understanding/values/price.ts';
import { isNothing } from '../columns/column-facts.ts';
import type { OrderLine } from '../order.ts';
import type { OrderCell, OrderRow } from '../tables/order-table.ts';
import { numberOfCell } from '../values/cell-number.ts';
import { parseAssortment } from '../values/assortment.ts';
import { colorOfCell } from '../values/color-cell.ts';
import type { ColumnIndex } from './row-kind.ts';
import { piecesIn, type TableStyle } from './table-style.ts';

/** Pieces of one size with their place. */
export interface Pieces {
  size: string | null;
  /** Colour that stands over the size: "Black" over S M L. */
  color: string | null;
  quantity: number;
  cell: OrderCell;
}

/** The fields of a row as printed; null where its cells are blank. */
export interface RowFields {
  sku: string | null;
  name: string | null;
  color: string | null;
  color_code: string | null;
  size: string | null;
  unit_price: number | null;
  msrp: number | null;
  currency: string | null;
  category: string | null;
  material: string | null;
  origin: string | null;
  season: string | null;
  delivery: string | null;
}

const TEXTS = ['sku', 'category', 'material', 'origin', 'season', 'delivery', 'size'] as const;

/** The fields of a row. A description stands in for a missing name, and a barcode where products have neither number nor name. */
export function fieldsOfRow(row: OrderRow, index: ColumnIndex): RowFields {
  const text = (role: (typeof TEXTS)[number] | 'name' | 'description'): string | null =>
    textOf(row, index.first(role));
  const color = textOf(row, index.first('color'));
  const read = color === null ? { color: null, color_code: null } : colorOfCell(color);
  const price = priceOf(row, index.first('unit_price'));
  const currency = textOf(row, index.first('currency'));
  const isNamed = index.first('sku') !== undefined || index.first('name') !== undefined;
  return {
    sku: text('sku') ?? (isNamed ? null : textOf(row, index.first('barcode'))),
    name: text('name') ?? text('description'),
    color: read.color,
    color_code: textOf(row, index.first('color_code')) ?? read.color_code,
    size: text('size'),
    unit_price: price?.amount ?? null,
    msrp: priceOf(row, index.first('msrp'))?.amount ?? null,
    currency: (currency === null ? null : currencyOfHeader(currency)) ?? price?.currency ?? null,
    category: text('category'),
    material: text('material'),
    origin: text('origin'),
    season: text('season'),
    delivery: text('delivery'),
  };
}

function textOf(row: OrderRow, column: OrderColumn | undefined): string | null {
  const cell = column === undefined ? undefined : row.get(column.index);
  if (cell === undefined || isNothing(cell.text)) return null;
  return squeeze(cell.text);
}

/** Only a sign that stands for a single currency names it; others are for the whole document to decide. */
function priceOf(
  row: OrderRow,
  column: OrderColumn | undefined,
): { amount: number; currency: string | null } | null {
  const cell = column === undefined ? undefined : row.get(column.index);
  if (cell === undefined || column === undefined) return null;
  const amount = numberOfCell(cell);
  if (amount === null || amount < 0) return null;
  const printed = parsePrice(cell.text);
  const marked = printed === null || printed.ambiguous ? null : printed.currency;
  const named = /[A-Z]{3}|[€£₹₽₩₺₴₸฿₪₫]/u.test(column.header) ? currencyOfHeader(column.header) : null;
  return { amount, currency: marked ?? named };
}

/**
 * The pieces of a row, cancelled and returned ones among them. Size columns first; where none of them is filled, what the
 * quantity column says.
 */
export function piecesOfRow(row: OrderRow, style: TableStyle): Pieces[] {
  const { index, groups } = style;
  const size = textOf(row, index.first('size'));
  const sized = index.of('size_quantity').flatMap((column): Pieces[] => {
    const group = groups[column.index] ?? '';
    const color = group !== '' && looksLikeColors(group) ? group : null;
    return pieces(row.get(column.index), column.size ?? column.header, color, style);
  });
  if (sized.length > 0) return sized;
  const quantity = index.first('quantity');
  const all = quantity === undefined ? [] : pieces(row.get(quantity.index), size, null, style);
  return size === null ? all : all.flatMap((one) => bySize(one, size));
}

/** "S-2, M-3" in the column of sizes, where that comes to the row's quantity. */
function bySize(all: Pieces, size: string): Pieces[] {
  const assortment = parseAssortment(size, all.quantity);
  return assortment === null ? [all] : assortment.map((piece) => ({ ...all, ...piece }));
}

function pieces(
  cell: OrderCell | undefined,
  size: string | null,
  color: string | null,
  style: TableStyle,
): Pieces[] {
  if (cell === undefined || cell.repeated) return [];
  const quantity = piecesIn(cell, style);
  return quantity === null || quantity === 0 ? [] : [{ size, color, quantity, cell }];
}

/** A line of an order from its fields and one of its quantities. */
export function lineOf(fields: RowFields, { size, color, quantity, cell }: Pieces, table: number): OrderLine {
  const { sku } = fields;
  return { ...fields, base_sku: sku, color: fields.color ?? color, size, quantity, table, place: cell.place };
}
