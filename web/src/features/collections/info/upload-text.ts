/** The words and figures of an upload. Pure. */
import { formatBytes } from '@docket/model/limits';
import type { Upload, UploadState } from '../../../data/uploads/upload-state.ts';

/** How much has arrived, 0–100; null where there is nothing to measure. */
export function uploadPercent(state: UploadState): number | null {
  switch (state.phase) {
    case 'uploading':
    case 'paused':
      return state.total === 0 ? 0 : Math.floor((state.sent / state.total) * 100);
    case 'saving':
      return 100;
    case 'waiting':
    case 'checking':
      return 0;
    case 'refused':
    case 'failed':
      return null;
  }
}

/** One line below the file's name. */
export function uploadDetail({ state, size }: Upload): string {
  switch (state.phase) {
    case 'checking':
      return 'Checking…';
    case 'waiting':
      return `Waiting · ${formatBytes(size)}`;
    case 'uploading':
      return `${formatBytes(state.sent)} of ${formatBytes(state.total)}`;
    case 'paused':
      return `Paused at ${formatBytes(state.sent)} of ${formatBytes(state.total)}`;
    case 'saving':
      return 'Saving…';
    case 'refused':
    case 'failed':
      return state.reason;
  }
}
