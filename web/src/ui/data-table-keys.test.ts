import { describe, expect, it } from 'vitest';
import { type GridCell, gridDeed, type GridKey } from './data-table-keys.ts';

const cell = (change: Partial<GridCell> = {}): GridCell => ({
  at: { row: 5, column: 2 },
  size: { rows: 10, columns: 4, page: 3 },
  selectable: true,
  editable: false,
  clearable: false,
  aliases: { j: 'ArrowDown', k: 'ArrowUp', x: ' ' },
  ...change,
});

const press = (key: string, change: Partial<GridKey> = {}): GridKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...change,
});

describe('a key in a grid', () => {
  it('moves, also by the letter that stands for it, in capitals too', () => {
    const down = { do: 'move', to: { row: 6, column: 2 } };
    expect(gridDeed(press('ArrowDown'), cell())).toEqual(down);
    expect(gridDeed(press('j'), cell())).toEqual(down);
    expect(gridDeed(press('J', { shiftKey: true }), cell())).toEqual(down);
  });

  it('selects the row, or with Shift all since the last one, where rows can be selected', () => {
    expect(gridDeed(press(' '), cell())).toEqual({ do: 'toggle', range: false });
    expect(gridDeed(press('X', { shiftKey: true }), cell())).toEqual({ do: 'toggle', range: true });
    expect(gridDeed(press('a', { ctrlKey: true }), cell())).toEqual({ do: 'select all' });
    expect(gridDeed(press('a', { metaKey: true }), cell())).toEqual({ do: 'select all' });
    expect(gridDeed(press('a', { ctrlKey: true }), cell({ selectable: false }))).toBeNull();
  });

  it('edits the cell where it can be edited; elsewhere Enter opens the row', () => {
    expect(gridDeed(press('Enter'), cell({ editable: true }))).toEqual({ do: 'edit' });
    expect(gridDeed(press('F2'), cell({ editable: true }))).toEqual({ do: 'edit' });
    expect(gridDeed(press('Enter'), cell())).toEqual({ do: 'open' });
    expect(gridDeed(press('F2'), cell())).toBeNull();
    expect(gridDeed(press('Delete'), cell({ clearable: true }))).toEqual({ do: 'clear' });
  });

  it('is the page’s where it is a letter of the page, in small', () => {
    expect(gridDeed(press('a'), cell())).toEqual({ do: 'press', letter: 'a' });
    expect(gridDeed(press('A', { shiftKey: true }), cell())).toEqual({ do: 'press', letter: 'a' });
  });

  it('is the browser’s with Ctrl, Cmd or Alt', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(gridDeed(press('r', held), cell())).toBeNull();
      expect(gridDeed(press('j', held), cell())).toBeNull();
    }
  });

  it('that is held down moves on and on, and does nothing else again', () => {
    const held = { repeat: true };
    expect(gridDeed(press('j', held), cell())).toMatchObject({ do: 'move' });
    for (const key of ['a', ' ', 'Enter', 'Delete'])
      expect(gridDeed(press(key, held), cell({ clearable: true, editable: true }))).toEqual({
        do: 'nothing',
      });
  });

  it('leads out of the grid, also held down', () => {
    expect(gridDeed(press('Tab'), cell())).toBeNull();
    expect(gridDeed(press('Tab', { shiftKey: true, repeat: true }), cell())).toBeNull();
    expect(gridDeed(press('Escape'), cell())).toBeNull();
  });

  it('does nothing in a grid without rows', () => {
    for (const key of ['a', ' ', 'Enter'])
      expect(gridDeed(press(key), cell({ size: { rows: 0, columns: 4, page: 3 } }))).toBeNull();
  });
});
