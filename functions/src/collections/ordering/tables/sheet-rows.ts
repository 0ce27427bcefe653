/** The rows of a sheet with their cells, merged cells counted in every row that they reach. Pure. */
import type { Cell, SheetContent } from '../../content.ts';
import type { OrderCell } from './order-table.ts';

/** A cell of a sheet with how far it reaches to the right. */
export interface SheetCell extends OrderCell {
  columns: number;
}

/** A row that has content, by 1-based number. Cells by column index, from 0. */
export interface SheetRow {
  number: number;
  cells: ReadonlyMap<number, SheetCell>;
}

/** Further rows of a merged cell that are looked at. */
const MOST_ROWS = 500;

/** After this many cells the caller may let other work run. */
const CELLS_AT_ONCE = 10_000;

/** The rows with content, top to bottom. */
export function* rowsOfSheet(sheet: SheetContent): Generator<undefined, SheetRow[]> {
  const rows = new Map<number, Map<number, SheetCell>>();
  const width = sheet.cells.reduce((most, { column }) => Math.max(most, column), 0);
  let number = 0;
  let cells = new Map<number, SheetCell>();
  for (const [index, cell] of sheet.cells.entries()) {
    if (index % CELLS_AT_ONCE === CELLS_AT_ONCE - 1) yield;
    if (isBlank(cell.text)) continue;
    const reach = cell.column_span > 1 ? 1 : Math.min(cell.row_span, MOST_ROWS);
    for (let row = cell.row; row < cell.row + reach; row += 1) {
      if (row !== number || cells.size === 0) {
        cells = rows.get(row) ?? new Map<number, SheetCell>();
        rows.set(row, cells);
        number = row;
      }
      if (!cells.has(cell.column - 1)) cells.set(cell.column - 1, sheetCell(cell, sheet.name, row, width));
    }
  }
  return [...rows]
    .map(([at, row]) => ({ number: at, cells: row }))
    .sort((left, right) => left.number - right.number);
}

const isBlank = (text: string): boolean => text.trim() === '' || isDrawnLine(text);

/** Dashes and underscores from edge to edge are how plain text draws lines. */
export function isDrawnLine(text: string): boolean {
  return /^[-–—_=*.·\s]{4,}$/u.test(text);
}

function sheetCell(cell: Cell, sheet: string, row: number, width: number): SheetCell {
  return {
    text: cell.text.normalize('NFC').trim(),
    number: cell.number,
    bold: cell.bold,
    place: { kind: 'cell', sheet, row: cell.row, column: cell.column },
    spanning: cell.column_span * 2 >= width,
    repeated: row !== cell.row,
    columns: cell.column_span,
  };
}
