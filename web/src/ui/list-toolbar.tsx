/** What stands above a list: its search, its filters, and how much of it is shown. */
import { Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './list-toolbar.module.css';

interface Props {
  /** Names the search: "Search items". */
  searchLabel: string;
  /** What is searched: "Search name, SKU, location…". */
  searchIn: string;
  search: string;
  onSearch: (search: string) => void;
  /** How much is shown: "3 of 40 items". */
  count: string;
  /** Gives the parts other widths. */
  className?: string | undefined;
  /** Filters, such as `FilterSelect`. */
  children?: ReactNode;
  /** What can be done with the list, after the count. */
  actions?: ReactNode;
}

export function ListToolbar(props: Props) {
  const { searchLabel, searchIn, search, onSearch, count, className, children, actions } = props;
  return (
    <Group gap="sm" className={className === undefined ? classes.root : `${classes.root} ${className}`}>
      <TextInput
        aria-label={searchLabel}
        placeholder={searchIn}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        className={classes.search}
      />
      {children}
      <Text size="sm" c="dimmed" component="output" className={classes.count}>
        {count}
      </Text>
      {actions}
    </Group>
  );
}
