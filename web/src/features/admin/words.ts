/** What the queue's page says of runs, failures and services. Pure. */
import type { BreakerState } from '@docket/model/breaker';
import { type Pipeline, pipelineDefinition, type Weight } from '@docket/model/pipelines';
import type { QueueFigures } from '@docket/model/queue';
import { activityLabel, formatDuration } from '@docket/model/progress-label';
import { dataErrorMessage, errorCode } from '../../data/error-messages.ts';
import type { StatusLook } from '../../ui/status.ts';
import { standing, SUBJECT_NOUNS } from '../collections/run/run-words.ts';
import type { QueueState } from '@docket/model/queue-state';
import type { QueueRow, QueueView } from './queue-view.ts';
import type { BackfillView } from './backfill-view.ts';
import { when } from '../collections/history/history-words.ts';
import type { Minute } from './throughput.ts';

/** A number for people: `12,400`. */
export function figure(value: number): string {
  return value.toLocaleString('en');
}

/** A number of things: "1 run", "1,200 images". */
export function some(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** Runs and images together: "3 runs and 50 images". */
export function runsAndImages({ runs, images }: { runs: number; images: number }): string {
  return [...(runs > 0 ? [some(runs, 'run')] : []), ...(images > 0 ? [some(images, 'image')] : [])].join(
    ' and ',
  );
}

export const QUEUE_LOOKS: Record<QueueState, StatusLook> = {
  processing: { label: 'Processing', color: 'blue', live: true },
  retrying: { label: 'Retrying', color: 'yellow', live: false },
  waiting: { label: 'Waiting for a service', color: 'yellow', live: false },
  queued: { label: 'Queued', color: 'blue', live: false },
  held: { label: 'Held', color: 'ink', live: false },
  paused: { label: 'Paused', color: 'yellow', live: false },
};

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const SECONDS = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** "09:12" */
export function clock(at: Date): string {
  return CLOCK.format(at);
}

/** "09:12:03" */
export function seconds(at: Date): string {
  return SECONDS.format(at);
}

/** What was done: "34 images, 2 runs completed, 1 failed". */
export function minuteSentence({ images, runs, failed }: Omit<Minute, 'at'>): string {
  return `${some(images, 'image')}, ${some(runs, 'run')} completed, ${figure(failed)} failed`;
}

export const BREAKER_LOOKS: Record<BreakerState, StatusLook> = {
  closed: { label: 'Closed', color: 'yellow', live: false },
  half_open: { label: 'Half open', color: 'yellow', live: true },
  open: { label: 'Open', color: 'red', live: false },
};

/** What goes on, in one sentence. */
export function queueSentence({ counts, rows }: QueueView, paused: boolean): string {
  const waiting = rows.length - counts.processing - counts.paused;
  const [working, waits] = [
    some(counts.processing, 'run'),
    `${figure(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`,
  ];
  if (paused) {
    const held = waiting === 0 ? 'Nothing waits.' : `${waits} until it is resumed.`;
    return counts.processing === 0 ? held : `${working} still under way. ${held}`;
  }
  if (counts.processing > 0)
    return waiting === 0 ? `${working} under way.` : `${working} under way, ${waits}.`;
  return waiting === 0 ? 'There is nothing to do.' : `Nothing is under way, ${waits}.`;
}

/** What a run is about. `collectionName` knows the collections by id. */
export function subjectLabel(
  { subject, images }: { subject: QueueRow['subject']; images: number | null },
  collectionName: (id: string) => string,
): string {
  if (subject.type === 'image_batch' && images !== null) return some(images, 'image');
  return SUBJECT_NOUNS[subject.type] ?? collectionName(subject.id);
}

/** Where a run is: "phase 4 of 6: Generating categories", or what it waits for, as of `now`. */
export function rowDetail({ pipeline, status, note, state, working }: QueueRow, now: Date): string {
  const place = `${standing(pipeline, status)}: ${status.current_phase}`;
  const where = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
  if (note !== null) return `${where}. ${note}`;
  if (state === 'held') return `${where}. Begins when the queue is resumed.`;
  if (state === 'processing' && !working && status.activity.kind === 'working')
    return `${where}. Waits for a free worker.`;
  const doing = activityLabel(status, now);
  return doing === null ? where : `${where}. ${doing}`;
}

/** How long a run has been in its state: "in this phase for 2m 10s". */
export function rowAge({ state, working, since }: QueueRow, now: Date): string {
  const age = formatDuration(now.getTime() - since.getTime());
  if (state === 'processing') return working ? `${age} in this phase` : `${age} between phases`;
  return state === 'paused' ? `paused for ${age}` : `waits for ${age}`;
}

/** The pipelines of a failure, in words: "Process Images, Import Images". */
export function pipelineLabels(pipelines: readonly Pipeline[]): string {
  return pipelines.map((pipeline) => pipelineDefinition(pipeline).label).join(', ');
}

/** What retrying so many means. */
export function retryMeans({ runs, images }: { runs: number; images: number }): string {
  const [goOn, batches] = [
    `${some(runs, 'run')} ${runs === 1 ? 'goes' : 'go'} on at the phase that failed; what is finished is not done again.`,
    `${some(images, 'image')} ${images === 1 ? 'is' : 'are'} queued again.`,
  ];
  return [...(runs > 0 ? [goOn] : []), ...(images > 0 ? [batches] : [])].join(' ');
}

/** Where the backfill stands. */
export function backfillSentence({ stage, asked, byItself, startedAt, progress }: BackfillView): string {
  const at = startedAt === null ? '' : when(startedAt);
  const began = byItself ? `It began by itself after the deployment, ${at}.` : `It was started ${at}.`;
  if (asked === 'start') return 'It was asked to begin.';
  switch (stage) {
    case 'unknown':
      return 'Nobody has looked yet whether anything is missing.';
    case 'previewed':
      return progress === null
        ? 'Nothing is made yet; this is what would be.'
        : `${began} It has ended; this is what would be made now.`;
    case 'finding':
      return `${began} It looks for images.`;
    case 'making':
      return `${began} Its batches are under way.`;
    case 'failed':
      return `${began} It failed before all of its batches were started; retry it under Failures.`;
    case 'cancelled':
      return `${began} It was cancelled before all of its batches were started.`;
    case 'done':
      return `${began} It has ended.`;
  }
}

/** What is dispatched through each queue of Cloud Tasks. */
export const WEIGHT_LABELS: Record<Weight, string> = {
  documents: 'Documents, items and decks',
  images: 'Images',
};

/** Whose figures they are. */
export const FIGURE_SOURCES: Record<QueueFigures['source'], string> = {
  cloud_tasks: 'Figures of Google Cloud Tasks, of all workspaces together.',
  emulator: 'Figures of the local tasks emulator, of all workspaces together.',
};

/** Why the figures could not be had. */
export function figuresProblem(error: unknown): string {
  switch (errorCode(error)) {
    case 'functions/unavailable':
      return 'The queues do not say at the moment how full they are.';
    // What the SDK calls everything that is no answer.
    case 'functions/internal':
    case 'functions/not-found':
      return 'The function that tells them cannot be reached.';
    default:
      return dataErrorMessage(error);
  }
}
