import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeObjectName } from './object-name.ts';

describe('the name of the stored object', () => {
  it('keeps what is plain, and the ending', () => {
    expect(safeObjectName('Frühling 2026 (v2)/../Liste.pdf')).toBe('Fruhling-2026-v2-..-Liste.pdf');
    expect(safeObjectName('价格表.xlsx')).toBe('xlsx');
    expect(safeObjectName('…')).toBe('file');
  });

  it('is one short segment of a path for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(safeObjectName(name)).toMatch(/^[\w.-]{1,100}$/);
      }),
    );
  });
});
