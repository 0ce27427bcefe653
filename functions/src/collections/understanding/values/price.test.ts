import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrices, isCurrencyMark, parseNumber, parsePrice } from './price.ts';

describe('a printed number', () => {
  it.each([
    ['48', 48],
    ['48.00', 48],
    ['12,5', 12.5],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1 234,56', 1234.56],
    ["1'200.50", 1200.5],
    ['4,200', 4200],
    ['0.500', 0.5],
    ['1.234.567', 1_234_567],
    ['1200,-', 1200],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', 'TBD', '12a', '1.2.3', '-'])('is not %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  const cents = fc.integer({ min: 0, max: 99_999_999 });

  it('reads back any amount set the English, the German and the Swiss way', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('en-US', 'de-DE', 'de-CH'), (amount, locale) => {
        const text = (amount / 100).toLocaleString(locale, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        });
        expect(parseNumber(text)).toBe(amount / 100);
      }),
    );
  });
});

describe('a price in a text', () => {
  it.each([
    ['$48.00', 48, 'USD'],
    ['WHSL $48.00', 48, 'USD'],
    ['540₽/100гр', 540, 'RUB'],
    ['₽ 540 за 100гр', 540, 'RUB'],
    ['€ 1.234,56', 1234.56, 'EUR'],
    ['1 234,56 €', 1234.56, 'EUR'],
    ['49,- €', 49, 'EUR'],
    ['AED 1,050', 1050, 'AED'],
    ['AED\n40', 40, 'AED'],
    ["CHF 1'200.50", 1200.5, 'CHF'],
    ['CA$45', 45, 'CAD'],
    ['Rs. 350', 350, 'INR'],
    ['12 руб.', 12, 'RUB'],
    ['¥9,800', 9800, 'JPY'],
  ])('finds %s', (text, amount, currency) => {
    expect(findPrices(text)[0]).toMatchObject({ amount, currency });
  });

  it('finds several, left to right, with their places', () => {
    const found = findPrices('WHSL $48.00 MSRP $120.00');
    expect(found.map(({ amount }) => amount)).toEqual([48, 120]);
    expect(found.map(({ start, end }) => 'WHSL $48.00 MSRP $120.00'.slice(start, end))).toEqual([
      '$48.00',
      '$120.00',
    ]);
  });

  it.each(['TOP 250', 'MF-2601', '55% linen, 45% viscose', 'Sizes 24–30', 'SUN 40'])(
    'finds none in %s',
    (text) => {
      expect(findPrices(text)).toEqual([]);
    },
  );

  it('never fails, and never finds a price outside of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { start, end, amount } of findPrices(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(amount).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('a price cell', () => {
  it.each([
    ['48', 48],
    ['48.00', 48],
    ['12.50 / pc', 12.5],
    ['₹ 350', 350],
    ['540₽/100гр', 540],
  ])('reads %s as %d', (text, amount) => {
    expect(parsePrice(text)?.amount).toBe(amount);
  });

  it.each(['TBD', 'POA', '-', '', 'on request', '10-12'])('has no price in %j', (text) => {
    expect(parsePrice(text)).toBeNull();
  });

  it('tells a currency mark that stands alone', () => {
    expect(isCurrencyMark('AED')).toBe(true);
    expect(isCurrencyMark('₹')).toBe(true);
    expect(isCurrencyMark('TOP')).toBe(false);
  });
});
