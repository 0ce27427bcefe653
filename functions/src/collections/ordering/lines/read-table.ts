/** Reads the rows of an order's table into lines, and keeps what is printed to check them against. Pure. */
import type { Place } from '@docket/model/geometry';
import type { OrderColumn } from '@docket/model/order';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import type { OrderLine } from '../order.ts';
import type { Fact, OrderRow, OrderTable } from '../tables/order-table.ts';
import { numberOfCell } from '../values/cell-number.ts';
import { isCharge, totalOf, type TotalScope } from '../words/row-words.ts';
import { complete } from './carry.ts';
import { type HeadValues, headValuesOf } from './head-values.ts';
import { fieldsOfRow, lineOf, piecesOfRow, type RowFields } from './read-line.ts';
import { type ColumnIndex, indexColumns, kindOfOrderRow } from './row-kind.ts';

/** A number as printed. */
export interface Printed {
  value: number;
  place: Place;
}

/** What the rows of a table say, in printed order. */
export type RowEvent =
  | {
      kind: 'line';
      quantity: number;
      /** Quantity × unit price; null without a price. */
      amount: number | null;
      label: string;
      printedQuantity: Printed | null;
      printedAmount: Printed | null;
    }
  | { kind: 'cancelled'; quantity: number; amount: number | null }
  | { kind: 'total'; scope: TotalScope; label: string; quantity: Printed | null; amount: Printed | null }
  | { kind: 'charge'; label: string; amount: number | null };

/** A table that has been read. */
export interface TableReading {
  lines: OrderLine[];
  events: RowEvent[];
}

/** What holds for all tables of a document. */
export interface DocumentContext {
  currency: string | null;
  head: HeadValues;
}

/** After this many rows the caller may let other work run. */
const ROWS_AT_ONCE = 500;

/** Lines of a table at place `position` of its document. Yields now and then. */
export function* readOrderTable(
  table: OrderTable,
  columns: readonly OrderColumn[],
  position: number,
  document: DocumentContext,
): Generator<undefined, TableReading> {
  const index = indexColumns(columns);
  const groups = table.columns.map(({ group }) => group);
  const reading: TableReading = { lines: [], events: [] };
  let state = freshState(table.parts[0]?.facts ?? [], document);
  let part = 1;
  for (const [at, row] of table.rows.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    while (table.parts[part] !== undefined && (table.parts[part]?.start ?? 0) <= at) {
      state = nextState(state, table.parts[part]?.facts ?? [], document);
      part += 1;
    }
    readRow({ row, index, groups, position, document, state, reading });
  }
  for (const last of table.parts.slice(part - 1)) {
    if (last.start >= table.rows.length) reading.events.push(...sumsOfFacts(last.facts));
  }
  return reading;
}

interface State {
  previous: RowFields | null;
  heading: string | null;
  head: HeadValues;
  /** A total of everything has been printed: what follows needs a number of its own to count. */
  isClosed: boolean;
}

function freshState(facts: readonly Fact[], { head }: DocumentContext): State {
  const own = headValuesOf(facts);
  return {
    previous: null,
    heading: null,
    head: {
      sku: own.sku ?? head.sku,
      name: own.name ?? head.name,
      color: own.color ?? head.color,
      unit_price: own.unit_price ?? head.unit_price,
      msrp: own.msrp ?? head.msrp,
      category: own.category ?? head.category,
      material: own.material ?? head.material,
      origin: own.origin ?? head.origin,
      season: own.season ?? head.season,
      delivery: own.delivery ?? head.delivery,
    },
    isClosed: false,
  };
}

/** A new page goes on with the style of the last one, unless a style or a title stands above its rows. */
function nextState(state: State, facts: readonly Fact[], document: DocumentContext): State {
  const own = headValuesOf(facts);
  if (own.sku === null && own.name === null) return { ...state, isClosed: false };
  return freshState(facts, document);
}

interface RowWork {
  row: OrderRow;
  index: ColumnIndex;
  groups: readonly string[];
  position: number;
  document: DocumentContext;
  state: State;
  reading: TableReading;
}

