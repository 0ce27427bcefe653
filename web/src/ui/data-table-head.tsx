/** The head of a data table: names that sort, and the checkbox for all rows. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { DataColumn } from './data-table-column.ts';
import type { Sort } from './data-table-sort.ts';
import classes from './data-table.module.css';

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

function SortMark({ direction }: { direction: Sort['direction'] | null }) {
  if (direction === null) return null;
  return direction === 'asc' ? (
    <IconArrowUp size={13} aria-hidden />
  ) : (
    <IconArrowDown size={13} aria-hidden />
  );
}

interface Props<T> {
  columns: readonly DataColumn<T>[];
  sort: Sort | null;
  onSort: (column: string) => void;
  /** How many of the rows are selected; null without a selection. */
  selected: 'none' | 'some' | 'all' | null;
  onSelectAll: () => void;
}

export function TableHead<T>({ columns, sort, onSort, selected, onSelectAll }: Props<T>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selected !== null && (
          <th scope="col" className={classes.check} data-pinned>
            <label>
              <input
                type="checkbox"
                aria-label="Select all rows shown"
                checked={selected === 'all'}
                ref={(box) => {
                  if (box !== null) box.indeterminate = selected === 'some';
                }}
                onChange={onSelectAll}
              />
            </label>
          </th>
        )}
        {columns.map(({ id, header, width, align, hideBelow, pinnedAt, sortBy }) => {
          const direction = sort?.column === id ? sort.direction : null;
          return (
            <th
              key={id}
              scope="col"
              style={pinnedAt === undefined ? { width } : { width, left: pinnedAt }}
              data-align={align}
              data-hide={hideBelow}
              data-pinned={pinnedAt === undefined ? undefined : true}
              aria-sort={direction === null ? undefined : ARIA_SORT[direction]}
            >
              {sortBy === undefined ? (
                header
              ) : (
                <button type="button" className={classes.sort} onClick={() => onSort(id)}>
                  {header}
                  <SortMark direction={direction} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The sums below the rows. */
export function TableFoot<T>({
  columns,
  selectable,
}: {
  columns: readonly DataColumn<T>[];
  selectable: boolean;
}) {
  if (columns.every(({ footer }) => footer === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {selectable && (
          <td className={classes.check} data-pinned>
            <span className="docket-hidden">Totals</span>
          </td>
        )}
        {columns.map(({ id, align, hideBelow, pinnedAt, footer }) => (
          <td
            key={id}
            data-align={align}
            data-hide={hideBelow}
            data-pinned={pinnedAt === undefined ? undefined : true}
            style={pinnedAt === undefined ? undefined : { left: pinnedAt }}
          >
            {footer}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
