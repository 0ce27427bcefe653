/** Items as a table for people: what is exported as XLSX and CSV. Pure. */
import { type EffectiveCategory, effectiveCategoryName } from './category-edits.ts';
import {
  type EffectiveItem,
  effectiveItem,
  isCounted,
  type Item,
  ITEM_WARNING_LABELS,
  publishedItem,
} from './item.ts';
import { roundedToCents } from './money.ts';
import { sizeKey, sortedSizes } from './sizes.ts';

/** Sizes that have a column of their own; with more, the sizes are one text. */
const SIZE_COLUMNS = 40;

/** Text, a number of pieces, or an amount of money. */
export interface TableColumn {
  header: string;
  kind: 'text' | 'count' | 'money';
  /** In characters, to be read without widening. */
  width: number;
}
/** Null is an empty cell. */
export type TableCell = string | number | null;

/** Rows and totals have a cell for every column. */
export interface ItemTable {
  columns: TableColumn[];
  rows: TableCell[][];
  totals: TableCell[];
}

interface Field extends Omit<TableColumn, 'width'> {
  cell: (item: EffectiveItem) => TableCell;
  total: 'sum' | 'none';
}

const text = (header: string, cell: Field['cell']): Field => ({ header, kind: 'text', cell, total: 'none' });
const money = (header: string, cell: Field['cell']): Field => ({
  header,
  kind: 'money',
  cell,
  total: 'none',
});

/** The items that count, as everybody sees them while `publishedRun` is the latest completed run, in the order's order. */
export function countedItems(items: readonly Item[], publishedRun: number): EffectiveItem[] {
  return items
    .flatMap((item) => publishedItem(item, publishedRun) ?? [])
    .filter(isCounted)
    .toSorted((a, b) => a.position - b.position)
    .map(effectiveItem);
}

/** The table of `items`; `categories` give the names under which categories are shown. */
export function itemTable(
  items: readonly EffectiveItem[],
  categories: readonly EffectiveCategory[],
): ItemTable {
  const fields = fieldsOf(items, categories);
  const rows = items.map((item) => fields.map(({ cell }) => cleaned(cell(item))));
  const oneCurrency = new Set(items.flatMap(({ currency }) => currency ?? [])).size <= 1;
  const totals = fields.map(({ kind, total }, column) => {
    if (column === 0) return 'Total';
    return total === 'none' || (kind === 'money' && !oneCurrency) ? null : sum(rows, column);
  });
  const columns = fields.map(({ header, kind }, column) => ({
    header: printable(header),
    kind,
    width: widthOf(header, [...rows, totals], column),
  }));
  return { columns, rows, totals };
}

/** Pieces times unit price, to the cent; null without a price. */
export function lineAmount(item: Pick<EffectiveItem, 'quantity' | 'unit_price'>): number | null {
  return item.unit_price === null ? null : roundedToCents(item.quantity * item.unit_price);
}

function fieldsOf(items: readonly EffectiveItem[], categories: readonly EffectiveCategory[]): Field[] {
  return [
    text('SKU', ({ sku }) => sku),
    text('Base SKU', ({ base_sku }) => base_sku),
    text('Name', ({ name }) => name),
    text('Category', ({ category }) => effectiveCategoryName(category, categories)),
    text('Colour', ({ color }) => color),
    text('Colour code', ({ color_code }) => color_code),
    ...sizeFields(items),
    { header: 'Quantity', kind: 'count', cell: ({ quantity }) => quantity, total: 'sum' },
    money('Unit price', ({ unit_price }) => unit_price),
    money('Wholesale price', ({ wholesale_price }) => wholesale_price),
    money('Retail price', ({ msrp }) => msrp),
    text('Currency', ({ currency }) => currency),
    { ...money('Line amount', lineAmount), total: 'sum' },
    text('Material', ({ material }) => material),
    text('Origin', ({ origin }) => origin),
    text('Season', ({ season }) => season),
    text('Delivery', ({ delivery }) => delivery),
    text('Matched product', ({ product }) =>
      product === null ? null : [product.sku, product.name].filter((part) => part !== null).join(' · '),
    ),
    text('Warnings', ({ warnings }) =>
      warnings.length === 0 ? null : warnings.map((warning) => ITEM_WARNING_LABELS[warning]).join('; '),
    ),
  ];
}

/** A column for every size that is ordered anywhere; one text when there are too many of them. */
function sizeFields(items: readonly EffectiveItem[]): Field[] {
  const printed = new Map<string, string>();
  for (const { sizes } of items) {
    for (const { size } of sizes)
      if (size !== '' && !printed.has(sizeKey(size))) printed.set(sizeKey(size), size);
  }
  if (printed.size > SIZE_COLUMNS) return [text('Sizes', sizesText)];
  return sortedSizes([...printed.values()]).map((size) => ({
    header: size,
    kind: 'count',
    cell: (item) => quantityIn(item, sizeKey(size)),
    total: 'sum',
  }));
}

function quantityIn({ sizes }: EffectiveItem, key: string): number | null {
  const found = sizes.filter(({ size }) => size !== '' && sizeKey(size) === key);
  return found.length === 0 ? null : found.reduce((total, { quantity }) => total + quantity, 0);
}

/** "S 2, M 4". */
export function sizesText({ sizes }: Pick<EffectiveItem, 'sizes'>): string | null {
  const named = sizes.filter(({ size }) => size !== '');
  return named.length === 0 ? null : named.map(({ size, quantity }) => `${size} ${quantity}`).join(', ');
}

function sum(rows: readonly TableCell[][], column: number): number {
  return roundedToCents(
    rows.reduce((total, row) => {
      const cell = row[column];
      return total + (typeof cell === 'number' ? cell : 0);
    }, 0),
  );
}

function cleaned(cell: TableCell): TableCell {
  return typeof cell === 'string' ? printable(cell) : cell;
}

/** Without what neither format can hold: control characters, halves of characters, line ends other than `\n`. */
function printable(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '');
}

function widthOf(header: string, rows: readonly TableCell[][], column: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), header.length);
  return Math.min(longest + 2, 50);
}
