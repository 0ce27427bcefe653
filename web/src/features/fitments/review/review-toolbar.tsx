/** Status, search and filters of the review. */
import type { ReviewCounts } from '@docket/model/fitment/fitment-job';
import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconKeyboard } from '@tabler/icons-react';
import { memo } from 'react';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import classes from './review.module.css';
import type { ReviewChoices } from './review-choices.ts';
import { CONFIDENCE_RANGES, type ReviewFilter } from './review-filter.ts';
import { REVIEW_LOOKS, REVIEW_STATUSES } from './review-words.ts';

interface Props {
  filter: ReviewFilter;
  onFilter: (change: Partial<ReviewFilter>) => void;
  choices: ReviewChoices;
  shown: number;
  all: number;
  /** Whether anything can be decided, and taken back. */
  mayDecide: boolean;
  /** Null when there is nothing to take back. */
  undo: (() => void) | null;
  undoLabel: string;
  onShowKeys: () => void;
}

/** Parts listed at a time: of thousands one finds one by typing. */
const PARTS_LISTED = 50;

const RANGES = CONFIDENCE_RANGES.map(({ key, label }) => ({ value: key, label }));

function Toolbar(props: Props) {
  const { filter, onFilter, choices, shown, all, mayDecide, undo, undoLabel, onShowKeys } = props;
  return (
    <ListToolbar
      className={classes.toolbar}
      searchLabel="Search fitments"
      searchIn="Search part, vehicle, year…"
      search={filter.search}
      onSearch={(search) => onFilter({ search })}
      count={listCount(shown, all, ['fitment', 'fitments'])}
      actions={
        <>
          {mayDecide && (
            <Tooltip label={`Undo: ${undoLabel} (Ctrl+Z)`} disabled={undo === null}>
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                onClick={() => undo?.()}
                aria-description={undoLabel}
                // Disabled for good, it would lose the focus with the last step.
                {...(undo === null && { 'aria-disabled': true, 'data-disabled': true })}
              >
                Undo
              </Button>
            </Tooltip>
          )}
          {mayDecide && (
            <Tooltip label="Keys of the review (?)">
              <ActionIcon
                variant="default"
                size="lg"
                aria-label="Keys of the review"
                className={classes.showKeys}
                onClick={onShowKeys}
              >
                <IconKeyboard size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </>
      }
    >
      <FilterSelect
        label="Confidence"
        all="Any confidence"
        options={RANGES}
        value={filter.confidence}
        onChange={(confidence) => onFilter({ confidence })}
      />
      <FilterSelect
        label="Make"
        all="All makes"
        options={choices.makes}
        value={filter.make}
        onChange={(make) => onFilter({ make })}
      />
      <Select
        aria-label="Part"
        placeholder="All parts"
        clearable
        searchable
        limit={PARTS_LISTED}
        nothingFoundMessage="No such part"
        comboboxProps={{ withinPortal: false }}
        value={filter.part}
        onChange={(part) => onFilter({ part })}
        data={[...choices.parts]}
        className={classes.filter}
      />
    </ListToolbar>
  );
}

export const ReviewToolbar = memo(Toolbar);

interface StatusProps {
  counts: ReviewCounts;
  value: ReviewFilter['status'];
  onChange: (status: ReviewFilter['status']) => void;
}

/** How many fitments there are of each status, exactly; a press shows these alone. */
export function StatusFilter({ counts, value, onChange }: StatusProps) {
  const { pending, approved, rejected } = counts;
  const choices = [
    { value: 'all', word: 'All', count: pending + approved + rejected },
    ...REVIEW_STATUSES.map((status) => ({
      value: status,
      word: REVIEW_LOOKS[status].label,
      count: counts[status],
    })),
  ];
  return (
    <SegmentedControl
      aria-label="Status"
      className={classes.statuses}
      value={value ?? 'all'}
      onChange={(chosen) => onChange(REVIEW_STATUSES.find((status) => status === chosen) ?? null)}
      data={choices.map(({ value: choice, word, count }) => ({
        value: choice,
        label: (
          <span className={classes.statusLabel}>
            {word}
            <span className={classes.statusCount}>{count.toLocaleString('en')}</span>
          </span>
        ),
      }))}
    />
  );
}
