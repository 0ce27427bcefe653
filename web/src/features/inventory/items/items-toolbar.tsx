/** Search and filters of the items. */
import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { StoredLocation } from '../../../data/inventory-records.ts';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NONE, type RowFilter } from './item-rows.ts';

interface Props {
  search: string;
  onSearch: (search: string) => void;
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
  locations: readonly StoredLocation[];
  categories: readonly string[];
  /** How many are running low. */
  low: number;
  shown: number;
  all: number;
}

export function ItemsToolbar(props: Props) {
  const { search, onSearch, filter, onFilter, locations, categories, low, shown, all } = props;
  const places = useMemo(
    () => [
      ...locations.map(({ id, data }) => ({ value: id, label: data.name })),
      { value: NONE, label: 'No location' },
    ],
    [locations],
  );
  const kinds = useMemo(
    () => [
      ...categories.map((name) => ({ value: name, label: name })),
      { value: NONE, label: 'No category' },
    ],
    [categories],
  );
  return (
    <ListToolbar
      searchLabel="Search items"
      searchIn="Search name, SKU, location…"
      search={search}
      onSearch={onSearch}
      count={listCount(shown, all, ['item', 'items'])}
    >
      <FilterSelect
        label="Location"
        all="All locations"
        options={places}
        value={filter.location}
        onChange={(location) => onFilter({ ...filter, location })}
      />
      <FilterSelect
        label="Category"
        all="All categories"
        options={kinds}
        value={filter.category}
        onChange={(category) => onFilter({ ...filter, category })}
      />
      <Checkbox
        label={`Low stock (${low.toLocaleString('en')})`}
        checked={filter.lowOnly}
        onChange={(event) => onFilter({ ...filter, lowOnly: event.currentTarget.checked })}
      />
    </ListToolbar>
  );
}
