import { expect, it } from 'vitest';
import { makeUpload } from '../testing/make-images.ts';
import { uploadSummary } from './upload-summary.ts';

it('counts the lots that are under way, with the parts of files that have been sent', () => {
  const uploads = [
    makeUpload('a', { state: { phase: 'uploading', sent: 50, total: 100 } }),
    makeUpload('b', { state: { phase: 'saving' } }),
    makeUpload('c'),
    makeUpload('d', { state: { phase: 'refused', reason: 'empty' } }),
    makeUpload('e', { state: { phase: 'failed', reason: 'net' } }),
  ];
  const arrival = { at: 5000, index: 0, file: null };
  const arrivals = new Map([
    ['f-b', { ...arrival, uploadId: 'b' }],
    ['f-z', { ...arrival, uploadId: 'z' }],
    ['f-earlier', { ...arrival, uploadId: 'earlier', at: 1 }],
  ]);
  expect(uploadSummary(uploads, arrivals)).toMatchObject({
    done: 1,
    of: 4,
    percent: 62,
    failed: [{ id: 'e' }],
    refused: [{ id: 'd' }],
  });
});

it('is of nothing where nothing is under way', () => {
  expect(uploadSummary([], new Map())).toMatchObject({ done: 0, of: 0, percent: 0 });
});
