/** A sheet of a workbook as CSV, for what reads tables in text form. Works in browsers and Node; import it when it is needed. */
import { readXlsx } from 'hucre/xlsx';
import { rowsToCsv } from '../export/csv.ts';
import type { TableCell } from '../item-table.ts';

/**
 * The first sheet of an XLSX workbook that has something in it, row by row; null when none has. Rows beyond `mostRows` are left
 * out. Rejects when the bytes are no workbook that can be read.
 */
export async function workbookToCsv(bytes: Uint8Array, mostRows: number): Promise<string | null> {
  const { sheets } = await readXlsx(bytes, { maxRows: mostRows });
  const sheet = sheets.find(({ rows }) =>
    rows.some((row) => row.some((cell) => cell !== null && cell !== '')),
  );
  if (sheet === undefined) return null;
  return rowsToCsv(sheet.rows.map((row) => row.map(cellOf)));
}

function cellOf(value: string | number | boolean | Date | null | undefined): TableCell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
