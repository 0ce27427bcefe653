/** How the uploads of a workspace go, all together. Pure. */
import type { Arrival, ImageUpload } from '../../../data/uploads/images/image-uploads.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';

export interface UploadSummary {
  /** Files of the lots under way that have become images. */
  done: number;
  /** All files of these lots that can. */
  of: number;
  /** 0–100, parts of files included. */
  percent: number;
  failed: readonly ImageUpload[];
  refused: readonly ImageUpload[];
}

/** The part of a file that has been sent. */
function share({ state }: ImageUpload): number {
  switch (state.phase) {
    case 'uploading':
    case 'paused':
      return state.total === 0 ? 0 : state.sent / state.total;
    case 'saving':
      return 1;
    case 'checking':
    case 'waiting':
    case 'refused':
    case 'failed':
      return 0;
  }
}

/** `of` is 0 where nothing is under way. */
export function uploadSummary(
  uploads: readonly ImageUpload[],
  arrivals: ReadonlyMap<string, Arrival>,
): UploadSummary {
  const moving = uploads.filter(({ state }) => isUnderWay(state));
  const lots = new Set(moving.map(({ at }) => at));
  const listed = new Set(uploads.map(({ id }) => id));
  const done = [...arrivals.values()].filter(
    ({ at, uploadId }) => lots.has(at) && !listed.has(uploadId),
  ).length;
  const of = done + moving.length;
  const sent = moving.reduce((sum, upload) => sum + share(upload), done);
  return {
    done,
    of,
    percent: of === 0 ? 0 : Math.floor((sent / of) * 100),
    failed: uploads.filter(({ state }) => state.phase === 'failed'),
    refused: uploads.filter(({ state }) => state.phase === 'refused'),
  };
}
