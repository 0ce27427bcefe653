import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areComparable, sizeKey, sortedSizes } from './sizes.ts';

describe('sizes go', () => {
  it.each([
    ['letters from small to large', 'XXS XS S M L XL XXL 3XL'],
    ['numbers by value, halves too', '37 38 38½ 39,5 40'],
    ['ages in months and years', 'NEWBABY 0-3MONTHS 3-6months 12-18M 18-24M 3Y'],
    ['measures by amount', '50g 250g 500g'],
    ['letters before numbers', 'S L 34 36'],
  ])('%s', (_, sorted) => {
    expect(sortedSizes(sorted.split(' ').toReversed())).toEqual(sorted.split(' '));
  });

  it('in the order given where nothing says how they compare', () => {
    expect(sortedSizes(['petite', 'tall', 'S', 'regular'])).toEqual(['S', 'petite', 'tall', 'regular']);
    expect(areComparable(['S', 'tall'])).toBe(false);
  });

  it('the same way whatever order they come in', () => {
    const sizes = ['XS', 'S', 'S/M', 'M', 'XL', '2XL', '34', '36', '38', '6-12 M', '2Y', '100 ml'];
    fc.assert(
      fc.property(fc.shuffledSubarray(sizes), (some) => {
        expect(sortedSizes(some)).toEqual(sizes.filter((size) => some.includes(size)));
      }),
    );
  });
});

describe('two spellings', () => {
  it.each([
    ['XXL', '2XL'],
    ['XXL', '2X'],
    ['xs', 'XS'],
    ['One Size', 'OS'],
    ['O/S', 'one size'],
    ['38,5', '38½'],
    ['6-12 M', '6–12 months'],
    ['250 g', '250g'],
  ])('%s and %s are one size', (left, right) => {
    expect(sizeKey(left)).toBe(sizeKey(right));
  });

  it.each([
    ['S', 'XS'],
    ['S/M', 'S'],
    ['38', 'UK 38'],
    ['6 M', '6 Y'],
    ['M', '6M'],
    ['', 'S'],
    ['tall', 'regular'],
  ])('%j and %j are two', (left, right) => {
    expect(sizeKey(left)).not.toBe(sizeKey(right));
  });
});
