/** Search and filters of the items. */
import { Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { StoredLocation } from '../../../data/inventory-records.ts';
import { NONE, type RowFilter } from './item-rows.ts';
import classes from './items.module.css';

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

/** Stands for `NONE`: a choice cannot have an empty value. */
const WITHOUT = '\u0000';
const valueOf = (said: string | null) => (said === NONE ? WITHOUT : said);
const saidBy = (value: string | null) => (value === WITHOUT ? NONE : value);

export function ItemsToolbar(props: Props) {
  const { search, onSearch, filter, onFilter, locations, categories, low, shown, all } = props;
  return (
    <Group gap="sm" pos="relative">
      <TextInput
        aria-label="Search items"
        placeholder="Search name, SKU, location…"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        className={classes.search}
      />
      <Select
        aria-label="Location"
        placeholder="All locations"
        clearable
        comboboxProps={{ withinPortal: false }}
        value={valueOf(filter.location)}
        onChange={(value) => onFilter({ ...filter, location: saidBy(value) })}
        data={[
          ...locations.map(({ id, data }) => ({ value: id, label: data.name })),
          { value: WITHOUT, label: 'No location' },
        ]}
        className={classes.select}
      />
      <Select
        aria-label="Category"
        placeholder="All categories"
        clearable
        comboboxProps={{ withinPortal: false }}
        value={valueOf(filter.category)}
        onChange={(value) => onFilter({ ...filter, category: saidBy(value) })}
        data={[
          ...categories.map((name) => ({ value: name, label: name })),
          { value: WITHOUT, label: 'No category' },
        ]}
        className={classes.select}
      />
      <Checkbox
        label={`Low stock (${low.toLocaleString('en')})`}
        checked={filter.lowOnly}
        onChange={(event) => onFilter({ ...filter, lowOnly: event.currentTarget.checked })}
      />
      <Text size="sm" c="dimmed" component="output" className={classes.count}>
        {shown === all
          ? `${all.toLocaleString('en')} ${all === 1 ? 'item' : 'items'}`
          : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} items`}
      </Text>
    </Group>
  );
}
