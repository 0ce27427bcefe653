/** The approved fitments of the workspace, merged, as they are at this moment. */
import { mergeFitments, type MergedFitment } from '@docket/model/fitment/merge-fitments';
import { useDeferredValue, useMemo, useState } from 'react';
import { fitmentGroupReader, fitmentJobReader, fitmentQueries } from '../../../data/fitment-records.ts';
import { useQueries, useQuery } from '../../../data/hooks.ts';
import type { StoredList } from '../../../data/reader.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { createApprovedReader } from './approved.ts';
import { type ResultRow, resultRows } from './result-rows.ts';

type Malformed = StoredList<unknown>['malformed'];

export type Results =
  | { state: 'loading' }
  | { state: 'error'; message: string }
  | {
      state: 'ready';
      fitments: readonly MergedFitment[];
      rows: readonly ResultRow[];
      /** Fitments that nobody has decided on, of all jobs. */
      pending: number;
      /** Records that cannot be read, each with its reason. */
      damaged: Malformed;
    };

/** Only jobs of which something is approved are read. */
export function useResults(): Results {
  const { id } = useWorkspace();
  const jobs = useQuery(fitmentQueries.jobs(id), fitmentJobReader);
  const known = jobs.state === 'ready' ? jobs.value : null;
  const wanted = useMemo(
    () =>
      (known?.records ?? [])
        .filter(({ data }) => data.review.approved > 0)
        .map((job) => fitmentQueries.groups(id, job.id)),
    [id, known],
  );
  const current = useQueries(wanted, fitmentGroupReader, 'calm');
  const found = useMemo(() => ({ of: wanted.length, groups: current }), [wanted, current]);
  const { of, groups } = useDeferredValue(found);
  // What was found before the jobs were known is nothing, and says nothing.
  const isBehind = of === 0 && wanted.length > 0;
  const [readApproved] = useState(createApprovedReader);
  const fitments = useMemo(
    () => (groups.state === 'ready' ? mergeFitments(readApproved(groups.value.records)) : null),
    [groups, readApproved],
  );
  const names = useMemo(() => new Map(known?.records.map((job) => [job.id, job.data.name])), [known]);
  const rows = useMemo(() => (fitments === null ? [] : resultRows(fitments, names)), [fitments, names]);
  return useMemo((): Results => {
    if (jobs.state === 'error') return jobs;
    if (groups.state === 'error') return groups;
    if (known === null || fitments === null || isBehind || groups.state === 'loading')
      return { state: 'loading' };
    const pending = known.records.reduce((sum, { data }) => sum + data.review.pending, 0);
    return {
      state: 'ready',
      fitments,
      rows,
      pending,
      damaged: [...known.malformed, ...groups.value.malformed],
    };
  }, [jobs, groups, known, fitments, isBehind, rows]);
}
