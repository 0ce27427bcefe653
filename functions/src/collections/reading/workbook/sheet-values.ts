/** The cells of a worksheet as SheetJS reads it, in our form. */
import { type CellObject, SSF, type WorkSheet, utils } from '@e965/xlsx';
import { LIMITS } from '@docket/model/limits';
import type { Cell } from '../../content.ts';

/** Cells with text by row, then column. `isBold` is asked with 1-based positions. */
export function sheetCells(sheet: WorkSheet, isBold: (row: number, column: number) => boolean): Cell[] {
  const spans = mergedSpans(sheet);
  const rows: unknown = sheet['!data'];
  const cells: Cell[] = [];
  if (!Array.isArray(rows)) return cells;
  for (const [rowIndex, row] of rows.entries()) {
    if (!Array.isArray(row)) continue;
    const columns = Math.min(row.length, LIMITS.sheetColumns);
    for (let columnIndex = 0; columnIndex < columns; columnIndex += 1) {
      const given: CellObject | undefined = row[columnIndex];
      const text = given === undefined ? '' : displayedText(given);
      if (given === undefined || text === '') continue;
      const span = spans.get(utils.encode_cell({ r: rowIndex, c: columnIndex }));
      cells.push({
        row: rowIndex + 1,
        column: columnIndex + 1,
        text,
        number: numberOf(given),
        bold: isBold(rowIndex + 1, columnIndex + 1),
        row_span: span?.rows ?? 1,
        column_span: span?.columns ?? 1,
      });
    }
  }
  return cells;
}

function mergedSpans(sheet: WorkSheet): Map<string, { rows: number; columns: number }> {
  return new Map(
    (sheet['!merges'] ?? []).map(({ s, e }) => [
      utils.encode_cell(s),
      { rows: e.r - s.r + 1, columns: Math.min(e.c - s.c + 1, LIMITS.sheetColumns) },
    ]),
  );
}

/** What stands in the cell. Error values and formulas for pictures are nothing that a person reads. */
function displayedText(cell: CellObject): string {
  if (cell.t === 'e' || cell.t === 'z') return '';
  const value = cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  const text = value.replaceAll(/\r\n?/g, '\n').trim();
  if (/^=?(?:_xlfn\.)?DISPIMG\(/.test(text)) return '';
  // A long article number in a narrow format shows as 5.9E+12, which is of no use to anybody.
  if (cell.t === 'n' && Number.isSafeInteger(cell.v) && /^\d(?:\.\d+)?E\+\d+$/.test(text))
    return String(cell.v);
  return text;
}

/** Dates are numbers too, but not ones to calculate with. */
function numberOf(cell: CellObject): number | null {
  if (cell.t !== 'n' || typeof cell.v !== 'number') return null;
  return typeof cell.z === 'string' && isDateFormat(cell.z) ? null : cell.v;
}

const dateFormats = new Map<string, boolean>();

function isDateFormat(format: string): boolean {
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const isDate = Boolean(SSF.is_date(format));
  dateFormats.set(format, isDate);
  return isDate;
}
