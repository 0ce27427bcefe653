/** Finds the header rows of a sheet. A header may have several rows: groups above sizes, sizes below "Sizes". Pure. */
import type { TableColumn } from '../../understanding/tables/table.ts';
import { fold, squeeze } from '../../understanding/vocabulary/fold.ts';
import { sizeOfHeading } from '../values/size-heading.ts';
import { orderWordOfPhrase } from '../words/order-words.ts';
import { headerCellOf, isHeader } from './header-cells.ts';
import type { SheetCell, SheetRow } from './sheet-rows.ts';

/** A header by the indices of its rows: `top` to `bottom`. */
export interface SheetHeader {
  top: number;
  bottom: number;
  columns: TableColumn[];
  /** The columns that sizes head. */
  sized: readonly number[];
}

/** Rows at the top of a sheet that are looked at closely. Further down a header has to repeat known phrases exactly. */
const CLOSE = 80;
const LONGEST_GROUP = 40;

/** After this many rows the caller may let other work run. */
const ROWS_AT_ONCE = 1000;

/** The headers of a sheet, top to bottom. */
export function* headersOfSheet(
  rows: readonly SheetRow[],
  width: number,
): Generator<undefined, SheetHeader[]> {
  const headers: SheetHeader[] = [];
  let index = 0;
  while (index < rows.length) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const row = rows[index];
    const base = headers.at(-1);
    if (row !== undefined && (index < CLOSE || mayRepeat(row)) && isHeader(textsOf(row))) {
      const header = headerAt(rows, index, width, base?.bottom ?? -1);
      headers.push(header);
      index = header.bottom + 1;
    } else {
      const resized = row === undefined || base === undefined ? null : withNewSizes(row, base, index);
      if (resized !== null) headers.push(resized);
      index += 1;
    }
  }
  return headers;
}

const textsOf = (row: SheetRow): string[] => ownCells(row).map(([, cell]) => cell.text);

const ownCells = (row: SheetRow): [number, SheetCell][] =>
  [...row.cells].filter(([, cell]) => !cell.repeated).sort(([left], [right]) => left - right);

/** Cheap: decides for every row of a long sheet. Numbers in a header are sizes, a step or two apart. */
function mayRepeat(row: SheetRow): boolean {
  let last: number | null = null;
  for (const { number } of row.cells.values()) {
    if (number === null) continue;
    if (number > 200 || (number * 2) % 1 !== 0 || (last !== null && number - last > 4)) return false;
    last = number;
  }
  let known = 0;
  for (const { text, number } of row.cells.values()) {
    if (number === null && text.length <= 30 && orderWordOfPhrase(text) !== null) known += 1;
  }
  return known >= 2 || (known === 1 && row.cells.size <= 2);
}

function headerAt(rows: readonly SheetRow[], seed: number, width: number, after: number): SheetHeader {
  let top = seed;
  while (top - 1 > after && isGroupRow(rows[top - 1], rows[top])) top -= 1;
  let bottom = seed;
  while (continuesHeader(rows[bottom + 1], rows.slice(top, bottom + 1))) bottom += 1;
  const columns = columnsOf(rows.slice(top, bottom + 1), width);
  return { top, bottom, columns, sized: sizedColumns(columns) };
}

/** Texts that stand over columns of the header below: "Sizes" over S M L, "Unit" over "Price". */
function isGroupRow(above: SheetRow | undefined, header: SheetRow | undefined): boolean {
  if (above === undefined || header === undefined || header.number - above.number !== 1) return false;
  const cells = ownCells(above);
  const headed = [...header.cells.keys()];
  const first = Math.min(...headed);
  const isAbove = cells.every(([column, cell]) => {
    const covered = headed.filter((other) => other >= column && other < column + cell.columns).length;
    const head = headerCellOf(cell.text);
    const { kind } = head;
    const isHead = kind === 'size' || (kind === 'word' && head.strength >= 0.6 && head.word !== 'other');
    const fits = kind !== 'none' && cell.text.length <= LONGEST_GROUP && !/[.:：!?]$/u.test(cell.text);
    return fits && (covered >= 2 || isHead) && covered < headed.length;
  });
  const isBeside = cells.every(
    ([column, cell]) => column > first || cell.columns > 1 || header.cells.has(column),
  );
  const spans = cells.some(([, cell]) => cell.columns > 1);
  const sizesBelow = cells.some(([column]) => sizeOfHeading(header.cells.get(column)?.text ?? '') !== null);
  return cells.length > 0 && isAbove && isBeside && (spans || sizesBelow || cells.length >= 3);
}

