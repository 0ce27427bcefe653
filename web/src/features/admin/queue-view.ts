/** What is under way in a workspace and what waits, each run with where it stands, and how many there are of each. Pure. */
import type { Job, JobRequest } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import type { Pipeline } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import {
  batchImages,
  inStateSince,
  isWaitingState,
  QUEUE_STATES,
  type QueueState,
  queueStateOf,
} from '@docket/model/queue-state';
import type { StoredJob } from '../../data/records.ts';
import { runView, wishFor } from '../collections/run/run-view.ts';

export interface QueueRow {
  id: string;
  pipeline: Pipeline;
  subject: Job['subject'];
  state: QueueState;
  /** With what was asked for and is not answered yet. */
  status: ProcessingStatus;
  /** What was asked for and is not answered yet, as a sentence. */
  note: string | null;
  /** Of the phase; 0 before the first. */
  attempt: number;
  /** Whether a worker is on it at this moment. */
  working: boolean;
  /** Since when a worker is on its phase, or it waits, or is paused. */
  since: Date;
  /** Images of a batch and how many of them are finished; null for other runs. */
  images: { count: number; finished: number } | null;
  cancellable: boolean;
  pausable: boolean;
  resumable: boolean;
}

/** Null for a run that occupies nothing: it has ended and is only being tidied up. */
function makeRow({ id, data }: StoredJob, wish: JobRequest | null): QueueRow | null {
  const summary = summarise(id, data, data.updated_at ?? data.created_at);
  const view = runView(summary, { jobs: [], requests: wish === null ? [] : [wish] });
  if (view.state !== 'running') return null;
  const { status, note, cancellable, pausable, resumable } = view;
  const state = queueStateOf(data, status);
  return {
    id,
    pipeline: data.pipeline,
    subject: data.subject,
    state,
    status,
    note,
    attempt: data.attempt,
    working: data.execution.state === 'leased',
    since: inStateSince(data, state, status),
    images: batchImages(data, status),
    cancellable,
    pausable,
    resumable,
  };
}

interface Made {
  wish: JobRequest | null;
  row: QueueRow | null;
}

const made = new WeakMap<StoredJob, Made>();

/** The row of `job`: the same object as long as neither the job nor what is asked of it changes. */
function rowOf(job: StoredJob, requests: readonly JobRequest[]): QueueRow | null {
  const wish = wishFor(job.id, requests);
  const known = made.get(job);
  if (known !== undefined && known.wish === wish) return known.row;
  const row = makeRow(job, wish);
  made.set(job, { wish, row });
  return row;
}

export interface QueueView {
  /** By state, the longest in it first. */
  rows: readonly QueueRow[];
  counts: Readonly<Record<QueueState, number>>;
  /** Images that are not finished, in batches that run and in those that wait. */
  images: { processing: number; waiting: number };
  /** What has waited longest for its turn. */
  oldest: QueueRow | null;
}

/**
 * `open` are the jobs that the engine has something to do for; `failed` those that need attention, of which some may
 * have been asked to go on.
 */
export function queueView(
  open: readonly StoredJob[],
  failed: readonly StoredJob[],
  requests: readonly JobRequest[],
): QueueView {
  const known = new Set(open.map(({ id }) => id));
  const rows = [...open, ...failed.filter(({ id }) => !known.has(id))]
    .map((job) => rowOf(job, requests))
    .filter((row) => row !== null)
    .toSorted(
      (a, b) =>
        QUEUE_STATES.indexOf(a.state) - QUEUE_STATES.indexOf(b.state) ||
        a.since.getTime() - b.since.getTime() ||
        (a.id < b.id ? -1 : 1),
    );
  const counts = { processing: 0, retrying: 0, waiting: 0, queued: 0, held: 0, paused: 0 };
  const images = { processing: 0, waiting: 0 };
  let oldest: QueueRow | null = null;
  for (const row of rows) {
    counts[row.state] += 1;
    if (row.images !== null) {
      const left = row.images.count - row.images.finished;
      images[row.state === 'processing' ? 'processing' : 'waiting'] += left;
    }
    if (isWaitingState(row.state) && (oldest === null || row.since < oldest.since)) oldest = row;
  }
  return { rows, counts, images, oldest };
}

/** Whether `row` is among those that are asked for; null asks for every one. */
export function matches(row: QueueRow, state: QueueState | null, pipeline: Pipeline | null): boolean {
  return (state === null || row.state === state) && (pipeline === null || row.pipeline === pipeline);
}
