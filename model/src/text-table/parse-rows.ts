/** The rows of a table in text form, whatever separates its columns. Pure. */
import { parse } from '#csv-parse';
import { findDelimiter } from './find-delimiter.ts';

/** A row as it stands in the file. */
export interface TextRow {
  /** On which line of the file it begins, from 1. */
  line: number;
  cells: string[];
}

/**
 * At most `most` rows of a text without a byte order mark, empty lines included. They may have different lengths, and a
 * quote within a value counts as a letter. If a quote never ends, the text is read line by line, so that the damage stays
 * in its line. Line breaks within values become `\n`.
 */
export function parseRows(text: string, most: number): TextRow[] {
  const given = /^sep=(.)\r?\n/i.exec(text);
  const body = (given === null ? text : text.slice(given[0].length)).replaceAll(/\r\n?/g, '\n');
  const delimiter = given?.[1] ?? findDelimiter(body);
  const rows =
    tryParse(body, delimiter, most, 'strict') ??
    tryParse(body, delimiter, most, 'relaxed') ??
    parseLines(body, delimiter, most);
  return given === null ? rows : rows.map(({ line, cells }) => ({ line: line + 1, cells }));
}

/** Null for what has quotes in other places than RFC 4180 has them; relaxed, only for those that never end. */
function tryParse(
  text: string,
  delimiter: string,
  most: number,
  quotes: 'strict' | 'relaxed',
): TextRow[] | null {
  const lastLines: number[] = [];
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_quotes: quotes === 'relaxed',
      relax_column_count: true,
      record_delimiter: '\n',
      to: most,
      on_record: (record: string[], { lines }) => {
        lastLines.push(lines);
        return record;
      },
    });
    if (quotes === 'relaxed' && rows.some((row) => row.some(isRunaway))) return null;
    return rows.map((cells, index) => ({ line: (lastLines[index - 1] ?? 0) + 1, cells }));
  } catch {
    return null;
  }
}

/** A quote that was never ended swallows the lines after it, up to the next quote. */
const isRunaway = (value: string) => value.startsWith('"') && value.includes('\n');

function parseLines(text: string, delimiter: string, most: number): TextRow[] {
  const lines = text.split('\n').slice(0, most);
  return lines.map((line, index) => {
    const row = line.includes('"') ? tryParse(line, delimiter, 1, 'relaxed')?.[0] : undefined;
    const cells = row?.cells ?? line.split(delimiter).map((value) => value.replace(/^\s*"|"\s*$/g, ''));
    return { line: index + 1, cells };
  });
}
