/** Search and filters of the items. */
import { Button, Select, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { FilterSelect } from '../../../../ui/filter-select.tsx';
import { listCount } from '../../../../ui/list-count.ts';
import { ListToolbar } from '../../../../ui/list-toolbar.tsx';
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
  const kinds = useMemo(
    () => categories.map((name) => ({ value: name, label: name === NO_CATEGORY ? 'No category' : name })),
    [categories],
  );
  return (
    <ListToolbar
      className={classes.root}
      searchLabel="Search items"
      searchIn="Search name, SKU, colour, category…"
      search={search}
      onSearch={onSearch}
      count={listCount(shown, all, ['item', 'items'])}
      actions={
        <>
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
        </>
      }
    >
      <FilterSelect
        label="Category"
        all="All categories"
        options={kinds}
        value={category}
        onChange={onCategory}
      />
      <Select
        aria-label="Show"
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={aspect}
        onChange={(value) => onAspect(ASPECTS.find((known) => known === value) ?? 'all')}
        data={aspects}
        className={classes.aspect}
      />
    </ListToolbar>
  );
}
