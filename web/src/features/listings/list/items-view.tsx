/** The items: search, filter, sort, open. */
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import { urls } from '../../../urls.ts';
import { type CellPorts, ITEMS_WIDTH, itemColumns, narrowItemColumns } from './item-columns.tsx';
import { categoriesOf, NO_CATEGORY, soughtListings } from './listing-rows.ts';

interface Props {
  /** In the order in which they are shown while nobody sorts them. */
  items: readonly StoredListing[];
  onDelete: (listing: StoredListing) => void;
}

const ROW_HEIGHT = 62;
/** What the other columns would say stands below the title. */
const NARROW_ROW_HEIGHT = 88;
const idOf = ({ id }: StoredListing) => id;

export function ItemsView({ items, onDelete }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useCan('edit');
  const ports = useMemo(
    (): CellPorts => ({ urlOf: ({ id }) => urls.listing(workspaceId, id), mayEdit, onDelete }),
    [workspaceId, mayEdit, onDelete],
  );
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const sought = useDeferredValue(search);
  const shown = useMemo(() => soughtListings(items, category, sought), [items, category, sought]);
  const categories = useMemo(
    () =>
      categoriesOf(items).map((name) => ({
        value: name,
        label: name === NO_CATEGORY ? 'No category' : name,
      })),
    [items],
  );
  const columns = useMemo(() => (narrow ? narrowItemColumns(ports) : itemColumns(ports)), [narrow, ports]);
  return (
    <Stack gap="sm">
      <ListToolbar
        searchLabel="Search items"
        searchIn="Search title, brand, tags, category…"
        search={search}
        onSearch={setSearch}
        count={listCount(shown.length, items.length, ['item', 'items'])}
      >
        <FilterSelect
          label="Category"
          all="All categories"
          options={categories}
          value={category}
          onChange={setCategory}
        />
      </ListToolbar>
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all items"
          onReset={() => {
            setSearch('');
            setCategory(null);
          }}
        >
          No item matches. Try fewer words, another category, or show all items.
        </NoMatch>
      ) : (
        <DataTable
          label="My Items"
          columns={columns}
          rows={shown}
          rowId={idOf}
          rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          onOpen={(listing) => void navigate(ports.urlOf(listing))}
          {...(narrow ? {} : { minWidth: ITEMS_WIDTH })}
        />
      )}
    </Stack>
  );
}
