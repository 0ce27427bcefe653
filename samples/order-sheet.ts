/** The sample order as a worksheet: letterhead, one column per size, groups with subtotals, a grand total. */
import { BRAND } from './brand.ts';
import { lineQuantity, ORDER, type OrderLine, orderTotals } from './order.ts';
import { type Cell, columnName, type Row, type Sheet } from './workbook/workbook.ts';
import type { StyleName } from './workbook/styles.ts';

/** Heading of each size column; `One Size` is abbreviated as buyers do. */
const SIZE_COLUMNS = [
  'XS',
  'S',
  'M',
  'L',
  'XL',
  '26',
  '28',
  '30',
  '32',
  '34',
  '37',
  '38',
  '39',
  '40',
  '41',
  '42',
  'OS',
];
const HEADS = [
  'Style no.',
  'Description',
  'Colour',
  'Colour code',
  ...SIZE_COLUMNS,
  'Total qty',
  'Unit price',
  'Line total',
];
/** 1-based. */
const FIRST_SIZE = 5;
const TOTAL = FIRST_SIZE + SIZE_COLUMNS.length;
const PRICE = TOTAL + 1;
const AMOUNT = TOTAL + 2;
/** Row of the column headings, 1-based. */
export const ORDER_HEADER_ROW = 10;

/** The heading of the column that a size is ordered in. */
function sizeHeading(size: string): string {
  return size === 'One Size' ? 'OS' : size;
}

const cell = (value: string | number, style: StyleName, formula?: string): Cell =>
  formula === undefined ? { value, style } : { value, style, formula };

function letterhead(): Row[] {
  const pair = (label: string, value: string, otherLabel: string, other: string): Row => ({
    cells: [
      cell(label, 'label'),
      cell(value, 'strong'),
      null,
      null,
      cell(otherLabel, 'label'),
      null,
      null,
      cell(other, 'strong'),
    ],
  });
  return [
    { height: 30, cells: [cell(ORDER.buyer, 'title')] },
    { cells: [cell(ORDER.address, 'label')] },
    { cells: [] },
    pair('Purchase order', ORDER.number, 'Supplier', BRAND.name),
    pair('Order date', ORDER.date, 'Season', BRAND.season),
    pair('Delivery', ORDER.delivery, 'Currency', BRAND.currency),
    pair('Payment', ORDER.payment, 'Buyer', ORDER.contact),
    { cells: [] },
    { cells: [cell('Please confirm within ten days. Deliver complete groups.', 'label')] },
  ];
}

function lineRow(line: OrderLine, row: number): Row {
  const { product, colour } = line;
  const sizes = SIZE_COLUMNS.map((heading) => {
    const size = product.sizes.sizes.find((candidate) => sizeHeading(candidate) === heading);
    return cell((size !== undefined && line.quantities.get(size)) || '', 'count');
  });
  const [first, last] = [columnName(FIRST_SIZE), columnName(TOTAL - 1)];
  const { quantity, amount } = orderTotals([line]);
  return {
    cells: [
      cell(product.sku, 'text'),
      cell(product.name, 'text'),
      cell(colour.name, 'text'),
      cell(colour.code, 'text'),
      ...sizes,
      cell(quantity, 'count', `SUM(${first}${row}:${last}${row})`),
      cell(product.wholesale, 'money'),
      cell(amount, 'money', `${columnName(TOTAL)}${row}*${columnName(PRICE)}${row}`),
    ],
  };
}

function sumRow(
  label: string,
  lines: readonly OrderLine[],
  ranges: readonly string[],
  styles: 'subtotal' | 'total',
): Row {
  const { quantity, amount } = orderTotals(lines);
  const sum = (column: number) =>
    `SUM(${ranges.map((range) => range.replaceAll('#', columnName(column))).join(',')})`;
  const blanks = Array.from({ length: TOTAL - 2 }, () => cell('', styles));
  return {
    ...(styles === 'total' && { height: 22 }),
    cells: [
      cell(label, styles),
      ...blanks,
      cell(quantity, `${styles}Count`, sum(TOTAL)),
      cell('', styles),
      cell(amount, `${styles}Money`, sum(AMOUNT)),
    ],
  };
}

/** Sets the order out on a sheet. Lines of a category must follow each other. */
export function orderSheet(lines: readonly OrderLine[]): Sheet {
  const rows: Row[] = letterhead();
  const merges: string[] = ['A1:D1', 'A2:D2', 'A9:H9'];
  const ranges: string[] = [];
  rows.push({ height: 30, cells: HEADS.map((head) => cell(head, 'head')) });
  for (const [category, members] of Map.groupBy(lines, (line) => line.category)) {
    rows.push({ cells: HEADS.map((_, index) => cell(index === 0 ? category : '', 'group')) });
    merges.push(`A${rows.length}:${columnName(AMOUNT)}${rows.length}`);
    const first = rows.length + 1;
    for (const line of members) rows.push(lineRow(line, rows.length + 1));
    const range = `#${first}:#${rows.length}`;
    ranges.push(range);
    rows.push(sumRow(`Subtotal ${category}`, members, [range], 'subtotal'));
  }
  rows.push({ cells: [] }, sumRow('Total order', lines, ranges, 'total'));
  return {
    name: 'Order',
    widths: [15, 27, 12, 10, ...SIZE_COLUMNS.map(() => 5), 9, 11, 13],
    rows,
    merges,
    pictures: [],
  };
}

/** What the order says, for scoring: one entry per style, colour and size. */
export function orderTruth(lines: readonly OrderLine[]): unknown {
  return {
    columns: {
      sku: HEADS[0],
      color: HEADS[2],
      color_code: HEADS[3],
      size: `${columnName(FIRST_SIZE)}-${columnName(TOTAL - 1)} (${SIZE_COLUMNS.join(', ')})`,
      quantity: `cells under ${columnName(FIRST_SIZE)}-${columnName(TOTAL - 1)}`,
      unit_price: HEADS[PRICE - 1],
    },
    layout: 'size-columns',
    sheet: 'Order',
    header_row: ORDER_HEADER_ROW,
    currency: BRAND.currency,
    lines: lines.flatMap((line) =>
      [...line.quantities].map(([size, quantity]) => ({
        sku: line.product.sku,
        color: line.colour.name,
        color_code: line.colour.code,
        size: sizeHeading(size),
        quantity,
        unit_price: line.product.wholesale,
      })),
    ),
    line_quantities: lines.map((line) => ({
      sku: line.product.sku,
      color: line.colour.name,
      quantity: lineQuantity(line),
    })),
    total_quantity: orderTotals(lines).quantity,
    total_amount: orderTotals(lines).amount,
  };
}
