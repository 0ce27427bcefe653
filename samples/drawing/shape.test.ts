import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curve, line, mirrored, open, type Point, pathData, placed, symmetric } from './shape.ts';

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.tuple(coordinate, coordinate);
const straight = fc.array(point, { minLength: 1, maxLength: 8 });

const lines = (points: readonly Point[]) => points.map(([x, y]) => line(x, y));

describe('an outline', () => {
  it('is written as an SVG path', () => {
    expect(pathData(open([0, 1], line(2, 3), curve(4, 5, 6, 7, 8.25, 9)))).toBe('M0 1L2 3C4 5 6 7 8.3 9');
  });

  it('is itself again after it was mirrored twice', () => {
    fc.assert(
      fc.property(point, straight, (start, points) => {
        const shape = open(start, ...lines(points));
        expect(pathData(mirrored(mirrored(shape)))).toBe(pathData(shape));
      }),
    );
  });

  it('has every point of its right half on the left too when it is symmetric', () => {
    fc.assert(
      fc.property(point, straight, (start, points) => {
        const { steps } = symmetric(start, ...lines(points));
        const ends = steps.map((step) => `${step.to[0] + 0} ${step.to[1]}`);
        for (const [x, y] of points) expect(ends).toContain(`${-x + 0} ${y}`);
      }),
    );
  });

  it('keeps its form when it is moved, turned and scaled', () => {
    const moved = placed(open([1, 0], line(0, 2)), { dx: 10, dy: 20, scale: 2, degrees: 90 });
    expect(pathData(moved)).toBe('M10 22L6 20');
  });
});
