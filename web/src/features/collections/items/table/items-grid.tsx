/** The items, drawn anew only when they, the selection or the columns change. */
import { memo } from 'react';
import { type DataColumn, DataTable } from '../../../../ui/data-table.tsx';
import type { ItemRow } from '../item-rows.ts';
import { itemTitle } from '../item-words.ts';

interface Props {
  rows: readonly ItemRow[];
  columns: readonly DataColumn<ItemRow>[];
  /** Ids of items; null where nothing can be done with a selection. */
  selected: ReadonlySet<string> | null;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (row: ItemRow) => void;
  minWidth: number | null;
}

const ROW_HEIGHT = 60;

const rowId = ({ id }: ItemRow) => id;
const rowState = ({ counted }: ItemRow) => (counted ? undefined : 'muted');
const label = ({ shown }: ItemRow) => itemTitle(shown);

function Grid({ rows, columns, selected, onSelect, onOpen, minWidth }: Props) {
  return (
    <DataTable
      label="Items"
      columns={columns}
      rows={rows}
      rowId={rowId}
      rowHeight={ROW_HEIGHT}
      rowState={rowState}
      onOpen={onOpen}
      {...(minWidth === null ? {} : { minWidth })}
      {...(selected === null ? {} : { selection: { selected, onChange: onSelect, label } })}
    />
  );
}

export const ItemsGrid = memo(Grid);