/** Sizes, units and further header words directly below the header, where it leaves room for them. */
function continuesHeader(row: SheetRow | undefined, header: readonly SheetRow[]): boolean {
  const last = header.at(-1);
  if (row === undefined || last === undefined || row.number - last.number > 1) return false;
  const cells = ownCells(row);
  if (cells.length === 0) return false;
  const isRoom = (column: number): boolean =>
    header.every(({ cells: above }) => {
      const over = [...above].find(([start, cell]) => start <= column && column < start + cell.columns);
      return over === undefined || over[1].columns > 1 || isSizesWord(over[1].text);
    });
  const sizes = cells.filter(([column, { text }]) => sizeOfHeading(text) !== null && isRoom(column)).length;
  const isHead = cells.every(([column, { text }]) => {
    const cell = headerCellOf(text);
    if (cell.kind === 'size') return isRoom(column) || !cell.plain;
    return (
      cell.kind === 'unit' ||
      (cell.kind === 'word' && cell.strength >= 0.5) ||
      (cell.kind === 'text' && sizes >= 2 && isRoom(column))
    );
  });
  const units = cells.filter(([, { text }]) => headerCellOf(text).kind === 'unit').length;
  return isHead && (sizes >= 2 || units > 0 || (cells.length >= 2 && sizes === 0));
}

const isSizesWord = (text: string): boolean =>
  headerCellOf(text).kind === 'word' &&
  /siz|größ|groess|taill|tagli|tall|размер|尺码|サイズ|point|maat|qty|quant|menge/iu.test(text);

/** Columns with the texts of all header rows: stacked words are joined, sizes stand alone, spans name groups. */
function columnsOf(header: readonly SheetRow[], width: number): TableColumn[] {
  return Array.from({ length: width }, (_, column): TableColumn => {
    const own: string[] = [];
    let group = '';
    for (const row of header) {
      const cell = row.cells.get(column);
      const isLast = row === header.at(-1);
      if (cell !== undefined && !cell.repeated && (cell.columns === 1 || isLast))
        own.push(squeeze(cell.text));
      else if (!isLast) group = groupOver(row, column, header) ?? group;
    }
    const size = own.findLast((text) => sizeOfHeading(text) !== null);
    if (size === undefined || own.length < 2) return { header: own.join(' '), group };
    const rest = own.filter((text) => text !== size);
    return { header: size, group: rest.join(' ') };
  });
}

/** The merged cell over a column, or a lone text to its left over sizes that no other text covers. */
function groupOver(row: SheetRow, column: number, header: readonly SheetRow[]): string | null {
  const left = [...row.cells].filter(([start]) => start <= column).sort(([a], [b]) => b - a)[0];
  if (left === undefined) return null;
  const [start, cell] = left;
  if (column < start + cell.columns) return cell.columns > 1 ? squeeze(cell.text) : null;
  const last = header.at(-1);
  const isRun = Array.from({ length: column - start + 1 }, (_, offset) => start + offset).every(
    (at) => sizeOfHeading(last?.cells.get(at)?.text ?? '') !== null,
  );
  return isRun ? squeeze(cell.text) : null;
}

/** Sizes alone in a row head the rows below anew: "36 37 38 39" after "XS S M L". */
function withNewSizes(row: SheetRow, base: SheetHeader, index: number): SheetHeader | null {
  if (base.sized.length < 3 || row.cells.size < 3 || row.cells.size > base.sized.length + 1) return null;
  const { sized } = base;
  const cells = ownCells(row);
  const sizes = cells.filter(([column]) => sized.includes(column)).map(([, { text }]) => sizeOfHeading(text));
  if (sizes.length < 3 || sizes.length < cells.length - 1 || sizes.includes(null)) return null;
  const values = cells.flatMap(([, { text }]) =>
    /^\d+(?:[.,]5)?$/u.test(text) ? [Number(text.replace(',', '.'))] : [],
  );
  const isPlain = values.length === sizes.length;
  const climbs = values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
  if (isPlain && !(climbs && (values[0] ?? 0) >= 16)) return null;
  const columns = base.columns.map((column, at): TableColumn => {
    if (!sized.includes(at)) return column;
    return { header: squeeze(row.cells.get(at)?.text ?? ''), group: column.group };
  });
  return { top: index, bottom: index, columns, sized };
}

function sizedColumns(columns: readonly TableColumn[]): number[] {
  return columns.flatMap(({ header }, column) => (sizeOfHeading(header) === null ? [] : [column]));
}

/** A test for rows that repeat the headers above them. */
export function repetitionTest(
  columns: readonly Pick<TableColumn, 'header'>[],
): (row: ReadonlyMap<number, { text: string }>) => boolean {
  const folded = columns.map(({ header }) => (/\p{L}/u.test(header) ? fold(header) : ''));
  const lengths = columns.map(({ header }) => header.length);
  return (row) => {
    let equal = 0;
    for (const [column, { text }] of row) {
      const header = folded[column] ?? '';
      const isNear = header !== '' && Math.abs(text.length - (lengths[column] ?? 0)) <= 2;
      if (isNear && fold(text) === header) equal += 1;
    }
    return equal >= 2 && equal * 2 >= row.size;
  };
}
