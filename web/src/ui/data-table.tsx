/**
 * A table for many rows: only those in sight are in the page. Columns sort on a click on their head; a row opens with a
 * click, or with the button that its first text column is expected to hold. With a selection or editors it is a grid:
 * one stop for the tab key, arrows within.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useCallback, useMemo, useRef, useState } from 'react';
import { type DataColumn, type DataKeys, type DataSelection, isGrid } from './data-table-column.ts';
import { createIdList, selectionAfter } from './data-table-grid.ts';
import { TableFoot, TableHead } from './data-table-head.tsx';
import { memoisedRow } from './data-table-row.tsx';
import { createSorter, nextSort, type Sort } from './data-table-sort.ts';
import classes from './data-table.module.css';
import { useDataTableGrid } from './use-data-table-grid.ts';

export type { DataColumn, DataKeys, EditSession } from './data-table-column.ts';

interface Props<T> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Height of every row in pixels. */
  rowHeight: number;
  onOpen?: (row: T) => void;
  selection?: DataSelection<T>;
  /** In a grid: what letters do. */
  keys?: DataKeys<T>;
  /** In a grid: the keyboard is in this row now. */
  onActive?: (row: T | null) => void;
  /** For looks: `muted` rows are pale. */
  rowState?: (row: T) => 'muted' | undefined;
  /** The table scrolls sideways rather than becoming narrower than this many pixels. */
  minWidth?: number;
}

const HEAD_HEIGHT = 38;
const FOOT_HEIGHT = 44;

export function DataTable<T extends object>(props: Props<T>) {
  const { label, columns, rows, rowId, rowHeight, onOpen, selection, keys, onActive, rowState, minWidth } =
    props;
  const scroller = useRef<HTMLElement>(null);
  const [TableRow] = useState(memoisedRow<T>);
  const [sorter] = useState(createSorter<T>);
  const [sort, setSort] = useState<Sort | null>(null);
  const sorted = useMemo(() => sorter(rows, columns, sort), [sorter, rows, columns, sort]);
  const [idList] = useState(createIdList<T>);
  const ids = useMemo(() => idList(sorted, rowId), [idList, sorted, rowId]);
  const anchor = useRef<number | null>(null);
  const interactive = isGrid(columns, selection);

  const selected = selection?.selected;
  const picked = useMemo(
    () => (selected === undefined || selected.size === 0 ? 0 : ids.filter((id) => selected.has(id)).length),
    [selected, ids],
  );
  const onSelectAll = () => {
    if (selection === undefined) return;
    const next = new Set(selection.selected);
    for (const row of sorted) {
      if (picked === sorted.length) next.delete(rowId(row));
      else next.add(rowId(row));
    }
    selection.onChange(next);
  };
  const onToggle = (index: number, range: boolean) => {
    if (selection === undefined) return;
    const from = range ? anchor.current : null;
    selection.onChange(selectionAfter(selection.selected, ids, index, from));
    anchor.current = index;
  };
  const grid = useDataTableGrid({
    scroller,
    columns,
    rows: sorted,
    ids,
    rowHeight,
    selectable: selection !== undefined,
    onToggle,
    onSelectAll,
    onOpen,
    keys,
    onActive,
  });
  const { active, editing, actions } = grid;
  const activeRow = interactive ? active.row : -1;

  // Another function would have all rows measured anew.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 4,
    // The cell with the focus stays in the page however far the table scrolls.
    rangeExtractor: (range: Range) => {
      const indices = defaultRangeExtractor(range);
      if (activeRow < 0 || activeRow >= sorted.length || indices.includes(activeRow)) return indices;
      return [...indices, activeRow].sort((a, b) => a - b);
    },
  });
  const visible = virtualizer.getVirtualItems();
  const below = virtualizer.getTotalSize() - (visible.at(-1)?.end ?? 0);
  const selectedState = picked === 0 ? 'none' : picked === sorted.length ? 'all' : 'some';

  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label={label}
      // What holds nothing that takes the focus is scrolled by keys all the same.
      {...(!interactive && { tabIndex: 0 })}
      style={{ scrollPaddingTop: HEAD_HEIGHT, scrollPaddingBottom: FOOT_HEIGHT }}
    >
      <table
        className={classes.table}
        style={{ minWidth }}
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        {...(interactive && { role: 'grid', ...grid.events })}
        {...(selection !== undefined && { 'aria-multiselectable': true })}
      >
        <TableHead
          columns={columns}
          sort={sort}
          onSort={(column) => setSort((before) => nextSort(before, column))}
          selected={selection === undefined ? null : selectedState}
          onSelectAll={onSelectAll}
        />
        <tbody>
          {visible.map(({ index, key, start }, place) => {
            const row = sorted[index];
            if (row === undefined) return null;
            const gap = start - (visible[place - 1]?.end ?? 0);
            return (
              <Fragment key={key}>
                {gap > 0 && <tr aria-hidden style={{ height: gap }} />}
                <TableRow
                  row={row}
                  index={index}
                  height={rowHeight}
                  columns={columns}
                  onOpen={onOpen}
                  actions={interactive ? actions : null}
                  label={selection === undefined ? null : `Select ${selection.label(row)}`}
                  selected={selected?.has(rowId(row)) ?? false}
                  state={rowState?.(row)}
                  focused={index === activeRow ? active.column : null}
                  editing={index === activeRow && editing}
                />
              </Fragment>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
        <TableFoot columns={columns} selectable={selection !== undefined} />
      </table>
    </section>
  );
}
