/** Reads the figures that an order prints to be checked against: in rows of totals and outside of tables. Pure. */
import type { Place } from '@docket/model/geometry';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import type { Fact, OrderCell, OrderRow } from '../tables/order-table.ts';
import { numberOfCell } from '../values/cell-number.ts';
import { countedBy, isCharge, totalOf, type TotalScope } from '../words/row-words.ts';
import type { ColumnIndex } from './row-kind.ts';

/** A number as printed. */
export interface Printed {
  value: number;
  place: Place;
}

/** A printed sum, of pieces or of money or of both. */
export interface TotalEvent {
  kind: 'total';
  scope: TotalScope;
  /** As printed; empty for figures without a label. */
  label: string;
  quantity: Printed | null;
  amount: Printed | null;
}

/** What the rows of a table say, in printed order. */
export type RowEvent =
  | {
      kind: 'line';
      quantity: number;
      /** Quantity × unit price, less the discount of the row; null without a price. */
      amount: number | null;
      label: string;
      printedQuantity: Printed | null;
      printedAmount: Printed | null;
    }
  /** Printed, but not ordered: cancelled, or sent back. */
  | { kind: 'cancelled'; quantity: number; amount: number | null }
  | TotalEvent
  | { kind: 'charge'; label: string; amount: number | null };

/** The number that a row has in the column of a role. */
export function printedIn(
  row: OrderRow,
  index: ColumnIndex,
  role: 'quantity' | 'line_total',
): Printed | null {
  const column = index.first(role);
  const cell = column === undefined ? undefined : row.get(column.index);
  const value = cell === undefined || cell.repeated ? null : numberOfCell(cell);
  return cell === undefined || value === null ? null : { value, place: cell.place };
}

/**
 * The figures of a row of totals. Two figures stand below what they sum up; a single one may stand anywhere, and its label
 * says what it counts.
 */
export function totalOfRow(
  row: OrderRow,
  index: ColumnIndex,
  scope: TotalScope,
  label: OrderCell | null,
): TotalEvent {
  const text = squeeze(label?.text ?? '');
  const event: TotalEvent = { kind: 'total', scope, label: text, quantity: null, amount: null };
  const numbers = [...row].flatMap(([column, cell]) => {
    const value = cell === label || cell.repeated ? null : numberOfCell(cell);
    return value === null ? [] : [{ column, value, place: cell.place }];
  });
  const sizes = index.of('size_quantity').map((column) => column.index);
  const ofSizes = numbers.filter(({ column }) => sizes.includes(column));
  const others = numbers.filter(({ column }) => !sizes.includes(column));
  const behind = label === null || numbers.length > 0 ? null : numberBehind(label.text);
  if (behind !== null && label !== null) others.push({ column: -1, value: behind, place: label.place });
  const [only] = others;
  if (only !== undefined && others.length === 1 && ofSizes.length === 0) {
    const role = index.columns[only.column]?.role;
    const counted = countedBy(text) ?? (role === 'quantity' ? 'quantity' : 'amount');
    if (counted === 'other') return event;
    return { ...event, [counted]: { value: only.value, place: only.place } };
  }
  const [first] = ofSizes;
  const summed =
    first === undefined
      ? null
      : { value: ofSizes.reduce((sum, { value }) => sum + value, 0), place: first.place };
  return {
    ...event,
    quantity: printedIn(row, index, 'quantity') ?? summed,
    amount: printedIn(row, index, 'line_total'),
  };
}

/** "Subtotal: $1,725": the number behind a label in the same cell. */
export function numberBehind(label: string): number | null {
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
    const counted = countedBy(label) ?? 'amount';
    if (counted === 'other') return [];
    const event: TotalEvent = { kind: 'total', scope, label, quantity: null, amount: null };
    return [{ ...event, [counted]: { value: number, place } }];
  });
}
