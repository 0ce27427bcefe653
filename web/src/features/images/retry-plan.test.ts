import { describe, expect, it } from 'vitest';
import { retryBatches, settledRuns } from './retry-plan.ts';
import { makeImage, makeImageJob } from './testing/make-images.ts';

describe('processing images again', () => {
  it('is done in batches of fifty, and fetches what was never fetched', () => {
    const images = Array.from({ length: 60 }, (_, i) => makeImage(`f-${i}`));
    const missing = makeImage('u-1', { storage_path: null });
    expect(
      retryBatches([missing, ...images]).map(({ pipeline, imageIds }) => [pipeline, imageIds.length]),
    ).toEqual([
      ['image_processing', 50],
      ['image_processing', 10],
      ['image_import', 1],
    ]);
  });

  it('settles a failed run when none of its other images has failed', () => {
    const failed = ['a', 'b', 'c'].map((id) => makeImage(id, { processing_status: 'failed' }));
    const runs = [makeImageJob('1', ['a', 'ready']), makeImageJob('2', ['b', 'c']), makeImageJob('3', ['c'])];
    expect(settledRuns(runs, failed, failed.slice(0, 2))).toEqual(['1-image_processing-1']);
    expect(settledRuns(runs, failed, failed)).toHaveLength(3);
  });
});
