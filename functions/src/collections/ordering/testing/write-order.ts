/** Writes an order down in any of the ways people do. For property tests. */
import fc from 'fast-check';
import type { DocumentContent } from '../../content.ts';
import { pages, row, sheet, widthOf, workbook } from '../../understanding/testing/build.ts';
import type { AnyOrder } from './any-order.ts';

/** Header words for the columns of an order. */
interface Words {
  sku: string;
  name: string;
  color: string;
  size: string;
  quantity: string;
  price: string;
  total: string;
  sum: string;
}

const words = (
  sku: string,
  name: string,
  color: string,
  size: string,
  quantity: string,
  price: string,
  total: string,
  sum: string,
): Words => ({
  sku,
  name,
  color,
  size,
  quantity,
  price,
  total,
  sum,
});

const VOCABULARIES: readonly Words[] = [
  words('Style #', 'Description', 'Color', 'Size', 'Qty', 'Unit price', 'Line total', 'Total'),
  words('SKU', 'Product Name', 'Colour', 'Size', 'Order Qty', 'Wholesale', 'Amount', 'Grand total'),
  words('Artikel-Nr.', 'Bezeichnung', 'Farbe', 'Größe', 'Menge', 'EK', 'Gesamtpreis', 'Summe'),
  words('Référence', 'Désignation', 'Coloris', 'Taille', 'Quantité', 'Prix unitaire', 'Montant', 'Total'),
  words('Codice', 'Descrizione', 'Colore', 'Taglia', 'Quantità', 'Prezzo', 'Importo', 'Totale'),
  words('Referencia', 'Nombre', 'Color', 'Talla', 'Cantidad', 'Precio', 'Importe', 'Total'),
  words('Артикул', 'Наименование', 'Цвет', 'Размер', 'Количество', 'Цена', 'Сумма', 'Итого'),
  words('款号', '品名', '颜色', '尺码', '数量', '单价', '金额', '合计'),
];

const LETTERHEAD: readonly (readonly string[])[] = [
  ['Nordlicht Store GmbH', '', '', 'PURCHASE ORDER'],
  ['Am Speicher 9, 20457 Hamburg'],
  ['PO number', 'PO-1187', '', 'Date', '28.01.2026'],
  ['Supplier:', 'Harbour & Vale', '', 'Season:', 'AW26'],
  ['Please confirm within ten days.'],
  [],
];

/** How an order is written. */
export interface Manner {
  layout: 'size-columns' | 'size-rows';
  words: Words;
  letterhead: number;
  european: boolean;
  hasName: boolean;
  hasLineTotal: boolean;
  hasQuantity: boolean;
  hasTotal: boolean;
  /** A subtotal and a blank row after each style. */
  hasSubtotals: boolean;
  /** Style and name only in the first row of a style. */
  fillsDown: boolean;
  /** Order of the columns in front of the sizes. */
  order: number[];
}

export const anyManner: fc.Arbitrary<Manner> = fc.record({
  layout: fc.constantFrom('size-columns' as const, 'size-rows' as const),
  words: fc.constantFrom(...VOCABULARIES),
  letterhead: fc.nat(LETTERHEAD.length),
  european: fc.boolean(),
  hasName: fc.boolean(),
  hasLineTotal: fc.boolean(),
  hasQuantity: fc.boolean(),
  hasTotal: fc.boolean(),
  hasSubtotals: fc.boolean(),
  fillsDown: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
});

type Value = string | number;

