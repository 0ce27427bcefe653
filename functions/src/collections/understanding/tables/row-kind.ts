/** Tells the rows of a table apart: products, headings between them, repeated headers, totals and notes. Pure. */
import { fold, squeeze } from '../vocabulary/fold.ts';
import { parsePrice } from '../values/price.ts';
import { skuLikeness } from '../values/sku.ts';
import { columnsOf, type RoledColumn, type TableRole } from './column-roles.ts';
import type { TableCell, TableRow } from './table.ts';

/** What a row is. A heading carries the cell whose text names the rows below it. */
export type RowKind = { kind: 'product' } | { kind: 'heading'; cell: TableCell } | { kind: 'other' };

const TOTAL =
  /^(?:sub[\s-]?)?(?:total|totals|grand total|sum|summe|zwischensumme|gesamt|totale|subtotale|итого|всего|合计|总计|合計)\b|^(?:合计|总计|合計|итого)/iu;
const MONEY_ROLES: readonly TableRole[] = ['price', 'wholesale_price', 'msrp', 'size_price'];
const DETAIL_ROLES: readonly TableRole[] = [
  'color',
  'color_code',
  'size',
  'material',
  'category',
  'barcode',
  'description',
  'variant',
  'season',
];

/** Classifies one row by the roles of its columns. */
export function kindOfRow(row: TableRow, columns: readonly RoledColumn[]): RowKind {
  const cells = [...row.values()].filter((cell) => squeeze(cell.text) !== '');
  const first = cells[0];
  if (first === undefined || cells.some((cell) => TOTAL.test(squeeze(cell.text)))) return { kind: 'other' };
  if (isRepeatedHeader(row, columns)) return { kind: 'other' };
  if (isHeading(cells, row, columns)) return { kind: 'heading', cell: first };
  return isProduct(row, columns) ? { kind: 'product' } : { kind: 'other' };
}

/** Long lists print their header again and again. */
function isRepeatedHeader(row: TableRow, columns: readonly RoledColumn[]): boolean {
  const named = columns.filter((column) => column.header !== '' && row.has(column.index));
  const equal = named.filter((column) => fold(row.get(column.index)?.text ?? '') === fold(column.header));
  return equal.length >= 2 || (named.length === 1 && equal.length === 1);
}

/** A lone text in a table of several columns names what follows; an article number does not. */
function isHeading(cells: readonly TableCell[], row: TableRow, columns: readonly RoledColumn[]): boolean {
  const first = cells[0];
  if (first === undefined || new Set(cells.map((cell) => cell.text)).size > 1) return false;
  const text = squeeze(first.text);
  const usual = columns.filter((column) => column.profile.filled > 0 && column.role !== 'ignored').length;
  if (!/\p{L}/u.test(text) || text.length > 60 || text.split(' ').length > 8 || /[.!?;]$/u.test(text))
    return false;
  if (usual < 2 || parsePrice(text) !== null) return false;
  const inSku = columnsOf(columns, 'sku').some(({ index }) => row.has(index));
  return !(inSku && skuLikeness(text) > 0.5);
}

/** An identity alone is not enough where the table has prices or details to offer. */
function isProduct(row: TableRow, columns: readonly RoledColumn[]): boolean {
  const filled = (roles: readonly TableRole[]): RoledColumn[] =>
    columns.filter(({ role, index }) => roles.includes(role) && squeeze(row.get(index)?.text ?? '') !== '');
  const identified = filled(['sku', 'name']);
  if (identified.length === 0) return false;
  const worded = identified.some(
    ({ role, index }) => role === 'sku' || /\p{L}|\p{N}/u.test(row.get(index)?.text ?? ''),
  );
  const hasSkuColumn = columnsOf(columns, 'sku').length > 0;
  const evidence = filled(MONEY_ROLES).length + filled(DETAIL_ROLES).length + (identified.length > 1 ? 1 : 0);
  const offered = columns.filter(
    ({ role, profile }) => profile.filled > 0 && [...MONEY_ROLES, ...DETAIL_ROLES].includes(role),
  );
  const needed = offered.length === 0 && !hasSkuColumn ? 0 : 1;
  return worded && evidence >= needed;
}
