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
import { type GridPlace, type GridPosition, gridMove, nextEditable, rowAt } from './data-table-grid.ts';
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

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (editing || !(target instanceof HTMLTableCellElement)) return;
    const whole = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / options.rowHeight) - 2);
    const size = { rows: rows.length, columns: columns.length + offset, page };
    const letter = whole || event.altKey ? '' : event.key.toLowerCase();
    const key = keys?.aliases[letter] ?? event.key;
    const next = gridMove(key, whole, active, size);
    const row = rows[active.row];
    const column = columns[active.column - offset];
    if (next !== null) {
      wantsFocus.current = true;
      setActive(next);
    } else if (row === undefined || event.altKey) return;
    else if (whole && event.key === 'a' && selectable) options.onSelectAll();
    else if (whole) return;
    else if (key === ' ' && selectable) options.onToggle(active.row, event.shiftKey);
    else if ((event.key === 'Enter' || event.key === 'F2') && column?.editor !== undefined)
      actions.edit(active.row, active.column);
    else if (event.key === 'Enter') options.onOpen?.(row);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && column?.onClear !== undefined)
      column.onClear(row);
    else {
      const pressed = keys?.press(letter, row) ?? null;
      if (pressed === null) return;
      if (pressed === 'next' && active.row + 1 < rows.length) {
        wantsFocus.current = true;
        setActive({ row: active.row + 1, column: active.column });
      }
    }
    event.preventDefault();
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
