import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DurationHistogram,
  durationCount,
  durationHistogram,
  durationHistogramSchema,
  durationQuantile,
  LONGEST_MS,
  mergeDurations,
  NO_DURATIONS,
  RELATIVE_ERROR,
  SHORTEST_MS,
} from './duration-histogram.ts';

const together = (durations: readonly number[]): DurationHistogram =>
  durations.map(durationHistogram).reduce(mergeDurations, NO_DURATIONS);

/** Spread over all magnitudes alike. */
const duration = fc
  .double({ min: Math.log(SHORTEST_MS), max: Math.log(LONGEST_MS), noNaN: true })
  .map((power) => Math.min(LONGEST_MS, Math.exp(power)));
const durations = fc.array(duration, { maxLength: 80 });
const share = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('the distribution of durations', () => {
  it('tells any quantile within the error that it promises', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 80 }), share, (all, wanted) => {
        const sorted = all.toSorted((a, b) => a - b);
        const exact = sorted[Math.ceil(all.length * wanted) - 1] ?? Number.NaN;
        const told = durationQuantile(together(all), wanted) ?? Number.NaN;
        expect(Math.abs(told - exact) / exact).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-9);
      }),
    );
    expect(RELATIVE_ERROR).toBeLessThan(0.115);
  });

  it('is the same in whatever order days are merged, and loses nothing', () => {
    fc.assert(
      fc.property(durations, durations, durations, (first, second, third) => {
        const [a, b, c] = [together(first), together(second), together(third)];
        const all = mergeDurations(mergeDurations(a, b), c);
        expect(all).toBe(mergeDurations(a, mergeDurations(b, c)));
        expect(all).toBe(mergeDurations(mergeDurations(c, a), b));
        expect(all).toBe(together([...third, ...first, ...second]));
        expect(mergeDurations(a, NO_DURATIONS)).toBe(a);
        expect(durationCount(all)).toBe(first.length + second.length + third.length);
        expect(durationHistogramSchema.parse(all)).toBe(all);
      }),
    );
  });

  it('takes what is shorter or longer than its range for the shortest and the longest', () => {
    expect(durationQuantile(durationHistogram(0), 1)).toBe(SHORTEST_MS);
    expect(durationHistogram(LONGEST_MS * 1000)).toBe(durationHistogram(LONGEST_MS));
  });

  it('of nothing has no quantiles', () => {
    expect(durationQuantile(NO_DURATIONS, 0.5)).toBeNull();
    expect(durationCount(NO_DURATIONS)).toBe(0);
  });

  it('can be read in the database', () => {
    expect(together([1, 2, 40, 41, 100])).toBe('0:2,0,0,0,0,0,0,2,0,0,1');
  });
});
