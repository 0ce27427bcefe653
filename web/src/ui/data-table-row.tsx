/** A row of a data table. Rows that stay as they are while the table scrolls are not drawn again. */
import { type FocusEvent, memo, type MouseEvent } from 'react';
import type { DataColumn, EditSession } from './data-table-column.ts';
import classes from './data-table.module.css';

/** What a row tells its table. The object is the same as long as the table is. */
export interface RowActions {
  /** A click on a cell that can be edited. */
  edit: (row: number, column: number) => void;
  focus: (row: number, column: number) => void;
  /** `range`: together with all rows since the last one. */
  toggle: (row: number, range: boolean) => void;
  session: EditSession;
}

interface Props<T> {
  row: T;
  /** Place in the sorted order, from 0. */
  index: number;
  height: number;
  columns: readonly DataColumn<T>[];
  onOpen: ((row: T) => void) | undefined;
  /** Null where the table is only read. */
  actions: RowActions | null;
  /** Names the checkbox; null without a selection. */
  label: string | null;
  selected: boolean;
  /** For looks: `muted`. */
  state: string | undefined;
  /** The column that the keyboard is in; null for other rows. */
  focused: number | null;
  editing: boolean;
}

/** Hears of the focus of the cell itself: an editor within it takes the focus without moving it to another cell. */
const onOwnFocus = (heard: () => void) => (event: FocusEvent) => {
  if (event.target === event.currentTarget) heard();
};

function SelectionCell({
  index,
  selected,
  focused,
  label,
  actions,
}: {
  index: number;
  selected: boolean;
  focused: boolean;
  label: string;
  actions: RowActions;
}) {
  const click = (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation();
    if (!(event.target instanceof HTMLInputElement)) return;
    actions.toggle(index, event.shiftKey);
    event.currentTarget.focus();
  };
  return (
    <td
      className={classes.check}
      data-pinned
      data-cell={`${index}:0`}
      tabIndex={focused ? 0 : -1}
      onClick={click}
      onFocus={onOwnFocus(() => actions.focus(index, 0))}
    >
      <label>
        <input type="checkbox" tabIndex={-1} aria-label={label} checked={selected} readOnly />
      </label>
    </td>
  );
}

function PlainRow<T>(props: Props<T>) {
  const { row, index, height, columns, onOpen, actions, label, selected, state, focused, editing } = props;
  const selectable = actions !== null && label !== null;
  const offset = selectable ? 1 : 0;
  const cellProps = (place: number, editable: boolean) => {
    if (actions === null) return {};
    return {
      'data-cell': `${index}:${place}`,
      tabIndex: focused === place ? 0 : -1,
      onFocus: onOwnFocus(() => actions.focus(index, place)),
      onClick: editable
        ? (event: MouseEvent) => {
            event.stopPropagation();
            if (!(focused === place && editing)) actions.edit(index, place);
          }
        : undefined,
    };
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      className={classes.row}
      style={{ height }}
      data-state={state}
      data-active={focused !== null || undefined}
      data-opens={onOpen !== undefined || undefined}
      onClick={() => onOpen?.(row)}
    >
      {selectable && (
        <SelectionCell
          index={index}
          selected={selected}
          focused={focused === 0}
          label={label}
          actions={actions}
        />
      )}
      {columns.map(({ id, align, hideBelow, pinnedAt, cell, editor }, column) => {
        const place = column + offset;
        const open = editing && focused === place && editor !== undefined && actions !== null;
        return (
          <td
            key={id}
            data-align={align}
            data-hide={hideBelow}
            data-pinned={pinnedAt === undefined ? undefined : true}
            data-editable={editor !== undefined || undefined}
            data-editing={open || undefined}
            style={pinnedAt === undefined ? undefined : { left: pinnedAt }}
            {...cellProps(place, editor !== undefined)}
          >
            {open ? editor(row, actions.session) : cell(row)}
          </td>
        );
      })}
    </tr>
  );
}

/** A memoised row for rows of type `T`. */
export function memoisedRow<T>() {
  return memo(PlainRow<T>);
}
