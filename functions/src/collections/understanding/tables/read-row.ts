/** Reads one row of a table into the fields of a product. Pure. */
import { better, type DraftFields, type Reading } from '../draft.ts';
import { parseColors } from '../values/colors.ts';
import { currencyOfHeader } from '../values/currency.ts';
import { parseMaterial } from '../values/material.ts';
import { type PrintedPrice, parseNumber, parsePrice } from '../values/price.ts';
import { parseSizes } from '../values/sizes.ts';
import { squeeze } from '../vocabulary/fold.ts';
import { columnsOf, type RoledColumn, type TableRole } from './column-roles.ts';
import type { TableCell, TableRow } from './table.ts';

/** A row's fields, and its prices by size when size columns carry them. */
export interface RowReading {
  fields: DraftFields;
  prices_by_size: Record<string, number> | null;
}

const NOTHING = /^(?:-+|–|—|n\/?a|tbd|tbc|poa|none|nil|null|\.+)$/iu;

/** Reads a product row. The name may be missing: the caller knows the title or the row above. */
export function readRow(row: TableRow, columns: readonly RoledColumn[]): RowReading {
  const fields: DraftFields = {};
  readTexts(fields, row, columns);
  readLists(fields, row, columns);
  readPrices(fields, row, columns);
  const prices_by_size = readSizePrices(fields, row, columns);
  return { fields, prices_by_size };
}

/** Dashes, "n/a" and "TBD" are how people leave a cell empty. */
function filledCells(
  row: TableRow,
  columns: readonly RoledColumn[],
  role: TableRole,
): { cell: TableCell; column: RoledColumn }[] {
  return columnsOf(columns, role).flatMap((column) => {
    const cell = row.get(column.index);
    return cell === undefined || NOTHING.test(squeeze(cell.text)) || squeeze(cell.text) === ''
      ? []
      : [{ cell, column }];
  });
}

function readTexts(fields: DraftFields, row: TableRow, columns: readonly RoledColumn[]): void {
  for (const role of ['sku', 'name', 'material', 'origin', 'season', 'delivery'] as const) {
    const found = filledCells(row, columns, role)[0];
    if (found === undefined) continue;
    const text = squeeze(found.cell.text);
    const value = role === 'material' ? (parseMaterial(text) ?? text) : text;
    fields[role] = { value, confidence: found.column.confidence, place: found.cell.place };
  }
  const currency = filledCells(row, columns, 'currency')[0];
  const code = currency === undefined ? null : currencyOfHeader(currency.cell.text);
  if (currency !== undefined && code !== null) {
    fields.currency = { value: code, confidence: currency.column.confidence, place: currency.cell.place };
  }
}

function readLists(fields: DraftFields, row: TableRow, columns: readonly RoledColumn[]): void {
  const color = filledCells(row, columns, 'color')[0];
  if (color !== undefined) {
    const { colors, codes } = parseColors(color.cell.text);
    const reading = { confidence: color.column.confidence, place: color.cell.place };
    if (colors.length > 0) fields.colors = { value: colors, ...reading };
    if (codes.length > 0) fields.color_codes = { value: codes, ...reading };
  }
  const code = filledCells(row, columns, 'color_code')[0];
  if (code !== undefined) {
    const codes = code.cell.text
      .split(/[,;/\n]+/u)
      .map(squeeze)
      .filter((text) => text !== '');
    fields.color_codes = { value: codes, confidence: code.column.confidence, place: code.cell.place };
  }
  const sizes = readSizes(row, columns, squeeze(fields.name?.value ?? ''));
  if (sizes !== null) fields.sizes = sizes;
}

/** Sizes from a size column, a capacity, dimensions ("50 x 12 x 8"), a variant, or the boxes of an order form. */
function readSizes(row: TableRow, columns: readonly RoledColumn[], about: string): Reading<string[]> | null {
  const size = filledCells(row, columns, 'size')[0];
  if (size !== undefined) {
    const value = parseSizes(size.cell.text, { labelled: true, about });
    if (value !== null) return { value, confidence: size.column.confidence, place: size.cell.place };
  }
  const capacity = filledCells(row, columns, 'capacity')[0];
  if (capacity !== undefined) {
    const value = [withUnit(squeeze(capacity.cell.text), capacity.column.header)];
    return { value, confidence: capacity.column.confidence, place: capacity.cell.place };
  }
  const dimensions = filledCells(row, columns, 'dimension');
  const dimension = dimensions[0];
  if (dimension !== undefined) {
    const value = [dimensions.map(({ cell }) => squeeze(cell.text)).join(' x ')];
    return { value, confidence: dimension.column.confidence * 0.9, place: dimension.cell.place };
  }
  const variant = filledCells(row, columns, 'variant')[0];
  if (variant !== undefined && columnsOf(columns, 'size_choice').length === 0) {
    return {
      value: [squeeze(variant.cell.text)],
      confidence: variant.column.confidence * 0.8,
      place: variant.cell.place,
    };
  }
  return sizesOnOffer(row, columns);
}

