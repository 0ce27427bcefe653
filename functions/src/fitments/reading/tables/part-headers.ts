/** Finds the rows of a sheet that head its columns, below titles and above notes. Pure. */
import { cutText } from '@docket/model/cut-text';
import type { SheetRow } from '../../../collections/ordering/tables/sheet-rows.ts';
import type { TableColumn } from '../../../collections/understanding/tables/table.ts';
import { squeeze } from '../../../collections/understanding/vocabulary/fold.ts';
import { codeLikeness } from '../columns/code-likeness.ts';
import { meaningOfPartHeader, type PartWord, partWordOfPhrase } from '../words/part-words.ts';
import { isPosition } from '../words/position-words.ts';

/** A header by the indices of its rows: `top` to `bottom`. */
export interface PartHeader {
  top: number;
  bottom: number;
  columns: TableColumn[];
}

/** Longer texts head nothing. */
const LONGEST = 60;
/** What is kept of a heading that somebody has said to be one, or of a first row of words alone. */
const LONGEST_HEADING = 300;
/** Rows that may stand between two rows of one header: positions, units, notes to the reader. */
const BETWEEN = 4;
/** Rows at the top that are looked at closely. Further down a header has to repeat known phrases exactly. */
const CLOSE = 60;

/** Words that say that parts or vehicles are listed. */
const TELLING: ReadonlySet<PartWord> = new Set<PartWord>([
  'part_number',
  'article_number',
  'title',
  'name',
  'description',
  'vehicle',
  'make',
  'model',
  'years',
]);

/** How a row reads as a header: its known words by kind; null when it holds values. */
function headerWords(row: SheetRow): ReadonlySet<PartWord> | null {
  if (row.cells.size < 2) return null;
  const words = new Set<PartWord>();
  let known = 0;
  let values = 0;
  if ([...row.cells.values()].every(({ repeated }) => repeated)) return null;
  for (const { text, number } of row.cells.values()) {
    const meaning = number === null && text.length <= LONGEST ? meaningOfPartHeader(text) : null;
    if (meaning !== null && meaning.strength >= 0.6) {
      known += 1;
      words.add(meaning.role);
    } else if (number !== null || codeLikeness(text) >= 0.5 || /^\D{0,2}\d[\d.,\s-]*\D{0,2}$/u.test(text)) {
      values += 1;
    }
  }
  const isHeader =
    words.size >= 2 &&
    [...words].some((word) => TELLING.has(word)) &&
    known >= 2 &&
    values * 5 <= known + values;
  return isHeader ? words : null;
}

/** Cheap: decides for every row of a long sheet. */
function mayRepeat(row: SheetRow): boolean {
  const cells = [...row.cells.values()];
  if (cells.some(({ number }) => number !== null)) return false;
  let known = 0;
  for (const { text } of cells) {
    if (known < 2 && text.length <= 30 && partWordOfPhrase(text) !== null) known += 1;
  }
  return known >= 2;
}

/** The headers of a sheet, top to bottom. */
export function headersOfParts(rows: readonly SheetRow[], width: number): PartHeader[] {
  const headers: PartHeader[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || (index >= CLOSE && !mayRepeat(row)) || headerWords(row) === null) continue;
    const next = rows[index + 1];
    if (next !== undefined && isGroups(row, next) && headerWords(next) !== null) continue;
    const after = headers.at(-1)?.bottom ?? -1;
    const top = isGroups(rows[index - 1], row) && index - 1 > after ? index - 1 : index;
    const bottom = bottomOf(rows, index);
    headers.push({ top, bottom, columns: columnsOf(rows.slice(top, bottom + 1), index - top, width) });
    index = bottom;
  }
  if (headers.length > 0) return headers;
  const unknown = unknownHeader(rows);
  return unknown === null
    ? []
    : [{ top: unknown, bottom: unknown, columns: columnsOf(rows.slice(unknown, unknown + 1), 0, width) }];
}

/** The last row of a header: the header again in longer words, positions, or the second half of its words. */
function bottomOf(rows: readonly SheetRow[], seed: number): number {
  const head = rows[seed];
  let bottom = seed;
  for (let index = seed + 1; index <= seed + BETWEEN && index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || head === undefined) break;
    const isNext = index === bottom + 1;
    if (repeatsWords(head, row) || (isNext && (arePositions(row) || continuesWords(head, row))))
      bottom = index;
    else if (isNext && looksLikeData(row, head)) break;
  }
  return bottom;
}

