/** Finds the tables of a sheet: header rows, what stands above them, and the rows below them. Pure. */
import { findPrices } from '../values/price.ts';
import { isSizeHeading } from '../values/sizes.ts';
import { squeeze } from '../vocabulary/fold.ts';
import { type ColumnRole, meaningOfHeader } from '../vocabulary/column-words.ts';
import type { Cell, SheetContent } from '../../content.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';

type Grid = Map<number, Map<number, Cell>>;

/** Roles that make a row a header rather than a heading or a product. */
const TELLING: readonly ColumnRole[] = [
  'sku',
  'name',
  'description',
  'price',
  'wholesale_price',
  'msrp',
  'barcode',
];

/** The tables of a sheet, top to bottom. A sheet without any header is one table with empty headers. */
export function tablesOfSheet(sheet: SheetContent): Table[] {
  const grid = gridOf(sheet.cells);
  const rows = [...grid.keys()].sort((left, right) => left - right);
  const headers = rows.filter((row) => isHeaderRow(grid.get(row) ?? new Map()));
  const starts = headers.length === 0 ? [0] : headers;
  return starts.map((header, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return tableBelow(
      sheet.name,
      grid,
      rows.filter((row) => row > header && row < end),
      header,
    );
  });
}

/** Everything that stands above the first header: where seasons and delivery windows are printed. */
export function textAboveTables(sheet: SheetContent): Cell[] {
  const grid = gridOf(sheet.cells);
  const rows = [...grid.keys()].sort((left, right) => left - right);
  const header = rows.find((row) => isHeaderRow(grid.get(row) ?? new Map())) ?? 1;
  return sheet.cells.filter((cell) => cell.row < header);
}

/** Cells by row and column. A cell merged over several rows counts in each of them. */
function gridOf(cells: readonly Cell[]): Grid {
  const grid: Grid = new Map();
  for (const cell of cells) {
    if (squeeze(cell.text) === '') continue;
    const reach = cell.column_span > 1 ? 1 : Math.min(cell.row_span, 200);
    for (let row = cell.row; row < cell.row + reach; row += 1) {
      const line = grid.get(row) ?? new Map<number, Cell>();
      line.set(cell.column, cell);
      grid.set(row, line);
    }
  }
  return grid;
}

/**
 * Words for at least two kinds of columns, one of them telling products apart or pricing them, and hardly
 * anything else.
 */
function isHeaderRow(line: ReadonlyMap<number, Cell>): boolean {
  const cells = [...line.values()];
  if (cells.length < 2) return false;
  if (!cells.every(couldHead)) return false;
  const meanings = cells.map(({ text }) => meaningOfHeader(text));
  const roles = new Set(
    meanings.flatMap((meaning) => (meaning !== null && meaning.strength >= 0.5 ? [meaning.role] : [])),
  );
  const known = cells.filter(
    ({ text }, index) => (meanings[index]?.strength ?? 0) >= 0.3 || isSizeHeading(text),
  ).length;
  const telling = TELLING.some((role) => roles.has(role));
  return telling && (roles.size >= 2 || known >= 3) && known * 2 >= Math.min(cells.length, 8);
}

/** Numbers and prices never head a column; sizes do. */
function couldHead(cell: Cell): boolean {
  if (cell.number !== null && !isSizeHeading(cell.text)) return false;
  return cell.text.length <= 60 && findPrices(cell.text).length === 0;
}

function tableBelow(sheet: string, grid: Grid, rows: readonly number[], header: number): Table {
  const heads = grid.get(header) ?? new Map<number, Cell>();
  const above = grid.get(header - 1) ?? new Map<number, Cell>();
  const width = widthOf(grid);
  const columns: TableColumn[] = Array.from({ length: width }, (_, index) => ({
    header: squeeze(heads.get(index + 1)?.text ?? ''),
    group: isHeaderRow(above) ? '' : groupOver(above, index + 1),
  }));
  return {
    columns,
    rows: rows.map((row) => rowOf(sheet, grid.get(row) ?? new Map(), row, width)),
    title: null,
    page: null,
    where: `sheet “${sheet}”`,
  };
}

function widthOf(grid: Grid): number {
  let width = 0;
  for (const line of grid.values()) {
    for (const column of line.keys()) width = Math.max(width, column);
  }
  return width;
}

/** The text of a cell in the row above that reaches over this column and others. */
function groupOver(above: ReadonlyMap<number, Cell>, column: number): string {
  for (const cell of above.values()) {
    const reaches = cell.column_span > 1 && cell.column_span <= 12;
    if (reaches && cell.column <= column && column < cell.column + cell.column_span)
      return squeeze(cell.text);
  }
  return '';
}

function rowOf(sheet: string, line: ReadonlyMap<number, Cell>, row: number, width: number): TableRow {
  const cells = new Map<number, TableCell>();
  for (const [column, cell] of line) {
    cells.set(column - 1, {
      text: cell.text.normalize('NFC').trim(),
      number: cell.number,
      bold: cell.bold,
      place: { kind: 'cell', sheet, row, column },
      spanning: cell.column_span * 2 >= width,
    });
  }
  return cells;
}
