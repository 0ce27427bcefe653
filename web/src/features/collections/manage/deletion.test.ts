import { describe, expect, it } from 'vitest';
import { summary } from '../../../fixtures/records.ts';
import type { RunView } from '../run/run-view.ts';
import { deleteBlock, lossLabel } from './deletion.ts';

const running = (cancellable: boolean): RunView => ({
  state: 'running',
  jobId: 'j',
  status: summary('c', 2),
  note: null,
  cancellable,
  pausable: cancellable,
  resumable: false,
});

describe('deleting a collection', () => {
  it('is possible when nothing runs', () => {
    expect(deleteBlock({ state: 'none' })).toBeNull();
    expect(deleteBlock({ state: 'failed', jobId: 'j', status: summary('c', 2) })).toBeNull();
  });

  it('asks to cancel a run first, and to wait for one that is stopping', () => {
    expect(deleteBlock(running(true))).toBe('Cancel processing first.');
    expect(deleteBlock(running(false))).toBe('Wait until processing has stopped.');
  });
});

describe('what is lost with a collection', () => {
  it.each([
    [{ files: 2, uploads: 0, products: 1670 }, 'Its 2 files and 1,670 products with their pictures'],
    [{ files: 1, uploads: 0, products: 0 }, 'Its 1 file'],
    [
      { files: 1, uploads: 2, products: 1 },
      'Its 1 file, 2 uploads under way, and 1 product with its picture',
    ],
  ])('is counted: %j', (contents, label) => {
    expect(lossLabel(contents)).toBe(label);
  });

  it('is nothing when it is empty', () => {
    expect(lossLabel({ files: 0, uploads: 0, products: 0 })).toBeNull();
  });
});
