import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisEnd, type Counted, lastHour, together } from './throughput.ts';

const NOW = new Date('2026-11-26T09:12:34Z');
const minutesAgo = (count: number) => new Date(Math.floor(NOW.getTime() / 60_000) * 60_000 - count * 60_000);
const minute = (ago: number, completed: number, failed: number, units: number) => ({
  at: minutesAgo(ago),
  completed,
  failed,
  units,
});

describe('the last hour', () => {
  it('has sixty minutes and ends with the present one', () => {
    const minutes = lastHour([], NOW);
    expect(minutes).toHaveLength(60);
    expect(minutes.at(-1)?.at).toEqual(minutesAgo(0));
    expect(minutes[0]?.at).toEqual(minutesAgo(59));
    expect(together(minutes)).toEqual({ images: 0, runs: 0, failed: 0 });
  });

  it('adds pipelines up; only batches of images count images', () => {
    const counted: Counted[] = [
      { pipeline: 'image_processing', minutes: [minute(2, 2, 1, 100)] },
      { pipeline: 'image_import', minutes: [minute(2, 1, 0, 7)] },
      { pipeline: 'deck_generation', minutes: [minute(2, 1, 1, 1)] },
    ];
    const minutes = lastHour(counted, NOW);
    expect(minutes.at(-3)).toEqual({ at: minutesAgo(2), images: 107, runs: 4, failed: 2 });
    expect(together(minutes)).toEqual({ images: 107, runs: 4, failed: 2 });
  });

  it('forgets what is older, and what a clock ahead of this one has counted', () => {
    const minutes = [minute(60, 1, 0, 1), minute(59, 1, 0, 1), minute(-1, 1, 0, 1)];
    const hour = lastHour([{ pipeline: 'deck_generation', minutes }], NOW);
    expect(together(hour).runs).toBe(1);
    expect(hour[0]?.runs).toBe(1);
  });
});

describe('the end of an axis', () => {
  it('is round', () => {
    expect([0, 1, 5, 6, 10, 11, 34, 60, 100, 201].map(axisEnd)).toEqual([
      5, 5, 5, 10, 10, 20, 50, 100, 100, 500,
    ]);
  });

  it('is never below what is drawn, nor far above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 10_000_000 }), (highest) => {
        expect(axisEnd(highest)).toBeGreaterThanOrEqual(highest);
        expect(axisEnd(highest)).toBeLessThanOrEqual(highest * 2.5);
      }),
    );
  });
});
