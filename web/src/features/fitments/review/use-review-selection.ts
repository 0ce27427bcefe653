/** What is selected in the review, held against what the fitments are now. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReviewRow } from './review-rows.ts';
import {
  NOTHING_SELECTED,
  type ReviewSelection,
  type SelectedRows,
  selectedRows,
  selectedToo,
  selectionOf,
} from './review-selection.ts';

export interface ReviewSelecting {
  selection: ReviewSelection;
  /** Ids of rows, as a table takes them. */
  ids: ReadonlySet<string>;
  rows: SelectedRows;
  /** These are selected now. */
  select: (ids: ReadonlySet<string>) => void;
  /** These as well. */
  add: (rows: readonly ReviewRow[]) => void;
  clear: () => void;
  /** What others have decided since is what was seen: the selected rows are meant as they are now. */
  include: () => void;
  /** These are not selected any more. */
  drop: (rows: readonly ReviewRow[]) => void;
}

/** `all` are all fitments of the job. */
export function useReviewSelection(all: readonly ReviewRow[]): ReviewSelecting {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const latest = useRef(all);
  useEffect(() => {
    latest.current = all;
  });
  const select = useCallback(
    (ids: ReadonlySet<string>) => setSelection((before) => selectionOf(ids, before, latest.current)),
    [],
  );
  const add = useCallback(
    (rows: readonly ReviewRow[]) => setSelection((before) => selectedToo(before, rows)),
    [],
  );
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), []);
  const include = useCallback(
    () => setSelection((before) => selectionOf(new Set(before.keys()), NOTHING_SELECTED, latest.current)),
    [],
  );
  const drop = useCallback(
    (rows: readonly ReviewRow[]) =>
      setSelection((before) => {
        if (rows.every(({ id }) => !before.has(id))) return before;
        const after = new Map(before);
        for (const { id } of rows) after.delete(id);
        return after;
      }),
    [],
  );
  const ids = useMemo(() => new Set(selection.keys()), [selection]);
  const rows = useMemo(() => selectedRows(all, selection), [all, selection]);
  return useMemo(
    () => ({ selection, ids, rows, select, add, clear, include, drop }),
    [selection, ids, rows, select, add, clear, include, drop],
  );
}
