/** Search and filters of the items. */
import { Button, Group, Select, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { ASPECT_LABELS, ASPECTS, type Aspect, NO_CATEGORY } from '../item-filter.ts';
import classes from './items-toolbar.module.css';

interface Props {
  search: string;
  onSearch: (search: string) => void;
  category: string | null;
  onCategory: (category: string | null) => void;
  /** The categories that occur. */
  categories: readonly string[];
  aspect: Aspect;
  onAspect: (aspect: Aspect) => void;
  aspectCounts: ReadonlyMap<Aspect, number>;
  shown: number;
  all: number;
  /** Null when there is nothing to take back. */
  undo: (() => void) | null;
  undoLabel: string;
  /** What stands at the end, e.g. the export. */
  children?: ReactNode;
}

/** Stands for `NO_CATEGORY`: a choice cannot have an empty value. */
const WITHOUT = '\u0000';

export function ItemsToolbar(props: Props) {
  const { search, onSearch, category, onCategory, categories, aspect, onAspect, aspectCounts } = props;
  const { shown, all, undo, undoLabel, children } = props;
  const aspects = useMemo(
    () =>
      ASPECTS.filter(
        (value) => value === 'all' || value === aspect || (aspectCounts.get(value) ?? 0) > 0,
      ).map((value) => ({
        value,
        label: `${ASPECT_LABELS[value]} (${(aspectCounts.get(value) ?? 0).toLocaleString('en')})`,
      })),
    [aspect, aspectCounts],
  );
  return (
    <Group gap="sm" className={classes.root}>
      <TextInput
        aria-label="Search items"
        placeholder="Search name, SKU, colour, category…"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        className={classes.search}
      />
      <Select
        aria-label="Category"
        placeholder="All categories"
        clearable
        comboboxProps={{ withinPortal: false }}
        value={category === NO_CATEGORY ? WITHOUT : category}
        onChange={(value) => onCategory(value === WITHOUT ? NO_CATEGORY : value)}
        data={categories.map((name) =>
          name === NO_CATEGORY ? { value: WITHOUT, label: 'No category' } : { value: name, label: name },
        )}
        className={classes.select}
      />
      <Select
        aria-label="Show"
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={aspect}
        onChange={(value) => onAspect(ASPECTS.find((known) => known === value) ?? 'all')}
        data={aspects}
        className={classes.select}
      />
      <Text size="sm" c="dimmed" component="output" className={classes.count}>
        {shown === all
          ? `${all.toLocaleString('en')} ${all === 1 ? 'item' : 'items'}`
          : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} items`}
      </Text>
      {undo !== null && (
        <Tooltip label={`Undo: ${undoLabel} (Ctrl+Z)`}>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={undo}
            aria-description={undoLabel}
          >
            Undo
          </Button>
        </Tooltip>
      )}
      {children}
    </Group>
  );
}
