import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { labelFiles } from './label-files.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `i${index}`);

describe('the labels of all items', () => {
  it('are one file while that can hold them', () => {
    expect(labelFiles(ids(LIMITS.labels))).toEqual([{ ids: ids(LIMITS.labels), fileName: 'Labels.pdf' }]);
    expect(labelFiles([])).toEqual([]);
  });

  it('are several files otherwise, none too long, each item once and in order', () => {
    const files = labelFiles(ids(2 * LIMITS.labels + 1));
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'Labels 1 of 3.pdf',
      'Labels 2 of 3.pdf',
      'Labels 3 of 3.pdf',
    ]);
    expect(files.flatMap((file) => file.ids)).toEqual(ids(2 * LIMITS.labels + 1));
    expect(Math.max(...files.map((file) => file.ids.length))).toBe(LIMITS.labels);
  });
});
