/** Moving about in a grid by keyboard, and selecting ranges. Pure. */

/** A cell: both numbers from 0. */
export interface GridPosition {
  row: number;
  column: number;
}

/** How large a grid is, and how many rows a page of it has. */
export interface GridSize {
  rows: number;
  columns: number;
  page: number;
}

/** The cell that somebody is in, with the row that it belongs to. */
export interface GridPlace extends GridPosition {
  /** Of the row; null before anybody has been in the grid. */
  id: string | null;
}

/**
 * Where the cell at `place` is among rows with these ids. Rows come and go, and are sorted anew by what was just written:
 * whoever is in one stays in it. Where it is gone, the row that has taken its place.
 */
export function rowAt(place: GridPlace, ids: readonly string[]): number {
  const { id, row } = place;
  if (id === null || ids[row] === id) return Math.max(0, Math.min(row, ids.length - 1));
  const moved = ids.indexOf(id);
  return moved >= 0 ? moved : Math.max(0, Math.min(row, ids.length - 1));
}

/** A function that yields the ids of rows: the same list as long as they are the same, though the rows may have changed. */
export function createIdList<T>(): (rows: readonly T[], rowId: (row: T) => string) => readonly string[] {
  let known: readonly string[] = [];
  return (rows, rowId) => {
    const ids = rows.map(rowId);
    if (ids.length !== known.length || ids.some((id, index) => id !== known[index])) known = ids;
    return known;
  };
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/** Where a key leads from `from`; null for keys that do not move. `whole` is Ctrl or Cmd: to the very end. */
export function gridMove(
  key: string,
  whole: boolean,
  from: GridPosition,
  { rows, columns, page }: GridSize,
): GridPosition | null {
  const to = (row: number, column: number) => ({ row: clamp(row, rows), column: clamp(column, columns) });
  switch (key) {
    case 'ArrowUp':
      return to(whole ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return to(whole ? rows : from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, whole ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.row, whole ? columns : from.column + 1);
    case 'Home':
      return to(whole ? 0 : from.row, 0);
    case 'End':
      return to(whole ? rows : from.row, columns);
    case 'PageUp':
      return to(from.row - page, from.column);
    case 'PageDown':
      return to(from.row + page, from.column);
    default:
      return null;
  }
}

/** The editable cell after or before `from`, over the ends of rows; null beyond the last one. */
export function nextEditable(
  from: GridPosition,
  step: 1 | -1,
  rows: number,
  editable: readonly number[],
): GridPosition | null {
  const place = editable.indexOf(from.column) + step;
  const column = editable[place];
  if (column !== undefined) return { row: from.row, column };
  const row = from.row + step;
  const first = step === 1 ? editable[0] : editable.at(-1);
  return first === undefined || row < 0 || row >= rows ? null : { row, column: first };
}

/** `selected` after a row was ticked or unticked; with a range all rows between `anchor` and it go the same way. */
export function selectionAfter(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  index: number,
  anchor: number | null,
): ReadonlySet<string> {
  const clicked = ids[index];
  if (clicked === undefined) return selected;
  const next = new Set(selected);
  const select = !selected.has(clicked);
  const [first, last] = anchor === null ? [index, index] : [Math.min(anchor, index), Math.max(anchor, index)];
  for (const id of ids.slice(first, last + 1)) {
    if (select) next.add(id);
    else next.delete(id);
  }
  return next;
}
