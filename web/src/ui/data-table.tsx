/**
 * A table for many rows: only those in sight are in the page. Columns sort on a click on their head; a row opens with a
 * click, or with the button that its first text column is expected to hold.
 */
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type ReactNode, useMemo, useRef, useState } from 'react';
import classes from './data-table.module.css';

/** A column of rows of type `T`. */
export interface DataColumn<T> {
  id: string;
  header: string;
  /** CSS width; the columns without one share the rest. */
  width?: string;
  align?: 'left' | 'right';
  /** Narrower screens do without this column. */
  hideBelow?: 'sm' | 'md';
  /** What to sort by; without it the column does not sort. Empty values come last. */
  sortBy?: (row: T) => string | number | undefined;
  cell: (row: T) => ReactNode;
}

interface Props<T> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Height of every row in pixels. */
  rowHeight: number;
  onOpen?: (row: T) => void;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

function SortMark({ direction }: { direction: 'asc' | 'desc' | false }) {
  if (direction === false) return null;
  return direction === 'asc' ? (
    <IconArrowUp size={13} aria-hidden />
  ) : (
    <IconArrowDown size={13} aria-hidden />
  );
}

interface RowProps<T> {
  row: T;
  /** Place in the sorted order, from 0. */
  index: number;
  height: number;
  columns: readonly DataColumn<T>[];
  onOpen: ((row: T) => void) | undefined;
}

function PlainRow<T>({ row, index, height, columns, onOpen }: RowProps<T>) {
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ height }}
      data-opens={onOpen !== undefined || undefined}
      onClick={() => onOpen?.(row)}
    >
      {columns.map(({ id, align, hideBelow, cell }) => (
        <td key={id} data-align={align} data-hide={hideBelow}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Rows that stay in sight while the table scrolls are not drawn again. */
function memoisedRow<T>() {
  return memo(PlainRow<T>);
}

export function DataTable<T extends object>({ label, columns, rows, rowId, rowHeight, onOpen }: Props<T>) {
  const scroller = useRef<HTMLElement>(null);
  const [TableRow] = useState(memoisedRow<T>);
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, header, sortBy }): ColumnDef<typeof features, T> => ({
          id,
          header,
          accessorFn: (row: T) => sortBy?.(row),
          enableSorting: sortBy !== undefined,
          sortUndefined: 'last',
          sortFn: 'alphanumeric',
        }),
      ),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId });
  const sorted = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => sorted[index]?.id ?? index,
    overscan: 8,
  });
  const visible = virtualizer.getVirtualItems();
  const above = visible[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (visible.at(-1)?.end ?? 0);

  return (
    <section ref={scroller} className={classes.scroller} aria-label={label}>
      <table className={classes.table} aria-label={label} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, header, width, align, hideBelow }) => {
              const column = table.getColumn(id);
              const direction = column?.getIsSorted() ?? false;
              return (
                <th
                  key={id}
                  scope="col"
                  style={{ width }}
                  data-align={align}
                  data-hide={hideBelow}
                  aria-sort={direction === false ? undefined : ARIA_SORT[direction]}
                >
                  {column?.getCanSort() === true ? (
                    <button type="button" className={classes.sort} onClick={column.getToggleSortingHandler()}>
                      {header}
                      <SortMark direction={direction} />
                    </button>
                  ) : (
                    header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {visible.map(({ index, key }) => {
            const row = sorted[index];
            if (row === undefined) return null;
            return (
              <TableRow
                key={key}
                row={row.original}
                index={index}
                height={rowHeight}
                columns={columns}
                onOpen={onOpen}
              />
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}
