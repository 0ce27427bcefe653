/** Reads the rows of an order's table into lines, and keeps what is printed to check them against. Pure. */
import type { OrderColumn } from '@docket/model/order';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import type { OrderLine } from '../order.ts';
import type { Fact, OrderRow, OrderTable } from '../tables/order-table.ts';
import { complete } from './carry.ts';
import { type HeadValues, headValuesOf } from './head-values.ts';
import { numberBehind, printedIn, type RowEvent, sumsOfFacts, totalOfRow } from './printed-sums.ts';
import { fieldsOfRow, lineOf, type Pieces, piecesOfRow, type RowFields } from './read-line.ts';
import { kindOfOrderRow } from './row-kind.ts';
import { discountOfRow, type TableStyle, styleOfTable } from './table-style.ts';

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
  const style = styleOfTable(table, columns);
  const reading: TableReading = { lines: [], events: [] };
  let state = freshState(table.parts[0]?.facts ?? [], document);
  let part = 1;
  for (const [at, row] of table.rows.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    while (table.parts[part] !== undefined && (table.parts[part]?.start ?? 0) <= at) {
      state = nextState(state, table.parts[part]?.facts ?? [], document);
      part += 1;
    }
    readRow({ row, style, position, document, state, reading });
  }
  for (const last of table.parts.slice(part)) {
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
  style: TableStyle;
  position: number;
  document: DocumentContext;
  state: State;
  reading: TableReading;
}

function readRow(work: RowWork): void {
  const { row, state, reading } = work;
  const { index } = work.style;
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
    case 'total':
      reading.events.push(totalOfRow(row, index, kind.scope, kind.label));
      if (kind.scope === 'total' && kind.label !== null) state.isClosed = true;
      break;
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
  { row, style, position, document, state, reading }: RowWork,
  kind: 'line' | 'cancelled',
): void {
  const { index } = style;
  const own = fieldsOfRow(row, index);
  const hasSku = index.first('sku') !== undefined;
  if (state.isClosed && hasSku && own.sku === null && own.color === null && own.size === null) return;
  const fields = complete(own, {
    previous: state.previous,
    heading: state.heading,
    head: state.head,
    hasSku,
    hasSizeColumn: index.first('size') !== undefined,
  });
  state.previous = fields;
  const all = piecesOfRow(row, style);
  if (all.length === 0 || (fields.sku === null && fields.name === null)) return;
  const pieces = kind === 'cancelled' ? [] : all.filter(({ quantity }) => quantity > 0);
  const net = fields.unit_price === null ? null : fields.unit_price * (1 - discountOfRow(row, style));
  const sum = (counted: readonly Pieces[]): { quantity: number; amount: number | null } => {
    const quantity = counted.reduce((total, piece) => total + piece.quantity, 0);
    return { quantity, amount: net === null ? null : quantity * net };
  };
  const left = all.filter((piece) => !pieces.includes(piece));
  if (left.length > 0) reading.events.push({ kind: 'cancelled', ...sum(left) });
  if (pieces.length === 0) return;
  const priced = { ...fields, currency: fields.currency ?? document.currency };
  for (const piece of pieces) reading.lines.push(lineOf(priced, piece, position));
  reading.events.push({
    kind: 'line',
    ...sum(pieces),
    label: [fields.sku ?? fields.name, fields.color].filter((text) => text !== null).join(' '),
    printedQuantity: index.of('size_quantity').length === 0 ? null : printedIn(row, index, 'quantity'),
    printedAmount: printedIn(row, index, 'line_total'),
  });
}
