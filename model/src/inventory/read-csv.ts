/** Rows of a CSV file, alike in the browser and in the functions. Pure. */
import { LIMITS } from '../limits.ts';
import { decodeText } from '../text-table/decode-text.ts';
import { parseRows, type TextRow } from '../text-table/parse-rows.ts';

/** Rows that are given: one more than are taken, and the headers, so that a file that is too long shows. */
const MOST_ROWS = LIMITS.importRows + 2;

/** `parseCsv` of the bytes of a file: its encoding is told by a byte order mark, else by what fits. Never fails. */
export function readCsv(bytes: Uint8Array): TextRow[] {
  return parseCsv(decodeText(bytes).text);
}

/**
 * The rows of a text with something in them, headers first, with their lines in the file, from 1. Separators and quotes
 * are found out. Nothing fails; a text without a table is a table of one column. Rows beyond `LIMITS.importRows` are
 * for the caller to refuse; there is at most one. Empty ones count up to `LIMITS.sheetRows`.
 */
export function parseCsv(text: string): TextRow[] {
  const rows = parseRows(text.replace(/^\uFEFF/u, ''), LIMITS.sheetRows);
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, MOST_ROWS);
}
