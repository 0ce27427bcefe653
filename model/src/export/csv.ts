/** A table as CSV after RFC 4180, for spreadsheets: with a byte order mark, and without any cell that is a formula. */
import type { ItemTable, TableCell } from '../item-table.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/**
 * How a text begins that spreadsheets take for a formula, in either width; also one that looks as if it had been kept from
 * being one, so that each text can be told from what it was.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

/** The table as the text of a CSV file. Numbers stay numbers; a text that would start a formula gets a `'` before it. */
export function tableToCsv(table: ItemTable): string {
  return rowsToCsv([table.columns.map(({ header }) => header), ...table.rows, table.totals]);
}

/** Rows, the headers first, as the text of a CSV file: see `tableToCsv`. */
export function rowsToCsv(rows: readonly (readonly TableCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

/** A text as it was before it was kept from being a formula. */
export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

function field(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
