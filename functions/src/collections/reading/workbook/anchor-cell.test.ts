import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridSizes, coveredMost, positionAt } from './anchor-cell.ts';

const EMU = 12_700;
const grid: GridSizes = { usual: 20, sizes: new Map([[2, 60]]) };

describe('the row of a picture', () => {
  it.each([
    ['the only one that it covers', { index: 1, offset: 0 }, { to: { index: 1, offset: 15 * EMU } }, 1],
    [
      'the next one when it begins at the foot of a row',
      { index: 1, offset: 17 * EMU },
      { to: { index: 2, offset: 50 * EMU } },
      2,
    ],
    ['the first of several covered alike', { index: 4, offset: 0 }, { to: { index: 7, offset: 0 } }, 4],
    ['the tallest one', { index: 0, offset: 0 }, { length: 100 * EMU }, 2],
  ])('is %s', (_, from, extent, row) => {
    expect(coveredMost(from, extent, grid)).toBe(row);
  });

  it('is always one that it touches', () => {
    const offset = fc.integer({ min: 0, max: 80 * EMU });
    fc.assert(
      fc.property(fc.nat(50), offset, fc.nat(30), offset, (index, fromOffset, rows, toOffset) => {
        const row = coveredMost(
          { index, offset: fromOffset },
          { to: { index: index + rows, offset: toOffset } },
          grid,
        );
        expect(row).toBeGreaterThanOrEqual(index);
        expect(row).toBeLessThanOrEqual(index + rows);
      }),
    );
  });
});

describe('a spot of the sheet', () => {
  it('lies in the row that begins before it', () => {
    expect(positionAt(0, grid)).toEqual({ index: 0, offset: 0 });
    expect(positionAt(45 * EMU, grid)).toEqual({ index: 2, offset: 5 * EMU });
    expect(positionAt(100 * EMU, grid)).toEqual({ index: 3, offset: 0 });
  });
});
