/** Tells the rows of an order apart: lines, totals, charges, headings and what else stands between them. Pure. */
import type { OrderColumn, OrderRole } from '@docket/model/order';
import { skuLikeness } from '../../understanding/values/sku.ts';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import { isNothing } from '../columns/column-facts.ts';
import type { OrderCell, OrderRow } from '../tables/order-table.ts';
import { repetitionTest } from '../tables/sheet-headers.ts';
import { numberOfCell } from '../values/cell-number.ts';
import {
  isCancelled,
  isCharge,
  isPlainCharge,
  isPlainTotal,
  totalOf,
  type TotalScope,
} from '../words/row-words.ts';

/** What a row is. */
export type RowKind =
  | { kind: 'line' }
  | { kind: 'cancelled' }
  | { kind: 'total'; scope: TotalScope; label: OrderCell | null }
  | { kind: 'charge'; label: OrderCell }
  | { kind: 'heading'; cell: OrderCell }
  | { kind: 'other' };

/** The columns of a table by role, looked up once. */
export interface ColumnIndex {
  columns: readonly OrderColumn[];
  of: (role: OrderRole) => readonly OrderColumn[];
  first: (role: OrderRole) => OrderColumn | undefined;
  /** True for a row that repeats the headers. */
  repeatsHeader: (row: OrderRow) => boolean;
}

export function indexColumns(columns: readonly OrderColumn[]): ColumnIndex {
  const byRole = Map.groupBy(columns, ({ role }) => role);
  return {
    columns,
    of: (role) => byRole.get(role) ?? [],
    first: (role) => byRole.get(role)?.[0],
    repeatsHeader: repetitionTest(columns),
  };
}

const IDENTITY: readonly OrderRole[] = [
  'sku',
  'name',
  'description',
  'barcode',
  'color',
  'color_code',
  'size',
];
const NUMBERS: readonly OrderRole[] = ['quantity', 'size_quantity', 'unit_price', 'line_total', 'msrp'];

/** Classifies a row. */
export function kindOfOrderRow(row: OrderRow, index: ColumnIndex): RowKind {
  const cells = [...row].filter(([, cell]) => !isNothing(cell.text));
  const first = cells[0]?.[1];
  if (first === undefined || index.repeatsHeader(row)) return { kind: 'other' };
  const label = sumLabel(cells, row, index);
  if (label !== null) return label;
  if (cells.some(([column, { text }]) => mayBeNote(column, index) && isCancelled(text)))
    return { kind: 'cancelled' };
  const numbers = filled(row, index, NUMBERS);
  if (isLoneText(cells)) return headingOf(first, cells[0]?.[0] ?? 0, index);
  if (filled(row, index, IDENTITY) === 0 && numbers > 0) {
    const own = cells.filter(([, cell]) => !cell.repeated);
    return own.length > 0 ? { kind: 'total', scope: 'total', label: null } : { kind: 'other' };
  }
  return { kind: 'line' };
}

/** Cancelled products keep their names; the word stands in a note, or alone in any cell. */
function mayBeNote(column: number, index: ColumnIndex): boolean {
  const role = index.columns[column]?.role;
  return role !== 'delivery' && role !== 'category';
}

const filled = (row: OrderRow, index: ColumnIndex, roles: readonly OrderRole[]): number =>
  roles
    .flatMap((role) => index.of(role))
    .filter(({ index: column }) => {
      const cell = row.get(column);
      return cell !== undefined && !isNothing(cell.text);
    }).length;

/** A total or a charge by the text that labels it. A name such as "Total Eclipse Tee" has a number or a price beside it. */
function sumLabel(cells: readonly [number, OrderCell][], row: OrderRow, index: ColumnIndex): RowKind | null {
  for (const [column, cell] of cells) {
    if (cell.number !== null || cell.text.length > 80 || cell.repeated) continue;
    const scope = totalOf(cell.text);
    const charge = scope === null && isCharge(cell.text);
    if (scope === null && !charge) continue;
    const isNamed = isIdentified(column, row, index);
    const isPriced = index
      .of('unit_price')
      .some(({ index: at }) => at !== column && numberOfCell(row.get(at)) !== null);
    if (scope !== null && !isNamed && (isPlainTotal(cell.text) || !isPriced))
      return { kind: 'total', scope, label: cell };
    const isGoods = isPriced && !isPlainCharge(cell.text);
    if (charge && !isNamed && !isGoods && index.columns[column]?.role !== 'color')
      return { kind: 'charge', label: cell };
  }
  return null;
}

/** True when another cell than the labelling one names a product. */
function isIdentified(label: number, row: OrderRow, index: ColumnIndex): boolean {
  return [...index.of('sku'), ...index.of('barcode')].some(({ index: column }) => {
    const cell = row.get(column);
    return (
      column !== label &&
      cell !== undefined &&
      !cell.repeated &&
      !isNothing(cell.text) &&
      /\d|\p{L}/u.test(cell.text)
    );
  });
}

/** One text and nothing else, or the same text in several cells. */
function isLoneText(cells: readonly [number, OrderCell][]): boolean {
  return (
    cells.every(([, { number, repeated }]) => number === null && !repeated) &&
    new Set(cells.map(([, { text }]) => text)).size === 1
  );
}

/** A lone article number opens a style; a lone size or colour is a line without quantity; sentences are notes. */
function headingOf(cell: OrderCell, column: number, index: ColumnIndex): RowKind {
  const text = squeeze(cell.text);
  const role = index.columns[column]?.role;
  const opensStyle = role === 'sku' && skuLikeness(text) > 0.5;
  if (opensStyle) return { kind: 'line' };
  const isHeading =
    /\p{L}{2}|\p{Script=Han}/u.test(text) &&
    text.length <= 60 &&
    text.split(' ').length <= 8 &&
    !/[.!?;:：]$|@|https?:|\d{5}/u.test(text);
  return isHeading ? { kind: 'heading', cell } : { kind: 'other' };
}
