/** What is under way in a workspace and what waits, each run with where it stands, and how many there are of each. Pure. */
import type { Job, JobRequest } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { type Pipeline, phaseCount } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import type { StoredJob } from '../../data/records.ts';
import { runView, wishFor } from '../collections/run/run-view.ts';

/** How an open run stands with the queue, in the order in which runs are listed. */
export const QUEUE_STATES = ['processing', 'retrying', 'waiting', 'queued', 'held', 'paused'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** Those in which a run waits for its turn, and not for a person who has paused it. */
const WAITING: readonly QueueState[] = ['queued', 'waiting', 'retrying', 'held'];

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

function stateOf({ execution }: Job, { status, activity }: ProcessingStatus): QueueState {
  if (status === 'paused') return 'paused';
  if (execution.state === 'leased') return 'processing';
  switch (activity.kind) {
    case 'waiting':
    case 'held':
      return activity.kind;
    case 'retrying':
    case 'restarting':
      return 'retrying';
    case 'working':
    case 'pausing':
    case 'cancelling':
      return status === 'queued' ? 'queued' : 'processing';
  }
}

function sinceOf(job: Job, state: QueueState, { phase_started_at: begun }: ProcessingStatus): Date {
  const { execution } = job;
  if (state === 'paused' && job.paused_at !== null) return job.paused_at;
  if (state === 'waiting' && job.waiting_since !== null) return job.waiting_since;
  if (state === 'processing' && begun !== null) return begun;
  return execution.state === 'dispatched' ? execution.dispatched_at : (job.updated_at ?? job.created_at);
}

/** Images are finished in the last phase of a batch; earlier ones only fetch them. */
function imagesOf({ pipeline, input }: Job, { progress }: ProcessingStatus): QueueRow['images'] {
  if (input.image_ids === undefined) return null;
  const count = input.image_ids.length;
  const last = progress.phase === phaseCount(pipeline);
  return { count, finished: last ? Math.min(count, progress.within?.done ?? 0) : 0 };
}

/** Null for a run that occupies nothing: it has ended and is only being tidied up. */
function makeRow({ id, data }: StoredJob, wish: JobRequest | null): QueueRow | null {
  const summary = summarise(id, data, data.updated_at ?? data.created_at);
  const view = runView(summary, { jobs: [], requests: wish === null ? [] : [wish] });
  if (view.state !== 'running') return null;
  const { status, note, cancellable, pausable, resumable } = view;
  const state = stateOf(data, status);
  return {
    id,
    pipeline: data.pipeline,
    subject: data.subject,
    state,
    status,
    note,
    attempt: data.attempt,
    working: data.execution.state === 'leased',
    since: sinceOf(data, state, status),
    images: imagesOf(data, status),
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
    if (WAITING.includes(row.state) && (oldest === null || row.since < oldest.since)) oldest = row;
  }
  return { rows, counts, images, oldest };
}

/** Whether `row` is among those that are asked for; null asks for every one. */
export function matches(row: QueueRow, state: QueueState | null, pipeline: Pipeline | null): boolean {
  return (state === null || row.state === state) && (pipeline === null || row.pipeline === pipeline);
}