function readRow(work: RowWork): void {
  const { row, index, state, reading } = work;
  const kind = kindOfOrderRow(row, index);
  switch (kind.kind) {
    case 'line':
    case 'cancelled':
      readLine(work, kind.kind);
      break;
    case 'heading':
      state.heading = squeeze(kind.cell.text);
      state.previous = null;
      break;
    case 'total': {
      const label = squeeze(kind.label?.text ?? '');
      const sums = {
        quantity: printedIn(row, index, 'quantity'),
        amount: printedIn(row, index, 'line_total'),
      };
      const inLabel = sums.quantity === null && sums.amount === null ? numberBehind(label) : null;
      const amount =
        sums.amount ??
        (inLabel === null || kind.label === null ? null : { value: inLabel, place: kind.label.place });
      reading.events.push({
        kind: 'total',
        scope: kind.scope,
        label,
        quantity: sums.quantity ?? sizeSum(row, index),
        amount,
      });
      if (kind.scope === 'total' && kind.label !== null) state.isClosed = true;
      break;
    }
    case 'charge':
      reading.events.push({
        kind: 'charge',
        label: squeeze(kind.label.text),
        amount: printedIn(row, index, 'line_total')?.value ?? numberBehind(kind.label.text),
      });
      break;
    case 'other':
      break;
  }
}

function readLine(
  { row, index, groups, position, document, state, reading }: RowWork,
  kind: 'line' | 'cancelled',
): void {
  const own = fieldsOfRow(row, index);
  if (state.isClosed && own.sku === null && own.color === null && own.size === null) return;
  const fields = complete(own, {
    previous: state.previous,
    heading: state.heading,
    head: state.head,
    hasSku: index.first('sku') !== undefined,
    hasSizeColumn: index.first('size') !== undefined,
  });
  state.previous = fields;
  const pieces = piecesOfRow(row, index, groups);
  if (pieces.length === 0 || (fields.sku === null && fields.name === null)) return;
  const quantity = pieces.reduce((sum, piece) => sum + piece.quantity, 0);
  const amount = fields.unit_price === null ? null : quantity * fields.unit_price;
  if (kind === 'cancelled') {
    reading.events.push({ kind, quantity, amount });
    return;
  }
  const priced = { ...fields, currency: fields.currency ?? document.currency };
  for (const piece of pieces) reading.lines.push(lineOf(priced, piece, position));
  reading.events.push({
    kind,
    quantity,
    amount,
    label: [fields.sku ?? fields.name, fields.color].filter((text) => text !== null).join(' '),
    printedQuantity: index.of('size_quantity').length === 0 ? null : printedIn(row, index, 'quantity'),
    printedAmount: printedIn(row, index, 'line_total'),
  });
}

function printedIn(row: OrderRow, index: ColumnIndex, role: 'quantity' | 'line_total'): Printed | null {
  const column = index.first(role);
  const cell = column === undefined ? undefined : row.get(column.index);
  const value = cell === undefined || cell.repeated ? null : numberOfCell(cell);
  return cell === undefined || value === null ? null : { value, place: cell.place };
}

/** Totals below size columns, where no column holds their sum. */
function sizeSum(row: OrderRow, index: ColumnIndex): Printed | null {
  const cells = index.of('size_quantity').flatMap(({ index: column }) => row.get(column) ?? []);
  const values = cells.map((cell) => numberOfCell(cell)).filter((value) => value !== null);
  const place = cells[0]?.place;
  return values.length === 0 || place === undefined
    ? null
    : { value: values.reduce((sum, value) => sum + value, 0), place };
}

/** "Subtotal: $1,725": the number behind a label in the same cell. */
function numberBehind(label: string): number | null {
  const printed = /[:：\s]\s*(?<number>[^\s:：]*\d[\d.,'’  ]*\s*\S{0,4})$/u.exec(label)?.groups?.['number'];
  return printed === undefined
    ? null
    : numberOfCell({ text: printed, number: null, bold: false, spanning: false, place: NOWHERE });
}

const NOWHERE: Place = { kind: 'page', number: 1, box: { x: 0, y: 0, width: 0, height: 0 } };

/** Totals that stand below or above tables: "Total Units: 1,397". */
export function sumsOfFacts(facts: readonly Fact[]): RowEvent[] {
  return facts.flatMap(({ label, value, place }): RowEvent[] => {
    const number = numberOfCell({ text: value, number: null, bold: false, spanning: false, place });
    if (label === '' || number === null) return [];
    if (isCharge(label)) return [{ kind: 'charge', label, amount: number }];
    const scope = totalOf(label);
    if (scope === null) return [];
    const printed = { value: number, place };
    const isPieces =
      /unit|qty|quantit|piece|pcs|pair|stück|menge|paar|pezzi|capi|uds|unidad|кол|шт|数量|件数/iu.test(label);
    const isOther =
      /pack|carton|ctn|line|style|item|article|weight|volume|karton|colis|page|箱/iu.test(label) && !isPieces;
    if (isOther) return [];
    return [
      { kind: 'total', scope, label, quantity: isPieces ? printed : null, amount: isPieces ? null : printed },
    ];
  });
}
