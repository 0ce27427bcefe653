import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryMove } from './gallery-move.ts';

const layout = { count: 10, columns: 4, page: 2 };
const from = (index: number, key: string, whole = false) => galleryMove(key, whole, index, layout);

describe('moving among tiles', () => {
  it('goes on in the next row at the end of one', () => {
    expect(from(3, 'ArrowRight')).toBe(4);
    expect(from(4, 'ArrowLeft')).toBe(3);
  });

  it('goes up and down within a column, and to the last tile where the last row is short', () => {
    expect(from(5, 'ArrowUp')).toBe(1);
    expect(from(1, 'ArrowDown')).toBe(5);
    expect(from(7, 'ArrowDown')).toBe(9);
    expect(from(2, 'ArrowUp')).toBe(2);
    expect(from(9, 'PageUp')).toBe(1);
  });

  it('goes to the ends of rows, and with Ctrl to the very ends', () => {
    expect(from(5, 'Home')).toBe(4);
    expect(from(5, 'End')).toBe(7);
    expect(from(9, 'End')).toBe(9);
    expect(from(5, 'Home', true)).toBe(0);
    expect(from(5, 'End', true)).toBe(9);
  });

  it('leaves other keys alone', () => {
    expect(from(5, 'a')).toBeNull();
  });

  it('never leaves the tiles', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
    const some = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.nat(),
        fc.constantFrom(...keys),
        fc.boolean(),
        (count, columns, page, at, key, whole) => {
          const next = galleryMove(key, whole, at % count, { count, columns, page });
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThan(count);
        },
      ),
    );
  });
});
