import { describe, expect, it } from 'vitest';
import { settledRuns } from './settled-runs.ts';

describe('a failed run of images', () => {
  it('is settled by processing its images again when none of the others has failed', () => {
    const run = (id: string, imageIds: string[]) => ({
      id,
      data: { input: { document_ids: [], image_ids: imageIds } },
    });
    const failed = ['a', 'b', 'c'].map((id) => ({ id }));
    const runs = [run('1', ['a', 'ready']), run('2', ['b', 'c']), run('3', ['c'])];
    expect(settledRuns(runs, failed, failed.slice(0, 2))).toEqual(['1']);
    expect(settledRuns(runs, failed, failed)).toHaveLength(3);
  });
});
