/** A text table as one sheet. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { decodeText } from '@docket/model/text-table/decode-text';
import { parseRows } from '@docket/model/text-table/parse-rows';
import type { Cell, DocumentContent } from '../../content.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';

/** Throws `file_too_many_rows` and `file_too_many_cells`; everything else is read as well as it goes. */
export function extractCsvText(source: SourceFile, options: ReadOptions): DocumentContent {
  const rows = parseTable(decodeText(source.bytes).text, source.name, options.mostRows);
  const cells: Cell[] = [];
  for (const [row, values] of rows.entries()) {
    options.signal.throwIfAborted();
    for (const [column, value] of values.slice(0, LIMITS.sheetColumns).entries()) {
      const text = value.trim();
      if (text !== '') cells.push(toCell(text, row + 1, column + 1));
    }
    if (cells.length > LIMITS.sheetCells) throw new DocketError('file_too_many_cells', { file: source.name });
  }
  options.onProgress(1, 1, 'Sheet');
  return { kind: 'sheets', sheets: [{ name: source.name.replace(/\.[^.]*$/, ''), cells }] };
}

/** The cells of every row of the text. Throws `file_too_many_rows`. */
export function parseTable(text: string, file: string, mostRows: number = LIMITS.sheetRows): string[][] {
  const rows = parseRows(text, mostRows + 1);
  if (rows.length > mostRows) {
    throw new DocketError('file_too_many_rows', { file, wanted: mostRows.toLocaleString('en') });
  }
  return rows.map(({ cells }) => cells);
}

/** Plain numbers only: what a number in words of some country means is for the reader of the table to say. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

function toCell(text: string, row: number, column: number): Cell {
  return {
    row,
    column,
    text,
    number: PLAIN_NUMBER.test(text) ? Number(text) : null,
    bold: false,
    row_span: 1,
    column_span: 1,
  };
}
