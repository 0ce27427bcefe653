/** What a job has found so far, as live rows. */
import { useMemo } from 'react';
import {
  fitmentGroupReader,
  fitmentQueries,
  type StoredFitmentGroup,
} from '../../../data/fitment-records.ts';
import { useQueries } from '../../../data/hooks.ts';
import { type Live, mapLive } from '../../../data/live.ts';
import type { StoredList } from '../../../data/reader.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { type ReviewRows, rowsMaker } from './review-rows.ts';

export interface FoundFitments {
  rows: ReviewRows;
  groups: readonly StoredFitmentGroup[];
  malformed: StoredList<StoredFitmentGroup['data']>['malformed'];
}

/** In the order of the parts. `calm`: groups arrive by the dozen, and are drawn together. */
export function useReviewRows(jobId: string, calm: boolean): Live<FoundFitments> {
  const { id: workspaceId } = useWorkspace();
  const queries = useMemo(() => [fitmentQueries.groups(workspaceId, jobId)], [workspaceId, jobId]);
  const stored = useQueries(queries, fitmentGroupReader, calm ? 'calm' : 'at once');
  // The job is known by its query.
  const make = useMemo(() => (queries.length === 0 ? null : rowsMaker()), [queries]);
  return useMemo(
    () =>
      mapLive(stored, ({ records, malformed }) => ({
        rows: (make ?? rowsMaker())(records),
        groups: records,
        malformed,
      })),
    [stored, make],
  );
}
