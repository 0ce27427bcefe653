/** How a column of a data table is described. */
import type { ReactNode } from 'react';

/** How an editor hands back to the table. */
export interface EditSession {
  /** Ends editing: the focus stays in the cell, goes on to the next one that can be edited, or is elsewhere already. */
  leave: (to: 'stay' | 'next' | 'previous' | 'away') => void;
}

/** A column of rows of type `T`. */
export interface DataColumn<T> {
  id: string;
  header: string;
  /** CSS width; the columns without one share the rest. */
  width?: string;
  align?: 'left' | 'right';
  /** Narrower screens do without this column. */
  hideBelow?: 'sm' | 'md';
  /** Pixels from the left at which the column stays while the table scrolls sideways; for the first columns only. */
  pinnedAt?: number;
  /** What to sort by; without it the column does not sort. Empty values come last. */
  sortBy?: (row: T) => string | number | undefined;
  cell: (row: T) => ReactNode;
  /** What stands below all rows, always in sight. */
  footer?: ReactNode;
  /** Makes its cells editable: by a click, Enter or F2. The editor takes the focus. */
  editor?: (row: T, session: EditSession) => ReactNode;
  /** Takes back what was edited: by Delete or Backspace. */
  onClear?: (row: T) => void;
}

/** Which rows are selected; every row gets a checkbox. */
export interface DataSelection<T> {
  /** Ids of rows. */
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  /** What the row is called: "Select Skerry Parka". */
  label: (row: T) => string;
}

/** Keys that a page adds to those of the grid. */
export interface DataKeys<T> {
  /** Letters, in small, that stand for keys of the grid: `{ j: 'ArrowDown' }`. */
  aliases: Readonly<Record<string, string>>;
  /** What a letter, in small, does to the row that the keyboard is in; `next` goes on to the one below. Null: nothing. */
  press: (letter: string, row: T) => 'stay' | 'next' | null;
}

/** Whether the table is worked in, cell by cell, rather than read. */
export function isGrid<T>(
  columns: readonly DataColumn<T>[],
  selection: DataSelection<T> | undefined,
): boolean {
  return selection !== undefined || columns.some(({ editor }) => editor !== undefined);
}