/** A row that says at least three of the header's words again, in the same columns, and holds no numbers. */
function repeatsWords(head: SheetRow, row: SheetRow): boolean {
  let same = 0;
  for (const [column, { text, number }] of row.cells) {
    if (number !== null) return false;
    const above = head.cells.get(column);
    if (above !== undefined && squeeze(above.text).toLowerCase() === squeeze(text).toLowerCase()) same += 1;
  }
  return same >= 3;
}

function arePositions(row: SheetRow): boolean {
  const cells = [...row.cells.values()];
  return cells.length >= 2 && cells.filter(({ text }) => isPosition(text)).length >= 0.7 * cells.length;
}

/** "Part | Year | Year" over "Number | From | To": words that mean more together. */
function continuesWords(head: SheetRow, row: SheetRow): boolean {
  let together = 0;
  for (const [column, { text, number, columns }] of row.cells) {
    const above = head.cells.get(column);
    if (number !== null || /\d/u.test(text) || text.length > 24 || above === undefined || columns > 1)
      return false;
    const own = meaningOfPartHeader(above.text);
    const joined = meaningOfPartHeader(`${above.text} ${text}`);
    if (joined?.strength === 1 && (own === null || own.strength < 1 || own.role !== joined.role))
      together += 1;
  }
  return together >= 2;
}

const looksLikeData = (row: SheetRow, head: SheetRow): boolean =>
  [...row.cells].some(
    ([column, { text, number }]) => head.cells.has(column) && (number !== null || /^\D{0,4}\d/u.test(text)),
  );

/** Texts over several columns of the header each: "Front" over "Pads | Rotors". A title stands alone. */
function isGroups(above: SheetRow | undefined, head: SheetRow): boolean {
  if (above === undefined || head.number - above.number !== 1) return false;
  const cells = [...above.cells.values()];
  const plain = cells.every(
    ({ text, number }) => number === null && text.length <= 40 && !/[.:!?]$/u.test(text),
  );
  const spans = cells.filter(({ columns }) => columns > 1 && columns < head.cells.size).length;
  return plain && cells.length < head.cells.size && (cells.length >= 2 || spans > 0);
}

/** Columns with their headers. `groups` counts the rows of groups on top. */
function columnsOf(rows: readonly SheetRow[], groups: number, width: number): TableColumn[] {
  const heads = rows.slice(groups);
  const joined = heads.slice(1).filter((row) => heads[0] !== undefined && continuesWords(heads[0], row));
  const positions = heads.slice(1).filter(arePositions);
  return Array.from({ length: width }, (_, column): TableColumn => {
    const own = ownHeader(heads, joined, column);
    const over = rows.slice(0, groups).map((row) => groupOver(row, column));
    const below = positions.map((row) => row.cells.get(column)?.text ?? '').filter(isPosition);
    const group = [...over.filter((text) => text !== own), ...below];
    return { header: heading(own), group: heading(group.join(' ')) };
  });
}

const heading = (text: string): string => cutText(squeeze(text), LONGEST_HEADING);

function ownHeader(heads: readonly SheetRow[], joined: readonly SheetRow[], column: number): string {
  const first =
    heads.find((row) => !arePositions(row) && row.cells.has(column))?.cells.get(column)?.text ?? '';
  const rest = joined.flatMap((row) => row.cells.get(column)?.text ?? []);
  return [first, ...rest.filter((text) => text !== first)].join(' ');
}

/** The text over a column: a merged cell that reaches it, or the nearest one to its left where none is merged. */
function groupOver(row: SheetRow, column: number): string {
  const left = [...row.cells].filter(([start]) => start <= column).sort(([a], [b]) => b - a)[0];
  if (left === undefined) return '';
  const [start, cell] = left;
  const isMerged = [...row.cells.values()].some(({ columns }) => columns > 1);
  return !isMerged || column < start + cell.columns ? cell.text : '';
}

/** A first row of words alone over rows with figures, in a language that is not known. */
function unknownHeader(rows: readonly SheetRow[]): number | null {
  const most = rows.slice(0, CLOSE).reduce((width, { cells }) => Math.max(width, cells.size), 0);
  const index = rows.findIndex(({ cells }) => cells.size >= 2 && cells.size * 2 > most);
  const row = rows[index];
  if (row === undefined || index >= CLOSE) return null;
  const isWords = [...row.cells.values()].every(
    ({ text, number }) => number === null && text.length <= 40 && !/\d/u.test(text),
  );
  const below = rows.slice(index + 1, index + 20);
  const figured = [...row.cells.keys()].filter((column) => {
    const cells = below.flatMap(({ cells: others }) => others.get(column) ?? []);
    return cells.length > 0 && cells.filter(({ text }) => /\d/u.test(text)).length >= 0.8 * cells.length;
  });
  return isWords && figured.length > 0 ? index : null;
}
