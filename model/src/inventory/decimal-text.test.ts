import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalMarkOf, readDecimal, withoutCurrency } from './decimal-text.ts';

describe('a number in a table', () => {
  it.each([
    ['12', 12],
    ['-3', -3],
    ['−3', -3],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['12,50', 12.5],
    ['.5', 0.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1234.567', 1234.567],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1\u202F234,5', 1234.5],
    ["1'234.50", 1234.5],
    ['1’234’567', 1_234_567],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567.8', 1_234_567.8],
    ['12,–', 12],
    ['12.--', 12],
    ['1e-7', 1e-7],
    ['1.5E+3', 1500],
  ])('%j is %d', (text, value) => {
    expect(readDecimal(text, null)).toBe(value);
  });

  it.each([
    '',
    'abc',
    '12 pcs',
    '1.2.3',
    '1,23,4',
    '1.234,5.6',
    '12-14',
    '3/4',
    '1 2',
    '--1',
    '.',
    '1,',
    '²',
    '٣',
    'Infinity',
    '0x10',
  ])('%j is none', (text) => {
    expect(readDecimal(text, null)).toBeNull();
    expect(readDecimal(text, '.')).toBeNull();
    expect(readDecimal(text, ',')).toBeNull();
  });

  it('with one separator before three digits is what the rest of its column says', () => {
    expect(readDecimal('1.234', '.')).toBe(1.234);
    expect(readDecimal('1.234', ',')).toBe(1234);
    expect(readDecimal('1,234', '.')).toBe(1234);
    expect(readDecimal('1,234', ',')).toBe(1.234);
  });

  it('that can only be read in one way is, whatever the rest of its column says', () => {
    expect(readDecimal('12.5', ',')).toBe(12.5);
    expect(readDecimal('1,234.5', ',')).toBe(1234.5);
  });

  it('of any country reads as the number that it is', () => {
    const amounts = fc.integer({ min: -1e11, max: 1e11 }).map((cents) => cents / 100);
    const locales = fc.constantFrom('en', 'de', 'fr', 'es', 'de-CH', 'pl', 'sv');
    fc.assert(
      fc.property(amounts, locales, fc.boolean(), (amount, locale, useGrouping) => {
        const format = new Intl.NumberFormat(locale, { useGrouping, minimumFractionDigits: 2 });
        expect(readDecimal(format.format(amount), null)).toBe(amount);
      }),
    );
  });

  it('as programs write it reads as the number that it is', () => {
    const number = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (value === 0 ? 0 : value));
    fc.assert(
      fc.property(number, (value) => {
        expect(readDecimal(String(value), '.')).toBe(value);
      }),
    );
  });
});

describe('the decimal mark of a column', () => {
  it.each([
    [['12.50', '1.250', ''], '.'],
    [['12,50', '1.250'], ','],
    [['1.250.000', '3'], ','],
    [['0,000', '12,000'], ','],
    [['1.234', '12', 'none'], null],
    [['12.5', '12,5'], null],
    [[], null],
  ])('of %j is %j', (texts, mark) => {
    expect(decimalMarkOf(texts)).toBe(mark);
  });
});

describe('an amount with its currency', () => {
  it.each([
    ['€ 12,50', '12,50'],
    ['12,50 €', '12,50'],
    ['$12.50', '12.50'],
    ['-$12.50', '-12.50'],
    ['US$ 5', '5'],
    ['CHF 1’234.50', '1’234.50'],
    ['12.50 EUR', '12.50'],
    ['kr 99', '99'],
    ['12,– €', '12,–'],
    ['12.50', '12.50'],
    ['12 pieces', '12 pieces'],
    ['free', 'free'],
  ])('%j is the number %j', (text, number) => {
    expect(withoutCurrency(text)).toBe(number);
  });
});
