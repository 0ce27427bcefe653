/** Where an image stands, from the moment its file is dropped until all is made of it; and the words for it. Pure. */
import type { Image } from '@docket/model/image';
import type { UploadState } from '../../data/uploads/upload-state.ts';
import type { StatusLook } from '../../ui/status.ts';
import { uploadPercent } from '../collections/info/upload-text.ts';
import type { ImageRun } from './image-runs.ts';

export type TileState =
  | { kind: 'checking' }
  | { kind: 'waiting' }
  | { kind: 'uploading'; percent: number }
  | { kind: 'upload_paused'; percent: number }
  | { kind: 'saving' }
  | { kind: 'not_uploaded'; reason: string }
  | { kind: 'queued' }
  /** The run is paused by a person. */
  | { kind: 'paused' }
  /** The queue is paused by an administrator. */
  | { kind: 'held' }
  | { kind: 'fetching' }
  | { kind: 'processing' }
  | { kind: 'thumbnails_ready' }
  | { kind: 'waiting_host'; service: string; until: Date }
  | { kind: 'failed'; reason: string }
  | { kind: 'cancelled' }
  | { kind: 'ready' };

/** The state of a file on its way. One that was refused never becomes an image and has no tile. */
export function uploadTileState(state: UploadState): TileState | null {
  switch (state.phase) {
    case 'checking':
    case 'waiting':
    case 'saving':
      return { kind: state.phase };
    case 'uploading':
      return { kind: 'uploading', percent: uploadPercent(state) ?? 0 };
    case 'paused':
      return { kind: 'upload_paused', percent: uploadPercent(state) ?? 0 };
    case 'failed':
      return { kind: 'not_uploaded', reason: state.reason };
    case 'refused':
      return null;
  }
}

/** Which service is waited for, and until when: the run knows the latest time, the image may only remember the first. */
function waitingState({ waits_for: wait }: Image, run: ImageRun | null): TileState | null {
  if (run?.activity.kind === 'waiting') {
    const { service, until } = run.activity;
    return { kind: 'waiting_host', service: wait?.service ?? service, until };
  }
  return wait === null ? null : { kind: 'waiting_host', ...wait };
}

/** Why an image that is queued is not being worked on. */
function queuedState(image: Image, run: ImageRun | null): TileState {
  if (run?.status === 'paused') return { kind: 'paused' };
  if (run?.activity.kind === 'held') return { kind: 'held' };
  return waitingState(image, run) ?? { kind: 'queued' };
}

function workingState(image: Image, run: ImageRun | null): TileState {
  const waiting = image.waits_for === null ? null : waitingState(image, run);
  if (waiting !== null) return waiting;
  if (image.thumbnail_status === 'completed') return { kind: 'thumbnails_ready' };
  return { kind: image.storage_path === null ? 'fetching' : 'processing' };
}

/** Whether `run` was started after the image had come to the end that it shows: it will be worked on again. */
function isAgain({ processing_completed_at: ended }: Image, run: ImageRun | null): boolean {
  return run !== null && (ended === null || run.created_at > ended);
}

/** `run` is the open run that the image is part of, if any. */
export function imageTileState(image: Image, run: ImageRun | null): TileState {
  switch (image.processing_status) {
    case 'queued':
      return queuedState(image, run);
    case 'processing':
      return workingState(image, run);
    case 'completed':
      return isAgain(image, run) ? queuedState(image, run) : { kind: 'ready' };
    case 'failed':
      return isAgain(image, run)
        ? queuedState(image, run)
        : { kind: 'failed', reason: image.processing_error?.message ?? 'Something went wrong. Try again.' };
    case 'cancelled':
      return isAgain(image, run) ? queuedState(image, run) : { kind: 'cancelled' };
  }
}

/** Only what is being worked on pulses: a hundred files on their way would be restless, and work for the browser. */
const LOOKS: Record<Exclude<TileState['kind'], 'uploading' | 'ready'>, StatusLook> = {
  checking: { label: 'Checking', color: 'blue', live: false },
  waiting: { label: 'Waiting', color: 'ink', live: false },
  upload_paused: { label: 'Upload paused', color: 'yellow', live: false },
  saving: { label: 'Saving', color: 'blue', live: false },
  not_uploaded: { label: 'Not uploaded', color: 'red', live: false },
  queued: { label: 'Queued', color: 'blue', live: false },
  paused: { label: 'Paused', color: 'yellow', live: false },
  held: { label: 'Queue paused', color: 'yellow', live: false },
  fetching: { label: 'Fetching', color: 'blue', live: false },
  processing: { label: 'Processing', color: 'blue', live: true },
  thumbnails_ready: { label: 'Thumbnails ready', color: 'blue', live: false },
  waiting_host: { label: 'Waiting for host', color: 'yellow', live: false },
  failed: { label: 'Failed', color: 'red', live: false },
  cancelled: { label: 'Cancelled', color: 'ink', live: false },
};

/** The badge of a state; null where there is nothing to say. */
export function tileLook(state: TileState): StatusLook | null {
  if (state.kind === 'ready') return null;
  if (state.kind === 'uploading') return { label: `Uploading ${state.percent}%`, color: 'blue', live: false };
  return LOOKS[state.kind];
}

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** A state in a sentence; null where the badge says all. */
export function tileSentence(state: TileState): string | null {
  switch (state.kind) {
    case 'not_uploaded':
    case 'failed':
      return state.reason;
    case 'waiting_host':
      return `${state.service} does not answer. It is asked again at ${TIME.format(state.until)}.`;
    case 'held':
      return 'The queue is paused by an administrator. This goes on when it is resumed.';
    case 'paused':
      return 'The run is paused. It goes on when somebody resumes it.';
    case 'cancelled':
      return 'Cancelled before it was finished. It can be processed again.';
    case 'thumbnails_ready':
      return 'The thumbnails are ready, the larger variants follow.';
    case 'checking':
    case 'waiting':
    case 'uploading':
    case 'upload_paused':
    case 'saving':
    case 'queued':
    case 'fetching':
    case 'processing':
    case 'ready':
      return null;
  }
}

/** What people look for among their images. */
export const TILE_FILTERS = ['all', 'processing', 'failed'] as const;
export type TileFilter = (typeof TILE_FILTERS)[number];

/** The filter besides `all` that a state belongs to; null for what is ready. */
export function filterOf(state: TileState): Exclude<TileFilter, 'all'> | null {
  switch (state.kind) {
    case 'ready':
      return null;
    case 'failed':
    case 'cancelled':
    case 'not_uploaded':
      return 'failed';
    case 'checking':
    case 'waiting':
    case 'uploading':
    case 'upload_paused':
    case 'saving':
    case 'queued':
    case 'paused':
    case 'held':
    case 'fetching':
    case 'processing':
    case 'thumbnails_ready':
    case 'waiting_host':
      return 'processing';
  }
}
