/** What is told of the images that somebody has sent to be processed, all batches together. Pure. */
import type { ImageBatch } from '@docket/model/image-batch';
import type { Job } from '@docket/model/job';
import { counted } from '../image-words.ts';

/** What has become of the images of a batch that has ended. */
interface Ends {
  ready: number;
  failed: number;
  cancelled: number;
}

/** A batch as far as it is known. */
export interface BatchNews {
  of: number;
  done: number;
  /** Null while it goes on. */
  ends: Ends | null;
}

/** `batch` is the record of the batch; its outcome is written together with the end of the job, but may arrive later. */
export function batchNews(job: Job, batch: ImageBatch | null): BatchNews {
  const of = job.input.image_ids?.length ?? 0;
  const last = job.progress !== null && job.progress.phase === job.progress.total_phases;
  const done = last ? Math.min(of, job.progress?.within?.done ?? 0) : 0;
  switch (job.status) {
    case 'queued':
    case 'processing':
    case 'paused':
    case 'cancelling':
      return { of, done, ends: null };
    case 'completed': {
      const outcome = batch?.outcome ?? null;
      if (outcome === null) return { of, done: of, ends: null };
      // Images that were deleted meanwhile are neither.
      return { of, done: of, ends: { ready: outcome.completed, failed: outcome.failed, cancelled: 0 } };
    }
    case 'failed':
      return { of, done: of, ends: { ready: done, failed: of - done, cancelled: 0 } };
    case 'cancelled':
      return { of, done: of, ends: { ready: done, failed: 0, cancelled: of - done } };
  }
}

/** Whether somebody is told of a batch: not where all of its images are shown, with how they are, where they were added. */
export function isTold(imageIds: readonly string[], isShownElsewhere: (imageId: string) => boolean): boolean {
  return imageIds.length === 0 || !imageIds.every(isShownElsewhere);
}

export interface WaveToast {
  color: 'blue' | 'green' | 'red' | 'ink';
  title: string;
  message: string;
  /** Whether it stays and changes, as there is more to come. */
  live: boolean;
  link: 'images' | 'failed' | null;
}

/** Why nothing happens for now, of the first batch that waits for something; null where all is plain work. */
export function waitingNote(jobs: readonly Pick<Job, 'status' | 'activity'>[]): string | null {
  if (jobs.length === 0) return null;
  if (jobs.every(({ status }) => status === 'paused')) return 'Paused. It goes on when somebody resumes it.';
  const held = jobs.every(({ activity: { kind } }) => kind === 'held');
  if (held) return 'The queue is paused by an administrator. This goes on when it is resumed.';
  const [waiting] = jobs.flatMap(({ activity }) => (activity.kind === 'waiting' ? [activity.service] : []));
  return waiting === undefined ? null : `${waiting} does not answer and is asked again later.`;
}

function progressToast(done: number, of: number, thumbnails: number, note: string | null): WaveToast {
  const message =
    note ??
    (thumbnails === 0
      ? 'Thumbnails come first, larger sizes follow.'
      : thumbnails >= of
        ? 'All thumbnails are ready, larger sizes follow.'
        : `Thumbnails of ${counted(thumbnails, 'image is', 'images are')} ready.`);
  return {
    color: 'blue',
    title: `${done.toLocaleString('en')} of ${counted(of, 'image', 'images')} processed`,
    message,
    live: true,
    link: null,
  };
}

function endToast({ ready, failed, cancelled }: Ends): WaveToast {
  const parts = [
    ...(ready === 0 ? [] : [`${ready.toLocaleString('en')} ready`]),
    ...(failed === 0 ? [] : [`${failed.toLocaleString('en')} failed`]),
    ...(cancelled === 0 ? [] : [`${cancelled.toLocaleString('en')} cancelled`]),
  ];
  const all = ready + failed + cancelled;
  const only = parts.length === 1;
  const word = failed > 0 ? 'failed' : cancelled > 0 ? 'cancelled' : 'ready';
  const title =
    all === 1 ? `Image ${word}` : only ? `${counted(all, 'image', 'images')} ${word}` : parts.join(', ');
  if (failed > 0) {
    const message = 'What went wrong stands with each of them.';
    return { color: 'red', title, message, live: false, link: 'failed' };
  }
  if (cancelled > 0) {
    const message = 'They can be processed at any time.';
    return { color: 'ink', title, message, live: false, link: 'failed' };
  }
  const message = all === 1 ? '' : 'With thumbnails and all sizes.';
  return { color: 'green', title, message, live: false, link: 'images' };
}

/**
 * `uploading` images are still on their way; `thumbnails` is how many images have theirs; `note` says why nothing happens.
 * Null: nothing is to be told yet.
 */
export function waveToast(
  batches: readonly BatchNews[],
  uploading: number,
  thumbnails: number,
  note: string | null = null,
): WaveToast | null {
  const sum = (figure: (batch: BatchNews) => number) =>
    batches.reduce((total, batch) => total + figure(batch), 0);
  const of = sum((batch) => batch.of) + uploading;
  if (of === 0) return null;
  if (uploading > 0 || batches.some(({ ends }) => ends === null)) {
    // One image is ready before anybody has read that it is not.
    return of === 1
      ? null
      : progressToast(
          sum(({ done }) => done),
          of,
          thumbnails,
          note,
        );
  }
  const ends = {
    ready: sum((batch) => batch.ends?.ready ?? 0),
    failed: sum((batch) => batch.ends?.failed ?? 0),
    cancelled: sum((batch) => batch.ends?.cancelled ?? 0),
  };
  return ends.ready + ends.failed + ends.cancelled === 0 ? null : endToast(ends);
}
