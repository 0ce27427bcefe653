/** The states of an upload and what leads from one to the next: pure. */
/** Where an upload stands. `sent` and `total` are bytes. An upload that has ended well is no longer in the list. */
export type UploadState =
  | { phase: 'checking' }
  /** The file itself is at fault; nothing was sent. */
  | { phase: 'refused'; reason: string }
  /** For its turn: only a few files are sent at a time. */
  | { phase: 'waiting' }
  | { phase: 'uploading'; sent: number; total: number }
  | { phase: 'paused'; sent: number; total: number }
  /** All bytes have arrived; the document is being written. */
  | { phase: 'saving' }
  | { phase: 'failed'; reason: string };

export type UploadEvent =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: string }
  | { kind: 'started'; total: number }
  | { kind: 'progress'; sent: number; total: number }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  | { kind: 'arrived' }
  | { kind: 'failed'; reason: string }
  | { kind: 'retried' };

/** One file on its way. */
export interface Upload {
  id: string;
  fileName: string;
  /** Bytes. */
  size: number;
  /** Something odd that does not stand in the way: shown beside the file. */
  warning: string | null;
  state: UploadState;
}

/** The state after `event`. An event that does not fit, such as late progress, changes nothing. */
export function nextUploadState(state: UploadState, event: UploadEvent): UploadState {
  switch (event.kind) {
    case 'accepted':
      return state.phase === 'checking' ? { phase: 'waiting' } : state;
    case 'refused':
      return state.phase === 'checking' ? { phase: 'refused', reason: event.reason } : state;
    case 'started':
      return state.phase === 'waiting' ? { phase: 'uploading', sent: 0, total: event.total } : state;
    case 'progress':
      return state.phase === 'uploading'
        ? { phase: 'uploading', sent: Math.max(state.sent, event.sent), total: event.total }
        : state;
    case 'paused':
      return state.phase === 'uploading' ? { ...state, phase: 'paused' } : state;
    case 'resumed':
      return state.phase === 'paused' ? { ...state, phase: 'uploading' } : state;
    case 'arrived':
      return state.phase === 'uploading' || state.phase === 'paused' ? { phase: 'saving' } : state;
    case 'failed':
      return isUnderWay(state) ? { phase: 'failed', reason: event.reason } : state;
    case 'retried':
      return state.phase === 'failed' ? { phase: 'waiting' } : state;
  }
}

/** Whether the upload will still become a document without anybody doing anything, or after being resumed. */
export function isUnderWay(state: UploadState): boolean {
  return state.phase !== 'refused' && state.phase !== 'failed';
}

/** Which waiting uploads may start now, in their order, when `most` are sent at once. A paused one leaves its place to others. */
export function nextToStart<U extends Pick<Upload, 'state'>>(uploads: readonly U[], most: number): U[] {
  const sending = uploads.filter((upload) => upload.state.phase === 'uploading').length;
  return uploads.filter((upload) => upload.state.phase === 'waiting').slice(0, Math.max(0, most - sending));
}
