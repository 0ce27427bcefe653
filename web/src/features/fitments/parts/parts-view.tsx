/** The parts: search, select, open. */
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useCan } from '../../../data/workspace.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import type { OpenPart } from './part-cells.tsx';
import { narrowPartColumns, PARTS_WIDTH, partColumns } from './part-columns.tsx';
import { chosenOf, type PartRow, soughtRows } from './part-rows.ts';
import { SelectionBar } from './selection-bar.tsx';

interface Props {
  rows: readonly PartRow[];
  open: OpenPart;
  onFind: (rows: readonly PartRow[]) => void;
  onDelete: (rows: readonly PartRow[]) => void;
}

const ROW_HEIGHT = 58;
/** What the other columns would say stands below the number. */
const NARROW_ROW_HEIGHT = 84;
const NOTHING: ReadonlySet<string> = new Set();
const rowId = ({ id }: PartRow) => id;
const label = ({ part }: PartRow) => part.part_number;

function View({ rows, open, onFind, onDelete }: Props) {
  const mayEdit = useCan('edit');
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState(NOTHING);
  const sought = useDeferredValue(search);
  const shown = useMemo(() => soughtRows(rows, sought), [rows, sought]);
  const chosen = useMemo(() => chosenOf(rows, shown, selected), [rows, shown, selected]);
  const columns = useMemo(
    () => (narrow ? narrowPartColumns(open, mayEdit) : partColumns(open, mayEdit)),
    [narrow, open, mayEdit],
  );
  return (
    <Stack gap="sm">
      <ListToolbar
        searchLabel="Search parts"
        searchIn="Search number, text, vehicle…"
        search={search}
        onSearch={setSearch}
        count={listCount(shown.length, rows.length, ['part', 'parts'])}
      />
      {mayEdit && (
        <SelectionBar
          chosen={chosen}
          shown={shown.length}
          onSelectAll={() => setSelected(new Set([...selected, ...shown.map(rowId)]))}
          onClear={() => setSelected(NOTHING)}
          onFind={() => onFind(chosen.rows)}
          onDelete={() => onDelete(chosen.rows)}
        />
      )}
      {shown.length === 0 ? (
        <NoMatch resetLabel="Show all parts" onReset={() => setSearch('')}>
          No part matches. Try fewer words, or show all parts.
        </NoMatch>
      ) : (
        <DataTable
          label="Parts"
          columns={columns}
          rows={shown}
          rowId={rowId}
          rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          onOpen={open}
          {...(mayEdit && { selection: { selected, onChange: setSelected, label } })}
          {...(!narrow && { minWidth: PARTS_WIDTH })}
        />
      )}
    </Stack>
  );
}

export const PartsView = memo(View);
