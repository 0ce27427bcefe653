import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { product } from '../../../fixtures/records.ts';
import {
  columnLetters,
  fieldText,
  formatMoney,
  matches,
  overallConfidence,
  placeDetail,
  placeLabel,
  readings,
} from './product-format.ts';

const coat = {
  ...product(0, 'j'),
  name: 'Skerry Parka',
  sku: 'HV26-1043',
  category: 'Outerwear',
  colors: ['Navy', 'Oat'],
};
const page = { kind: 'page', number: 7, box: { x: 144, y: 72, width: 10, height: 10 } } as const;
const cell = { kind: 'cell', sheet: 'Styles', row: 12, column: 28 } as const;

describe('an amount', () => {
  it('is written in its currency', () => {
    expect(formatMoney(129, 'EUR')).toBe('€129.00');
    expect(formatMoney(1290.5, 'GBP')).toBe('£1,290.50');
  });

  it('stays a bare number without a currency, and empty without a value', () => {
    expect(formatMoney(129, null)).toBe('129.00');
    expect(formatMoney(null, 'EUR')).toBe('');
  });

  it('is shown with a code that is no currency', () => {
    expect(formatMoney(5, 'E!!')).toBe('E!! 5.00');
  });
});

describe('a place', () => {
  it('is a page or a cell, as people name them', () => {
    expect(placeLabel(page)).toBe('page 7');
    expect(placeLabel(cell)).toBe('Styles!AB12');
    expect(placeDetail(page)).toBe('page 7, 5.1 cm from the left, 2.5 cm from the top');
    expect(placeDetail(cell)).toBe('sheet “Styles”, cell AB12');
  });

  it('names every column with letters only', () => {
    expect([1, 26, 27, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (column) => {
        expect(columnLetters(column)).toMatch(/^[A-Z]+$/);
      }),
    );
  });
});

describe('a product', () => {
  it('shows the fields that have a value, each with its confidence and place', () => {
    const shown = readings({ ...coat, material: null });
    expect(shown.map(({ field }) => field)).not.toContain('material');
    expect(shown.find(({ field }) => field === 'sku')).toMatchObject({ text: 'HV26-1043', confidence: 0.99 });
    expect(fieldText(coat, 'colors')).toBe('Navy, Oat');
  });

  it('is as sure as its fields are on average', () => {
    expect(overallConfidence({ ...coat, confidence: { sku: 1, name: 0.5 } })).toBe(0.75);
    expect(overallConfidence({ ...coat, confidence: {} })).toBeNull();
  });

  it('is found by any of its words, in any order, within a category', () => {
    expect(matches(coat, '', null)).toBe(true);
    expect(matches(coat, 'parka hv26', null)).toBe(true);
    expect(matches(coat, 'NAVY', 'Outerwear')).toBe(true);
    expect(matches(coat, 'navy', 'Knitwear')).toBe(false);
    expect(matches(coat, 'parka green', null)).toBe(false);
  });
});
