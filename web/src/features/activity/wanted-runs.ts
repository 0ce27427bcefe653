/** Which runs of a workspace are asked for, and which of them are shown. Pure. */
import type { JobRequest, JobStatus } from '@docket/model/job';
import type { StoredJob } from '../../data/records.ts';
import { matches, type RunFilter, type RunRow, runRows } from '../collections/history/history-rows.ts';
import type { WantedRuns } from './use-run-filter.ts';

/**
 * The status to ask the database for; null: any. Runs under way have several, but all of them are open, and those are known on
 * every page.
 */
export function statusOf(outcome: RunFilter): JobStatus | null {
  switch (outcome) {
    case 'all':
    case 'running':
      return null;
    case 'completed':
    case 'failed':
    case 'cancelled':
      return outcome;
  }
}

/**
 * The runs that are shown, of what the database has answered. Among failed runs alone the last of a subject cannot be told:
 * there only those can be retried that still need attention, after which nothing has been started.
 */
export function shownRuns(
  jobs: readonly StoredJob[],
  requests: readonly JobRequest[],
  { pipeline, outcome }: WantedRuns,
): RunRow[] {
  const rows = runRows(jobs, requests).filter((row) => matches(row, outcome, pipeline));
  if (outcome !== 'failed') return rows;
  return rows.map((row) => ({ ...row, retryable: row.retryable && row.dismissable }));
}