/** The headings of an order form's size columns: those that are filled, or all when the form is blank. */
function sizesOnOffer(row: TableRow, columns: readonly RoledColumn[]): Reading<string[]> | null {
  const choices = columnsOf(columns, 'size_choice');
  const filled = choices.filter(
    ({ index }) => row.has(index) && !NOTHING.test(squeeze(row.get(index)?.text ?? '')),
  );
  const offered = choices.every(({ profile }) => profile.filled === 0) ? choices : filled;
  const place = [...row.values()][0]?.place;
  const first = offered[0];
  if (first === undefined || place === undefined) return null;
  return {
    value: offered.map(({ header }) => squeeze(header)),
    confidence: 0.7,
    place: row.get(first.index)?.place ?? place,
  };
}

/** The unit of a bare number stands in its header: "CAP ML" over 15 is "15 ml". */
function withUnit(amount: string, header: string): string {
  const unit = /(?:^|[\s(./])(?<unit>ml|cl|dl|l|oz|g|kg|мл|л)[\s).]*$/iu.exec(header)?.groups?.['unit'];
  return unit === undefined || parseNumber(amount) === null ? amount : `${amount} ${unit.toLowerCase()}`;
}

/**
 * A price without a kind is the wholesale price: linesheets are made for shops. Beside a wholesale price, a
 * higher one is for the shop's customers.
 */
function readPrices(fields: DraftFields, row: TableRow, columns: readonly RoledColumn[]): void {
  const wholesale = firstPrice(row, columns, 'wholesale_price');
  const retail = firstPrice(row, columns, 'msrp');
  const plain = firstPrice(row, columns, 'price');
  const retailOnly = columnsOf(columns, 'msrp').some(({ confidence }) => confidence > 0.75);
  if (wholesale !== null) fields.wholesale_price = wholesale.reading;
  else if (plain !== null)
    fields.wholesale_price = { ...plain.reading, confidence: plain.reading.confidence * 0.9 };
  if (retail !== null) fields.msrp = retail.reading;
  else if (
    wholesale !== null &&
    plain !== null &&
    !retailOnly &&
    plain.reading.value > wholesale.reading.value
  ) {
    fields.msrp = { ...plain.reading, confidence: plain.reading.confidence * 0.7 };
  }
  for (const price of [wholesale, plain, retail]) {
    if (price?.currency !== undefined && price.currency !== null)
      fields.currency = better(fields.currency, price.currency);
  }
}

interface CellPrice {
  reading: Reading<number>;
  currency: Reading<string> | null;
}

/** The first filled column of a role that holds an amount: price lists for several markets fill only one. */
function firstPrice(row: TableRow, columns: readonly RoledColumn[], role: TableRole): CellPrice | null {
  for (const { cell, column } of filledCells(row, columns, role)) {
    const price = priceOfCell(cell);
    if (price === null) continue;
    const code = price.currency ?? currencyOfHeader(`${column.group} ${column.header}`);
    const sure = price.currency !== null && !price.ambiguous ? 0.95 : 0.85;
    return {
      reading: { value: price.amount, confidence: column.confidence, place: cell.place },
      currency: code === null ? null : { value: code, confidence: sure, place: cell.place },
    };
  }
  return null;
}

/** A sheet's number wins over its text: the text may be rounded by the number format. */
function priceOfCell(cell: TableCell): PrintedPrice | null {
  const printed = parsePrice(cell.text);
  if (cell.number === null || cell.number < 0) return printed;
  return {
    amount: Math.round(cell.number * 1e4) / 1e4,
    currency: printed?.currency ?? null,
    ambiguous: printed?.ambiguous ?? false,
    start: 0,
    end: cell.text.length,
  };
}

/** Prices of size columns. The lowest of the first group becomes the wholesale price when no other is printed. */
function readSizePrices(
  fields: DraftFields,
  row: TableRow,
  columns: readonly RoledColumn[],
): Record<string, number> | null {
  const priced = filledCells(row, columns, 'size_price').flatMap(({ cell, column }) => {
    const price = priceOfCell(cell);
    return price === null ? [] : [{ cell, column, price }];
  });
  const first = priced[0];
  if (first === undefined) return null;
  const group = priced.filter(({ column }) => column.group === first.column.group);
  const lowest = group.reduce(
    (least, entry) => (entry.price.amount < least.price.amount ? entry : least),
    first,
  );
  fields.wholesale_price ??= { value: lowest.price.amount, confidence: 0.8, place: lowest.cell.place };
  fields.sizes ??= {
    value: [...new Set(priced.map(({ column }) => squeeze(column.header)))],
    confidence: 0.85,
    place: first.cell.place,
  };
  const code = priced.find(({ price }) => price.currency !== null);
  if (code?.price.currency !== undefined && code.price.currency !== null) {
    fields.currency ??= { value: code.price.currency, confidence: 0.95, place: code.cell.place };
  }
  return Object.fromEntries(
    priced.map(({ column, price }) => [squeeze(`${column.group} ${column.header}`), price.amount]),
  );
}
