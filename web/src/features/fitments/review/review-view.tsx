/** The review of a job: what it has found, to be looked through, selected, approved and rejected. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { Group, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DataKeys } from '../../../ui/data-table.tsx';
import { isWriting } from '../../../ui/is-writing.ts';
import { NoMatch } from '../../../ui/no-match.tsx';
import { useUndoKey } from '../../../ui/use-undo-key.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { ConfidentBar, SavingNote, SelectionBar } from './review-bars.tsx';
import { choicesOf } from './review-choices.ts';
import { type DecideRow, narrowReviewColumns, REVIEW_WIDTH, reviewColumns } from './review-columns.tsx';
import { DetailsDrawer, DetailsPanel } from './review-details.tsx';
import { CONFIDENT, confidentRows, EVERYTHING, filterRows, type ReviewFilter } from './review-filter.ts';
import { ReviewGrid } from './review-grid.tsx';
import type { ReviewRow, ReviewRows } from './review-rows.ts';
import { ReviewToolbar, StatusFilter } from './review-toolbar.tsx';
import classes from './review.module.css';
import type { Review } from './use-review.ts';

interface Props {
  review: Review;
  all: ReviewRows;
  /** Whether anything can be decided: by this person, and now. */
  mayDecide: boolean;
}

const ALIASES = { j: 'ArrowDown', k: 'ArrowUp', x: ' ' } as const;

/** `/` leads to the search and `?` to the keys, if there are some, from wherever nobody is writing. */
function usePageKeys(root: React.RefObject<HTMLElement | null>, showKeys: (() => void) | null) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === '?' && showKeys !== null) showKeys();
      else if (event.key === '/')
        root.current?.querySelector<HTMLInputElement>('input[aria-label="Search fitments"]')?.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [root, showKeys]);
}

/** What a letter decides: `a` approves, `r` rejects, `u` makes pending again. */
function decisionOf(letter: string): Decision | null | undefined {
  switch (letter) {
    case 'a':
      return 'approved';
    case 'r':
      return 'rejected';
    case 'u':
      return null;
    default:
      return undefined;
  }
}

export function ReviewView({ review, all, mayDecide }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const roomy = useMediaQuery('(min-width: 80em)', undefined, { getInitialValueInEffect: false });
  // Who only reads is in no row: the details open over the table.
  const wide = roomy && mayDecide;
  const { filter, setFilter, selecting } = review;
  const { decide, undo, undoLabel, saving } = review.actions;
  const [activeId, setActive] = useState<string | null>(null);
  const [openedId, setOpened] = useState<string | null>(null);
  const [keysShown, keysDialog] = useDisclosure(false);
  const sought = useDeferredValue(filter);
  const { select, drop, ids, rows: selected } = selecting;
  usePageKeys(root, mayDecide ? keysDialog.open : null);
  useUndoKey(undo);

  const shown = useMemo(() => filterRows(all.rows, sought), [all.rows, sought]);
  const choices = useMemo(() => choicesOf(all), [all]);
  const confident = useMemo(() => confidentRows(all.rows), [all.rows]);
  const picked = useMemo(
    () => (ids.size === 0 ? 0 : shown.reduce((count, { id }) => count + Number(ids.has(id)), 0)),
    [shown, ids],
  );
  const change = useCallback(
    (part: Partial<ReviewFilter>) => setFilter({ ...filter, ...part }),
    [filter, setFilter],
  );

  const decideRow = useCallback<DecideRow>(
    (row, decision) => {
      decide([row], decision);
      drop([row]);
    },
    [decide, drop],
  );
  const { standing, overtaken } = selected;
  const decideSelected = useCallback(
    (decision: Decision | null) => {
      decide(standing, decision, overtaken.length);
      drop(standing);
    },
    [decide, drop, standing, overtaken],
  );
  const keys = useMemo(
    (): DataKeys<ReviewRow> => ({
      aliases: ALIASES,
      press(letter, row) {
        const decision = decisionOf(letter);
        if (!mayDecide || decision === undefined) return null;
        if (ids.size > 0) {
          decideSelected(decision);
          return 'stay';
        }
        decideRow(row, decision);
        return decision === null ? 'stay' : 'next';
      },
    }),
    [mayDecide, ids, decideSelected, decideRow],
  );
  const onOpen = useCallback((row: ReviewRow) => setOpened(row.id), []);
  const columns = useMemo(() => {
    const onDecide = mayDecide ? decideRow : null;
    return narrow ? narrowReviewColumns(onDecide, onOpen) : reviewColumns(onDecide, onOpen);
  }, [narrow, mayDecide, decideRow, onOpen]);
  const onActive = useCallback((row: ReviewRow | null) => setActive(row?.id ?? null), []);
  const onlyPart = useCallback(
    (part: string) => {
      setFilter({ ...EVERYTHING, part });
      setOpened(null);
    },
    [setFilter],
  );
  const find = (id: string | null) => (id === null ? null : (all.rows.find((row) => row.id === id) ?? null));
  const active = wide ? find(activeId) : null;
  const chosen = standing.length + overtaken.length;
  /** What is pressed in a bar that goes away with it: the keyboard goes on in the table. */
  const fromBar = (press: () => void) => () => {
    root.current
      ?.querySelector<HTMLElement>('[role="grid"] td[tabindex="0"]')
      ?.focus({ preventScroll: true });
    press();
  };
  const details = { onDecide: mayDecide ? decideRow : null, onOnlyPart: onlyPart };

  return (
    <Stack gap="sm" ref={root}>
      <Group justify="space-between" gap="xs">
        <StatusFilter counts={all.counts} value={filter.status} onChange={(status) => change({ status })} />
        <SavingNote saving={saving} />
      </Group>
      {mayDecide && chosen > 0 && (
        <SelectionBar
          selected={chosen}
          hidden={ids.size - picked}
          overtaken={overtaken.length}
          shown={shown.length}
          unselected={shown.length - picked}
          onSelectAll={() => selecting.add(shown)}
          onClear={fromBar(selecting.clear)}
          onIncludeOvertaken={selecting.include}
          onDecide={(decision) => fromBar(() => decideSelected(decision))()}
        />
      )}
      {mayDecide && chosen === 0 && (
        <ConfidentBar
          count={confident.length}
          onApprove={fromBar(() => decide(confident, 'approved'))}
          onLook={() => setFilter({ ...EVERYTHING, status: 'pending', confidence: `from-${CONFIDENT}` })}
        />
      )}
      <ReviewToolbar
        filter={filter}
        onFilter={change}
        choices={choices}
        shown={shown.length}
        all={all.rows.length}
        mayDecide={mayDecide}
        undo={undo}
        undoLabel={undoLabel}
        onShowKeys={keysDialog.open}
      />
      {shown.length === 0 ? (
        <NoMatch resetLabel="Show all fitments" onReset={() => setFilter(EVERYTHING)}>
          No fitment matches. Try fewer words, other filters, or show all fitments.
        </NoMatch>
      ) : (
        <div className={classes.layout} data-panel={wide || undefined}>
          <ReviewGrid
            rows={shown}
            columns={columns}
            selected={mayDecide ? ids : null}
            onSelect={select}
            keys={keys}
            onActive={onActive}
            onOpen={wide ? null : onOpen}
            narrow={narrow}
            minWidth={narrow ? null : REVIEW_WIDTH}
          />
          {active !== null && <DetailsPanel row={active} {...details} />}
        </div>
      )}
      <DetailsDrawer row={find(openedId)} onClose={() => setOpened(null)} {...details} />
      <KeysDialog opened={keysShown} onClose={keysDialog.close} />
    </Stack>
  );
}
