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

/** Groups that are watched while they are being saved: taking in hundreds would hold up what a person asks for, such as a cancel. */
const FIRST_GROUPS = 20;

/** In the order of the parts. While the job is `running`, the first of them, drawn together as they come. */
export function useReviewRows(jobId: string, running: boolean): Live<FoundFitments> {
  const { id: workspaceId } = useWorkspace();
  const queries = useMemo(
    () => [{ ...fitmentQueries.groups(workspaceId, jobId), limit: running ? FIRST_GROUPS : null }],
    [workspaceId, jobId, running],
  );
  const stored = useQueries(queries, fitmentGroupReader, running ? 'calm' : 'at once');
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
