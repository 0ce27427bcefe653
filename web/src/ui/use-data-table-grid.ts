/** The keyboard in a data table: one cell has the focus, arrows move it, Enter or F2 edit, Space selects. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DataColumn, DataKeys } from './data-table-column.ts';
import { type GridPlace, type GridPosition, nextEditable, rowAt } from './data-table-grid.ts';
import { type GridDeed, gridDeed } from './data-table-keys.ts';
import type { RowActions } from './data-table-row.tsx';

interface Options<T> {
  scroller: RefObject<HTMLElement | null>;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  /** Of the rows, in their order. */
  ids: readonly string[];
  rowHeight: number;
  selectable: boolean;
  onToggle: (row: number, range: boolean) => void;
  onSelectAll: () => void;
  onOpen: ((row: T) => void) | undefined;
  keys: DataKeys<T> | undefined;
  onActive: ((row: T | null) => void) | undefined;
}

/** The focus of a grid and what its keys do. */
export interface DataTableGrid {
  active: GridPosition;
  editing: boolean;
  actions: RowActions;
  /** Of the table. */
  events: {
    onKeyDown: (event: KeyboardEvent) => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
  };
}

/** Scrolls sideways until a cell is not below the pinned columns; a pinned one shows the beginning of its row. */
function uncover(cell: HTMLElement, scroller: HTMLElement): void {
  if (cell.dataset['pinned'] !== undefined) {
    scroller.scrollLeft = 0;
    return;
  }
  const pinned = [...(cell.parentElement?.querySelectorAll('[data-pinned]') ?? [])].at(-1);
  const covered = (pinned?.getBoundingClientRect().right ?? 0) - cell.getBoundingClientRect().left;
  if (covered > 0) scroller.scrollLeft -= covered;
}

/** Takes the focus to a cell, and into sight. */
function focusCell(scroller: HTMLElement | null, { row, column }: GridPosition): void {
  const cell = scroller?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
  if (scroller === null || cell === null) return;
  cell.focus();
  uncover(cell, scroller);
}

export function useDataTableGrid<T>(options: Options<T>): DataTableGrid {
  const { scroller, columns, rows, ids, selectable, keys, onActive } = options;
  const offset = selectable ? 1 : 0;
  const [wanted, setWanted] = useState<GridPlace>({ row: 0, column: 0, id: null });
  const [editing, setEditing] = useState(false);
  const active = {
    row: rowAt(wanted, ids),
    column: Math.min(wanted.column, columns.length - 1 + offset),
  };
  // Its row is gone: what was written there must not go on in the next one.
  if (editing && ids[active.row] !== wanted.id) setEditing(false);
  const wantsFocus = useRef(false);
  const latest = useRef({ ...options, active, editing });
  useLayoutEffect(() => {
    latest.current = { ...options, active, editing };
  });

  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    focusCell(scroller.current, { row: active.row, column: active.column });
  }, [active.row, active.column, editing, scroller]);

  // The row that somebody was in is gone, and the focus with it: whoever works by keyboard goes on in the one that has come
  // in its place.
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) focusCell(scroller.current, active);
  });

  const activeRow = rows[active.row] ?? null;
  useEffect(() => onActive?.(activeRow), [activeRow, onActive]);

  const setActive = useCallback(
    (place: GridPosition) => setWanted({ ...place, id: latest.current.ids[place.row] ?? null }),
    [],
  );

  const actions = useMemo((): RowActions => {
    const editable = () =>
      latest.current.columns.flatMap(({ editor }, column) =>
        editor === undefined ? [] : [column + (latest.current.selectable ? 1 : 0)],
      );
    return {
      edit(row, column) {
        setActive({ row, column });
        setEditing(true);
      },
      focus(row, column) {
        const { active: now } = latest.current;
        if (now.row === row && now.column === column) return;
        setActive({ row, column });
        setEditing(false);
      },
      toggle: (row, range) => latest.current.onToggle(row, range),
      session: {
        leave(to) {
          const { active: from, rows: present } = latest.current;
          const step = to === 'previous' ? -1 : 1;
          const moves = to === 'next' || to === 'previous';
          const next = moves ? nextEditable(from, step, present.length, editable()) : null;
          if (next !== null) return setActive(next);
          wantsFocus.current = to !== 'away';
          setEditing(false);
        },
      },
    };
  }, [setActive]);

  const move = (to: GridPosition) => {
    wantsFocus.current = true;
    setActive(to);
  };
  /** What a letter of the page does. Whether it does anything. */
  const press = (letter: string, row: T): boolean => {
    const pressed = keys?.press(letter, row) ?? null;
    if (pressed === 'next' && active.row + 1 < rows.length)
      move({ row: active.row + 1, column: active.column });
    return pressed !== null;
  };
  /** Does what a key asks. Whether there was something to do. */
  const act = (deed: GridDeed, row: T | undefined): boolean => {
    if (deed.do === 'move') move(deed.to);
    else if (row === undefined) return false;
    else if (deed.do === 'press') return press(deed.letter, row);
    else if (deed.do === 'toggle') options.onToggle(active.row, deed.range);
    else if (deed.do === 'select all') options.onSelectAll();
    else if (deed.do === 'edit') actions.edit(active.row, active.column);
    else if (deed.do === 'open') options.onOpen?.(row);
    else if (deed.do === 'clear') columns[active.column - offset]?.onClear?.(row);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || !(event.target instanceof HTMLTableCellElement)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / options.rowHeight) - 2);
    const column = columns[active.column - offset];
    const deed = gridDeed(event, {
      at: active,
      size: { rows: rows.length, columns: columns.length + offset, page },
      selectable,
      editable: column?.editor !== undefined,
      clearable: column?.onClear !== undefined,
      aliases: keys?.aliases ?? {},
    });
    if (deed !== null && act(deed, rows[active.row])) event.preventDefault();
  };
  const events = {
    onKeyDown,
    onFocus(event: FocusEvent) {
      focused.current = event.target instanceof HTMLTableCellElement ? event.target : null;
    },
    onBlur() {
      focused.current = null;
    },
  };

  return { active, editing, actions, events };
}
