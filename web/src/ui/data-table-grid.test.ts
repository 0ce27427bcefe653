import { describe, expect, it } from 'vitest';
import { createIdList, gridMove, nextEditable, rowAt, selectionAfter } from './data-table-grid.ts';

const size = { rows: 100, columns: 5, page: 10 };
const from = { row: 50, column: 2 };

describe('the keyboard in a grid', () => {
  it('moves by cell, page and to the ends, never out of the grid', () => {
    expect(gridMove('ArrowDown', false, from, size)).toEqual({ row: 51, column: 2 });
    expect(gridMove('PageUp', false, from, size)).toEqual({ row: 40, column: 2 });
    expect(gridMove('End', false, from, size)).toEqual({ row: 50, column: 4 });
    expect(gridMove('End', true, from, size)).toEqual({ row: 99, column: 4 });
    expect(gridMove('ArrowUp', true, from, size)).toEqual({ row: 0, column: 2 });
    expect(gridMove('ArrowLeft', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
  });

  it('leaves all other keys to the page', () => {
    expect(gridMove('Tab', false, from, size)).toBeNull();
    expect(gridMove('x', false, from, size)).toBeNull();
  });

  it('goes from one editable cell to the next, over the ends of rows, and out of the last', () => {
    const editable = [2, 4];
    expect(nextEditable({ row: 0, column: 2 }, 1, 3, editable)).toEqual({ row: 0, column: 4 });
    expect(nextEditable({ row: 0, column: 4 }, 1, 3, editable)).toEqual({ row: 1, column: 2 });
    expect(nextEditable({ row: 1, column: 2 }, -1, 3, editable)).toEqual({ row: 0, column: 4 });
    expect(nextEditable({ row: 2, column: 4 }, 1, 3, editable)).toBeNull();
    expect(nextEditable({ row: 0, column: 2 }, -1, 3, editable)).toBeNull();
  });
});

describe('whoever is in a row', () => {
  it('stays in it when others come, go, or it is sorted to another place', () => {
    expect(rowAt({ id: 'b', row: 1, column: 2 }, ['a', 'b', 'c'])).toBe(1);
    expect(rowAt({ id: 'b', row: 1, column: 2 }, ['new', 'a', 'b', 'c'])).toBe(2);
    expect(rowAt({ id: 'b', row: 1, column: 2 }, ['b'])).toBe(0);
  });

  it('is in what has taken its place when it is gone', () => {
    expect(rowAt({ id: 'b', row: 1, column: 2 }, ['a', 'c'])).toBe(1);
    expect(rowAt({ id: 'c', row: 2, column: 2 }, ['a', 'b'])).toBe(1);
    expect(rowAt({ id: 'c', row: 2, column: 2 }, [])).toBe(0);
  });

  it('begins in the first one, whichever that is', () => {
    expect(rowAt({ id: null, row: 0, column: 0 }, ['a', 'b'])).toBe(0);
  });
});

describe('the ids of rows', () => {
  it('are the same list as long as they are the same, in the same order', () => {
    const idsOf = createIdList<{ id: string; state: string }>();
    const ids = (...rows: string[]) =>
      idsOf(
        rows.map((row) => ({ id: row.slice(0, 1), state: row.slice(1) })),
        ({ id }) => id,
      );
    const before = ids('a1', 'b1');
    expect(ids('a2', 'b1')).toBe(before);
    expect(ids('b1', 'a2')).toEqual(['b', 'a']);
    expect(ids('b1')).toEqual(['b']);
  });
});

describe('a selection', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const after = (selected: string[], index: number, anchor: number | null) => [
    ...selectionAfter(new Set(selected), ids, index, anchor),
  ];

  it('gains and loses the row that is clicked', () => {
    expect(after([], 1, null)).toEqual(['b']);
    expect(after(['b', 'c'], 1, null)).toEqual(['c']);
  });

  it('with Shift goes as far as the last click, in both directions', () => {
    expect(after(['b'], 3, 1)).toEqual(['b', 'c', 'd']);
    expect(after(['e'], 2, 4)).toEqual(['e', 'c', 'd']);
    expect(after(['b', 'c', 'd', 'e'], 3, 1)).toEqual(['e']);
  });
});
