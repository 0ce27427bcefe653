/**
 * In which cell a floating picture stands. People drop pictures roughly: one that begins at the foot of a row and fills
 * the next one belongs to the next one. So the row and column that it covers most decide, not its corner.
 */

/** 914,400 English metric units make an inch, 12,700 a point. */
const EMU_PER_POINT = 12_700;

/** Sizes in points along one axis: of single rows or columns by 0-based index, and of all others. */
export interface GridSizes {
  usual: number;
  sizes: ReadonlyMap<number, number>;
}

/** A position along one axis: 0-based index of a row or column, and the offset in it in EMU. */
export interface GridPosition {
  index: number;
  offset: number;
}

/** What is known of the far edge: a position, or the length from the near one in EMU. */
export type GridExtent = { to: GridPosition } | { length: number };

/** A picture over more rows than this is not in any of them. */
const MOST_CELLS = 2000;
/** Rows of a sheet. */
const FARTHEST = 1_048_576;

/** The position at a distance from the beginning of the sheet, in EMU. */
export function positionAt(distance: number, grid: GridSizes): GridPosition {
  let left = distance / EMU_PER_POINT;
  let index = 0;
  for (; index < FARTHEST; index += 1) {
    const size = grid.sizes.get(index) ?? grid.usual;
    if (left < size) break;
    left -= size;
  }
  return { index, offset: left * EMU_PER_POINT };
}

/** The 0-based index of the row or column that is covered most; of several, the first. */
export function coveredMost(from: GridPosition, extent: GridExtent, grid: GridSizes): number {
  const sizeOf = (index: number) => grid.sizes.get(index) ?? grid.usual;
  let left = 'length' in extent ? extent.length / EMU_PER_POINT : Number.POSITIVE_INFINITY;
  let best = { index: from.index, covered: 0 };
  const last = 'to' in extent ? Math.min(extent.to.index, from.index + MOST_CELLS) : from.index + MOST_CELLS;
  for (let index = from.index; index <= last && left > 0; index += 1) {
    const start = index === from.index ? Math.min(from.offset / EMU_PER_POINT, sizeOf(index)) : 0;
    const end =
      'to' in extent && index === extent.to.index
        ? Math.min(extent.to.offset / EMU_PER_POINT, sizeOf(index))
        : Math.min(sizeOf(index), start + left);
    const covered = end - start;
    if (covered > best.covered + 0.5) best = { index, covered };
    left -= covered;
  }
  return best.index;
}
