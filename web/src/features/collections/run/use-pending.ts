/** What the engine has not finished with in this workspace, as a live value. */
import { useMemo } from 'react';
import { useJobRequests, useOpenJobs } from '../../../data/workspace.ts';
import { NOTHING_PENDING, type Pending } from './run-view.ts';

/** Empty until both lists are there: a run under way is in its collection's own summary as well. */
export function usePending(): Pending {
  const jobs = useOpenJobs();
  const requests = useJobRequests();
  return useMemo(() => {
    if (jobs.state !== 'ready' || requests.state !== 'ready') return NOTHING_PENDING;
    return { jobs: jobs.value.records, requests: requests.value.records.map(({ data }) => data) };
  }, [jobs, requests]);
}
