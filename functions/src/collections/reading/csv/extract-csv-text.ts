/** A text table as one sheet. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { parse } from 'csv-parse/sync';
import type { Cell, DocumentContent } from '../../content.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';

/** Throws `file_too_many_rows`; everything else is read as well as it goes. */
export function extractCsvText(source: SourceFile, options: ReadOptions): DocumentContent {
  const rows = parseTable(decodeText(source.bytes).text, source.name);
  const cells: Cell[] = [];
  for (const [row, values] of rows.entries()) {
    options.signal.throwIfAborted();
    for (const [column, value] of values.slice(0, LIMITS.sheetColumns).entries()) {
      const text = value.trim();
      if (text !== '') cells.push(toCell(text, row + 1, column + 1));
    }
  }
  options.onProgress(1, 1, 'Sheet');
  return { kind: 'sheets', sheets: [{ name: source.name.replace(/\.[^.]*$/, ''), cells }] };
}

/**
 * Rows may have different lengths, and a quote within a value counts as a letter. If a quote never ends, the text is
 * read line by line, so that the damage stays in its line.
 */
export function parseTable(text: string, file: string): string[][] {
  const given = /^sep=(.)\r?\n/i.exec(text);
  const body = given === null ? text : text.slice(given[0].length);
  const delimiter = given?.[1] ?? findDelimiter(body);
  const rows = tryParse(body, delimiter) ?? parseLines(body, delimiter);
  if (rows.length > LIMITS.sheetRows) throw new DocketError('file_too_many_rows', { file });
  return rows;
}

function tryParse(text: string, delimiter: string): string[][] | null {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: LIMITS.sheetRows + 1,
    });
    return rows.some((row) => row.some(isRunaway)) ? null : rows;
  } catch {
    return null;
  }
}

/** A quote that was never ended swallows the lines after it, up to the next quote. */
const isRunaway = (value: string) => value.startsWith('"') && value.includes('\n');

function parseLines(text: string, delimiter: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/).slice(0, LIMITS.sheetRows + 1);
  return lines.map((line) => {
    const [row] = line.includes('"') ? (tryParse(line, delimiter) ?? []) : [];
    return row ?? line.split(delimiter).map((value) => value.replace(/^\s*"|"\s*$/g, ''));
  });
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
