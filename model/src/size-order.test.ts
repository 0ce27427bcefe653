import { describe, expect, it } from 'vitest';
import { compareSizes } from './size-order.ts';

const sorted = (...sizes: string[]) => sizes.toSorted(compareSizes);

describe('sizes are put in the order', () => {
  it('of letters from small to large, however often an X is written', () => {
    expect(sorted('XL', 'S', '3XL', 'XXS', 'M', 'XXL', 'XS', 'L')).toEqual([
      'XXS',
      'XS',
      'S',
      'M',
      'L',
      'XL',
      'XXL',
      '3XL',
    ]);
  });

  it('of numbers by value, not by spelling', () => {
    expect(sorted('100', '36', '9', '37,5', '38 EU')).toEqual(['9', '36', '37,5', '38 EU', '100']);
  });

  it('with double sizes after their first half', () => {
    expect(sorted('M', 'S/M', 'S', 'L', 'M/L')).toEqual(['S', 'S/M', 'M', 'M/L', 'L']);
  });

  it('with letters before numbers and words at the end', () => {
    expect(sorted('One size', '30', 'M', 'Kids')).toEqual(['M', '30', 'Kids', 'One size']);
  });
});
