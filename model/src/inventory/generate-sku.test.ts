import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSku, normalSku } from './generate-sku.ts';
import { SKU_PATTERN } from './inventory-item.ts';

/** Yields the numbers again and again. */
function repeating(...numbers: readonly number[]): () => number {
  let next = 0;
  return () => numbers[next++ % numbers.length] ?? 0;
}

describe('a generated SKU', () => {
  it('is SKU- and eight characters that are not taken for each other', () => {
    expect(generateSku(repeating(0, 0.3, 0.6, 0.9))).toBe('SKU-09KW09KW');
    expect(generateSku(() => 0.999_999)).toBe('SKU-ZZZZZZZZ');
  });

  it('is always spelled as SKUs are, and has no I, L, O or U', () => {
    const randoms = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(randoms, (numbers) => {
        const sku = generateSku(repeating(...numbers));
        expect(sku).toMatch(SKU_PATTERN);
        expect(sku).toMatch(/^SKU-[^ILOU]{8}$/u);
        expect(normalSku(sku)).toBe(sku);
      }),
    );
  });
});

describe('a SKU as typed', () => {
  it.each([
    ['ab-12', 'AB-12'],
    ['  M3 x  20\t', 'M3-X-20'],
    ['4006381333931', '4006381333931'],
    ['a.b_c', 'A.B_C'],
  ])('%j is stored as %s', (typed, stored) => {
    expect(normalSku(typed)).toBe(stored);
  });

  it.each(['', '   ', '-12', 'ä1', 'A/B', 'A'.repeat(41)])('%j cannot be one', (typed) => {
    expect(normalSku(typed)).toBeNull();
  });

  it('is left alone once it is as stored', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,38}$/), (typed) => {
        const stored = normalSku(typed) ?? '';
        expect(stored).toMatch(SKU_PATTERN);
        expect(normalSku(stored)).toBe(stored);
      }),
    );
  });
});
