import { describe, expect, it } from 'vitest';
import type { Upload, UploadState } from '../../../data/uploads/upload-state.ts';
import { uploadDetail, uploadPercent } from './upload-text.ts';

const upload = (state: UploadState): Upload => ({
  id: 'd',
  fileName: 'a.pdf',
  size: 4_000_000,
  warning: null,
  state,
});

describe('the line below a file on its way', () => {
  it.each<[UploadState, string, number | null]>([
    [{ phase: 'checking' }, 'Checking…', 0],
    [{ phase: 'waiting' }, 'Waiting · 4.0 MB', 0],
    [{ phase: 'uploading', sent: 1_000_000, total: 4_000_000 }, '1.0 MB of 4.0 MB', 25],
    [{ phase: 'paused', sent: 1_000_000, total: 4_000_000 }, 'Paused at 1.0 MB of 4.0 MB', 25],
    [{ phase: 'saving' }, 'Saving…', 100],
    [{ phase: 'failed', reason: 'No connection.' }, 'No connection.', null],
  ])('%j', (state, detail, percent) => {
    expect(uploadDetail(upload(state))).toBe(detail);
    expect(uploadPercent(state)).toBe(percent);
  });
});
