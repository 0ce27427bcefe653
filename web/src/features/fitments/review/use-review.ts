/** A review under way: what is looked for, what is selected and what was done. It outlives a look at another part of the job. */
import { useCallback, useMemo, useState } from 'react';
import { EVERYTHING, type ReviewFilter } from './review-filter.ts';
import type { ReviewRows, ReviewStatus } from './review-rows.ts';
import { type ReviewActions, useReviewActions } from './use-review-actions.tsx';
import { type ReviewSelecting, useReviewSelection } from './use-review-selection.ts';

export interface Review {
  filter: ReviewFilter;
  setFilter: (filter: ReviewFilter) => void;
  selecting: ReviewSelecting;
  actions: ReviewActions;
}

/** The status that is looked for, which is kept elsewhere; null: any. */
interface StatusPorts {
  status: ReviewStatus | null;
  setStatus: (status: ReviewStatus | null) => void;
}

/** `all` are all fitments of the job. */
export function useReview(jobId: string, all: ReviewRows, { status, setStatus }: StatusPorts): Review {
  const [others, setOthers] = useState(EVERYTHING);
  const actions = useReviewActions(jobId, all);
  const selecting = useReviewSelection(all.rows);
  const filter = useMemo(() => ({ ...others, status }), [others, status]);
  const setFilter = useCallback(
    (wanted: ReviewFilter) => {
      setOthers(wanted);
      if (wanted.status !== status) setStatus(wanted.status);
    },
    [status, setStatus],
  );
  return { filter, setFilter, selecting, actions };
}