/** The rows of an order, header and all. Amounts are texts; numbers of pieces are numbers. */
export function rowsOf(order: AnyOrder, manner: Manner): Value[][] {
  const { words: head } = manner;
  const isRows = manner.layout === 'size-rows';
  const money = (cents: number): string => {
    const plain = (cents / 100).toFixed(2);
    return manner.european ? plain.replace('.', ',').replace(/\B(?=(?:\d{3})+,)/gu, '.') : plain;
  };
  const identity = (sku: string, name: string, color: string): Value[] => {
    const all = [sku, manner.hasName ? name : null, color];
    return manner.order.flatMap((at) => all[at] ?? (at === 1 ? [] : ['']));
  };
  const line = (start: Value[], pieces: Value[], quantity: number, cents: number): Value[] => [
    ...start,
    ...pieces,
    ...(isRows || manner.hasQuantity ? [quantity] : []),
    money(cents),
    ...(manner.hasLineTotal ? [money(cents * quantity)] : []),
  ];
  const sumRow = (label: string, quantity: number, cents: number): Value[] => {
    const start = identity('', '', '').with(0, label);
    const pieces = isRows ? [''] : order.sizes.map((): Value => '');
    return [
      ...start,
      ...pieces,
      ...(isRows || manner.hasQuantity ? [quantity] : []),
      '',
      ...(manner.hasLineTotal ? [money(cents)] : []),
    ];
  };
  const rows: Value[][] = LETTERHEAD.slice(0, manner.letterhead).map((texts) => [...texts]);
  rows.push([
    ...identity(head.sku, head.name, head.color),
    ...(isRows ? [head.size] : order.sizes),
    ...(isRows || manner.hasQuantity ? [head.quantity] : []),
    head.price,
    ...(manner.hasLineTotal ? [head.total] : []),
  ]);
  let all = { quantity: 0, cents: 0 };
  for (const { sku, name, cents, colors } of order.styles) {
    let isFirst = true;
    let pieces = 0;
    for (const { color, pieces: amounts } of colors) {
      const quantity = amounts.reduce((sum, amount) => sum + amount, 0);
      pieces += quantity;
      const entries: [Value[], number][] = isRows
        ? amounts.flatMap((amount, at): [Value[], number][] =>
            amount === 0 ? [] : [[[order.sizes[at] ?? ''], amount]],
          )
        : [[amounts.map((amount) => (amount === 0 ? '' : amount)), quantity]];
      for (const [cells, amount] of entries) {
        const isNamed = isFirst || !manner.fillsDown;
        rows.push(line(identity(isNamed ? sku : '', isNamed ? name : '', color), cells, amount, cents));
        isFirst = false;
      }
    }
    all = { quantity: all.quantity + pieces, cents: all.cents + pieces * cents };
    if (manner.hasSubtotals) rows.push(sumRow('Subtotal', pieces, pieces * cents), []);
  }
  if (manner.hasTotal) rows.push(sumRow(head.sum, all.quantity, all.cents));
  return rows;
}

/** The order as a sheet. */
export function asSheet(order: AnyOrder, manner: Manner): DocumentContent {
  return workbook(sheet(rowsOf(order, manner)));
}

const ROW = 14;
const ROWS_ON_PAGE = 45;

/** The order on pages as wide as it needs, with the header repeated on each. */
export function asPages(order: AnyOrder, manner: Manner): DocumentContent {
  const rows = rowsOf(order, manner).map((cells) => cells.map(String));
  const width = Math.max(...rows.map(({ length }) => length));
  const body = rows.slice(manner.letterhead);
  const columns: number[] = [];
  let x = 40;
  for (let column = 0; column < width; column += 1) {
    columns.push(x);
    x += Math.max(...body.map((cells) => widthOf(cells[column] ?? ''))) + 16;
  }
  const head = rows.slice(0, manner.letterhead + 1);
  const lines = rows.slice(manner.letterhead + 1);
  const made: ReturnType<typeof row>[] = [];
  for (let start = 0; start < Math.max(1, lines.length); start += ROWS_ON_PAGE) {
    const shown = [...(start === 0 ? head : head.slice(-1)), ...lines.slice(start, start + ROWS_ON_PAGE)];
    made.push(shown.flatMap((cells, index) => row(60 + index * ROW, columns, cells)));
  }
  const content = pages(made);
  return content.kind === 'pages'
    ? { kind: 'pages', pages: content.pages.map((page) => ({ ...page, width: x + 40, height: 842 })) }
    : content;
}
