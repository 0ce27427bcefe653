/** The items: search, filter, select, edit, open. */
import type { ItemEdits } from '@docket/model/item';
import { Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { StoredFile } from '../../../../data/records.ts';
import { useCan } from '../../../../data/workspace.ts';
import { NoMatch } from '../../../../ui/no-match.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { ItemDrawer } from '../drawer/item-drawer.tsx';
import { changeOf, revertOf } from '../item-changes.ts';
import { type Aspect, categoriesOf, countAspects, filterItems } from '../item-filter.ts';
import type { ItemRow } from '../item-rows.ts';
import { totalsOf } from '../item-totals.ts';
import { FIELD_LABELS } from '../item-values.ts';
import { itemTitle } from '../item-words.ts';
import { useItemChanges } from '../use-item-changes.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { type CellActions, ITEMS_WIDTH, itemColumns, narrowItemColumns } from './item-columns.tsx';
import { ItemsGrid } from './items-grid.tsx';
import { ItemsToolbar } from './items-toolbar.tsx';

/** What is shown, apart from the search. */
export interface ItemsFilter {
  category: string | null;
  aspect: Aspect;
}

interface Props {
  /** Names the files that are exported. */
  collectionName: string;
  rows: readonly ItemRow[];
  /** The collection's categories in their order. */
  categories: readonly string[];
  documents: readonly StoredFile[];
  filter: ItemsFilter;
  onFilter: (filter: ItemsFilter) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

function View({ collectionName, rows, categories, documents, filter, onFilter }: Props) {
  const mayEdit = useCan('edit');
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState(NOTHING);
  const [openedId, setOpened] = useState<string | null>(null);
  const sought = useDeferredValue(search);
  const { change, undo, undoLabel } = useItemChanges(rows);

  const shown = useMemo(() => filterItems(rows, { search: sought, ...filter }), [rows, sought, filter]);
  const totals = useMemo(() => totalsOf(shown), [shown]);
  const present = useMemo(() => categoriesOf(rows, categories), [rows, categories]);
  const choices = useMemo(
    () => [...new Set([...categories, ...present])].filter((name) => name !== ''),
    [categories, present],
  );
  const aspectCounts = useMemo(() => countAspects(rows), [rows]);

  const open = useCallback(({ id }: ItemRow) => setOpened(id), []);
  const actions = useMemo(
    (): CellActions => ({
      open,
      edit(row: ItemRow, edits: ItemEdits) {
        const made = changeOf(row, edits);
        const [field] = Object.keys(edits);
        const label = Object.entries(FIELD_LABELS).find(([name]) => name === field)?.[1] ?? 'State';
        if (made !== null) change(`${label} of ${itemTitle(row.shown)} changed`, [made], false);
      },
      revert(row, field) {
        const made = revertOf(row, field);
        if (made !== null)
          change(`${FIELD_LABELS[field]} of ${itemTitle(row.shown)} put back`, [made], false);
      },
    }),
    [change, open],
  );
  const columns = useMemo(
    () =>
      narrow
        ? narrowItemColumns({ actions, totals })
        : itemColumns({ actions, editable: mayEdit, categories: choices, totals }),
    [actions, mayEdit, narrow, choices, totals],
  );
  const opened = useMemo(() => rows.find(({ id }) => id === openedId) ?? null, [rows, openedId]);

  return (
    <Stack gap="sm">
      <ItemsToolbar
        search={search}
        onSearch={setSearch}
        category={filter.category}
        onCategory={(category) => onFilter({ ...filter, category })}
        categories={present}
        aspect={filter.aspect}
        onAspect={(aspect) => onFilter({ ...filter, aspect })}
        aspectCounts={aspectCounts}
        shown={shown.length}
        all={rows.length}
        undo={undo}
        undoLabel={undoLabel}
      >
        <ExportMenu collectionName={collectionName} rows={rows} shown={shown} />
      </ItemsToolbar>
      {mayEdit && (
        <BulkActions
          rows={rows}
          shown={shown}
          selected={selected}
          onSelect={setSelected}
          categories={choices}
          onChange={change}
        />
      )}
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all items"
          onReset={() => {
            setSearch('');
            onFilter({ category: null, aspect: 'all' });
          }}
        >
          No item matches. Try fewer words, another category, or show all items.
        </NoMatch>
      ) : (
        <ItemsGrid
          rows={shown}
          columns={columns}
          selected={mayEdit ? selected : null}
          onSelect={setSelected}
          onOpen={open}
          minWidth={narrow ? null : ITEMS_WIDTH}
        />
      )}
      {mayEdit && !narrow && (
        <Text size="xs" c="dimmed">
          Click a cell to change it, or move with the arrow keys: Enter or F2 edits, Tab goes on, Escape
          leaves, Delete brings back what was generated, Space selects, Ctrl+Z takes back.
        </Text>
      )}
      <ItemDrawer
        row={opened}
        documents={documents}
        categories={choices}
        actions={mayEdit ? actions : null}
        onClose={() => setOpened(null)}
      />
    </Stack>
  );
}

export const ItemsView = memo(View);
