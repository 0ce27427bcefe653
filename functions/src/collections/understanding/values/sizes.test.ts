import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSizeHeading, parseSizes } from './sizes.ts';

describe('a size text', () => {
  it.each([
    ['XS–XL', ['XS', 'S', 'M', 'L', 'XL']],
    ['S-XXL', ['S', 'M', 'L', 'XL', 'XXL']],
    ['XS to 3XL', ['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL']],
    ['24–30', ['24', '25', '26', '27', '28', '29', '30']],
    ['8-16', ['8', '10', '12', '14', '16']],
    ['34-44', ['34', '36', '38', '40', '42', '44']],
    ['0–12 (even)', ['0', '2', '4', '6', '8', '10', '12']],
    ['36-41', ['36', '37', '38', '39', '40', '41']],
    ['6.5-8', ['6.5', '7', '7.5', '8']],
    ['XS, S, M, L', ['XS', 'S', 'M', 'L']],
    ['XS S M L', ['XS', 'S', 'M', 'L']],
    ['S・M・L', ['S', 'M', 'L']],
    ['S/M/L', ['S', 'M', 'L']],
    ['S/M, M/L', ['S/M', 'M/L']],
    ['S/M', ['S/M']],
    ['10, 12, 14, 16, 18', ['10', '12', '14', '16', '18']],
    ['S(2) M(4) L(2)', ['S', 'M', 'L']],
    ['6-12M', ['6-12M']],
    ['15 ml', ['15 ml']],
    ['50 x 70 cm', ['50 x 70 cm']],
    ['One Size', ['One Size']],
    ['OS', ['OS']],
    ['フリー', ['フリー']],
    ['Sizes: S-L', ['S', 'M', 'L']],
  ])('lists %s', (text, sizes) => {
    expect(parseSizes(text)).toEqual(sizes);
  });

  it.each(['', 'Cotton', 'Heather Grey', 'Made in Italy', 'MF-2601'])('is not %j', (text) => {
    expect(parseSizes(text)).toBeNull();
  });

  it('runs shoes in single steps', () => {
    expect(parseSizes('36-42', { about: 'Chelsea Boot' })).toEqual([
      '36',
      '37',
      '38',
      '39',
      '40',
      '41',
      '42',
    ]);
  });

  it('keeps unknown tokens of a size column as printed', () => {
    expect(parseSizes('Twin, Queen, King', { labelled: true })).toEqual(['Twin', 'Queen', 'King']);
  });

  it('keeps the ends of every letter range and never repeats a size', () => {
    const scale = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat({ max: 5 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(parseSizes(`${scale[low]}-${scale[high]}`)?.join()).toBe(scale.slice(low, high + 1).join());
      }),
    );
  });

  it('never fails and never makes an endless list', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.boolean(), (text, labelled) => {
        const sizes = parseSizes(text, { labelled });
        expect(sizes === null || (sizes.length > 0 && sizes.length <= 60)).toBe(true);
      }),
    );
  });
});

describe('a column heading', () => {
  it.each(['100g', '1Kg', 'XL', 'One Size', '250 ml'])('%s names a size', (text) => {
    expect(isSizeHeading(text)).toBe(true);
  });

  it.each(['Price', '100', 'Size', 'Qty'])('%s does not', (text) => {
    expect(isSizeHeading(text)).toBe(false);
  });
});
