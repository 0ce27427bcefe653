import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasColorCode, looksLikeColors, parseColors } from './colors.ts';

describe('a list of colours', () => {
  it.each([
    ['Heather Grey / Ecru / Moss', ['Heather Grey', 'Ecru', 'Moss'], []],
    ['Charcoal\nBlack', ['Charcoal', 'Black'], []],
    ['Navy, Black, Moss', ['Navy', 'Black', 'Moss'], []],
    ['Black/White', ['Black', 'White'], []],
    ['Black/White, Navy', ['Black/White', 'Navy'], []],
    ['Navy (NVY)', ['Navy'], ['NVY']],
    ['BL139 Blue', ['Blue'], ['BL139']],
    ['Camel 124\nNavy 418', ['Camel', 'Navy'], ['124', '418']],
    ['001 Black, 002 White', ['Black', 'White'], ['001', '002']],
    ['Colors: Rose', ['Rose'], []],
    ['生成り', ['生成り'], []],
    ['n/a', [], []],
  ])('reads %j', (text, colors, codes) => {
    expect(parseColors(text)).toEqual({ colors, codes });
  });

  it('never fails and never lists a colour twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { colors } = parseColors(text);
        expect(new Set(colors).size).toBe(colors.length);
      }),
    );
  });
});

describe('a line without a label', () => {
  it.each(['Heather Grey / Ecru', 'Camel 124', 'noir, blanc', 'dunkelblau'])('%s is colours', (text) => {
    expect(looksLikeColors(text)).toBe(true);
  });

  it.each(['Petra Printed Shoe', 'The Black Forest Hiking Jacket', '100% cotton', 'S, M, L', ''])(
    '%j is not',
    (text) => {
      expect(looksLikeColors(text)).toBe(false);
    },
  );

  it('knows the form of a colour card entry', () => {
    expect(hasColorCode('Claret 228')).toBe(true);
    expect(hasColorCode('Claret')).toBe(false);
  });
});
