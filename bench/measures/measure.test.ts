import { describe, expect, it } from 'vitest';
import { formatMs, percentile } from './measure.ts';

describe('a percentile', () => {
  it('is the value at its rank, whatever the order', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  });

  it('of nothing is not a number', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('a time', () => {
  it('is in milliseconds below a second and in seconds above', () => {
    expect([formatMs(999), formatMs(2345)]).toEqual(['999 ms', '2.3 s']);
  });
});
