/** Fitment jobs as the list shows them, overlaid with what was asked of them and is not answered yet. Pure. */
import {
  type FitmentJob,
  fitmentJobState,
  type FitmentJobType,
  type FitmentResults,
  type ReviewCounts,
} from '@docket/model/fitment/fitment-job';
import type { ProcessingStatusName } from '@docket/model/processing-status';
import type { Stored } from '../../../data/reader.ts';
import type { ReviewRows } from '../review/review-rows.ts';
import { type Pending, pendingOn, type RunView, runView } from '../../collections/run/run-view.ts';

/** The states that jobs can be in, in the order of the filter. */
export const JOB_STATES = [
  'queued',
  'processing',
  'paused',
  'review_required',
  'completed',
  'failed',
  'cancelled',
] as const satisfies readonly ProcessingStatusName[];
export type JobState = (typeof JOB_STATES)[number];

export interface JobRow {
  id: string;
  /** The beginning of the id, for people to tell jobs of the same name apart. */
  shortId: string;
  name: string;
  type: FitmentJobType;
  state: JobState;
  view: RunView;
  /** Null until they are counted. */
  parts: number | null;
  /** Null until the run has completed. */
  results: FitmentResults | null;
  review: ReviewCounts;
  createdBy: string;
  createdAt: Date;
  /** What a search looks at, in small letters. */
  text: string;
}

const SHORT_ID = 8;

/** The state of a job as people see it, what they have just asked of it included. */
function jobState(job: FitmentJob, view: RunView): JobState {
  if (view.state !== 'running') return fitmentJobState(job);
  const { status } = view.status;
  return status === 'paused' || status === 'queued' ? status : 'processing';
}

/** How a job's run stands. `pending` may hold that of others. */
export function jobView(id: string, { processing_status: status }: FitmentJob, pending: Pending): RunView {
  return runView(status.fitment_generation, pendingOn(pending, 'fitment_generation', id));
}

/**
 * The job with what is decided on its fitments as `found` counts it: it has itself counted a moment after each decision. Only
 * once all fitments are there.
 */
export function countedJob(
  job: Stored<FitmentJob>,
  { rows, counts }: Pick<ReviewRows, 'rows' | 'counts'>,
): Stored<FitmentJob> {
  if (job.data.results?.fitments !== rows.length) return job;
  return { ...job, data: { ...job.data, review: counts } };
}

/** One job. */
export function jobRow({ id, data }: Stored<FitmentJob>, pending: Pending): JobRow {
  const view = jobView(id, data, pending);
  const shortId = id.slice(0, SHORT_ID);
  const words = [data.name, id, ...(data.type === 'upload' ? [data.file_name] : [])];
  return {
    id,
    shortId,
    name: data.name,
    type: data.type,
    state: jobState(data, view),
    view,
    parts: data.results?.parts ?? data.part_count,
    results: data.results,
    review: data.review,
    createdBy: data.created_by,
    createdAt: data.created_at,
    text: words.join(' ').toLowerCase(),
  };
}

/** All jobs, newest first. */
export function jobRows(jobs: readonly Stored<FitmentJob>[], pending: Pending): JobRow[] {
  return jobs
    .map((job) => jobRow(job, pending))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** The jobs in that state in whose name, id or file every word of the search occurs. */
export function filterJobs(rows: readonly JobRow[], search: string, state: JobState | null): JobRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) => (state === null || row.state === state) && words.every((word) => row.text.includes(word)),
  );
}

/** How many jobs each state has that occurs, in the order of `JOB_STATES`. */
export function countStates(rows: readonly JobRow[]): { state: JobState; count: number }[] {
  return JOB_STATES.map((state) => ({
    state,
    count: rows.filter((row) => row.state === state).length,
  })).filter(({ count }) => count > 0);
}

/** Whether a job is over, whichever way: what is under way is cancelled first. */
export function mayDelete({ view }: Pick<JobRow, 'view'>): boolean {
  return view.state !== 'running';
}
