import { describe, expect, it } from 'vitest';
import { retryBatches } from './retry-plan.ts';
import { makeImage } from './testing/make-images.ts';

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
});
