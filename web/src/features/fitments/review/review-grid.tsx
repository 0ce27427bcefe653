/** The fitments, drawn anew only when they, the selection or the columns change. */
import { memo } from 'react';
import { type DataColumn, type DataKeys, DataTable } from '../../../ui/data-table.tsx';
import type { ReviewRow } from './review-rows.ts';
import { rowTitle } from './review-words.ts';

interface Props {
  rows: readonly ReviewRow[];
  columns: readonly DataColumn<ReviewRow>[];
  /** Ids of rows; null where nothing can be decided. */
  selected: ReadonlySet<string> | null;
  onSelect: (selected: ReadonlySet<string>) => void;
  keys: DataKeys<ReviewRow>;
  onActive: (row: ReviewRow | null) => void;
  onOpen: ((row: ReviewRow) => void) | null;
  narrow: boolean;
  minWidth: number | null;
}

const ROW_HEIGHT = 54;
const NARROW_ROW_HEIGHT = 108;

const rowId = ({ id }: ReviewRow) => id;
const rowState = ({ status }: ReviewRow) => (status === 'rejected' ? 'muted' : undefined);

function Grid({ rows, columns, selected, onSelect, keys, onActive, onOpen, narrow, minWidth }: Props) {
  return (
    <DataTable
      label="Fitments"
      columns={columns}
      rows={rows}
      rowId={rowId}
      rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
      rowState={rowState}
      keys={keys}
      onActive={onActive}
      {...(onOpen === null ? {} : { onOpen })}
      {...(minWidth === null ? {} : { minWidth })}
      {...(selected === null ? {} : { selection: { selected, onChange: onSelect, label: rowTitle } })}
    />
  );
}

export const ReviewGrid = memo(Grid);
