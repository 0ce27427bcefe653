import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayValue, formatSizes, readPrice, readSizes, readValue, writtenValue } from './item-values.ts';
import { makeRow } from './testing/make-rows.ts';

describe('a price as people write it', () => {
  it.each([
    ['129', 129],
    ['129.5', 129.5],
    ['129,50', 129.5],
    ['1,290', 1290],
    ['1.290', 1290],
    ['1,290.00', 1290],
    ['1.290,00', 1290],
    ['€ 38', 38],
    ['38.00 EUR', 38],
    ["1'290.50", 1290.5],
    ['', null],
  ])('“%s” is understood', (text, value) => {
    expect(readPrice(text)).toEqual({ ok: true, value });
  });

  it.each(['abc', '-5', '0.125', '0,125', '1.2.3', '12.345,6.7', '1e9', '99999999999'])(
    '“%s” is refused with a hint',
    (text) => {
      expect(readPrice(text)).toMatchObject({ ok: false });
    },
  );

  it('is read back to the same cents from what the editor shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const { shown } = makeRow({}, { unit_price: cents / 100 });
        expect(readPrice(writtenValue(shown, 'unit_price'))).toEqual({ ok: true, value: cents / 100 });
        expect(readPrice(displayValue(shown, 'unit_price'))).toEqual({ ok: true, value: cents / 100 });
      }),
    );
  });
});

describe('sizes as people write them', () => {
  it.each(['S 2 · M 6', 'S 2, M 6', 'S: 2; M: 6', 'S × 2 · M = 6', 'S 2\nM 6'])(
    '“%s” is understood',
    (text) => {
      expect(readSizes(text)).toEqual({
        ok: true,
        value: [
          { size: 'S', quantity: 2 },
          { size: 'M', quantity: 6 },
        ],
      });
    },
  );

  it('may be of several words, have fractions, or no name', () => {
    expect(readSizes('One size 12 · 37,5 3')).toEqual({
      ok: true,
      value: [
        { size: 'One size', quantity: 12 },
        { size: '37,5', quantity: 3 },
      ],
    });
    expect(readSizes('24')).toEqual({ ok: true, value: [{ size: '', quantity: 24 }] });
    expect(readSizes('')).toEqual({ ok: true, value: [] });
  });

  it('are refused where a quantity is missing or a size stands there twice', () => {
    expect(readSizes('S 2 · M')).toMatchObject({ ok: false });
    expect(readSizes('S 2 · S 3')).toMatchObject({ ok: false, message: '“S” stands there twice.' });
  });

  it('are read back as they were written', () => {
    const size = fc.constantFrom('XS', 'S', 'M', 'One size', '30/32', '37,5', 'W30 L32', '');
    const sizes = fc.uniqueArray(fc.record({ size, quantity: fc.nat({ max: 9999 }) }), {
      selector: (entry) => entry.size,
    });
    fc.assert(
      fc.property(sizes, (value) => {
        expect(readSizes(formatSizes(value))).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('a text as people write it', () => {
  it('is trimmed, and nothing is no value', () => {
    expect(readValue('color', '  Moss ')).toEqual({ ok: true, value: { color: 'Moss' } });
    expect(readValue('category', ' ')).toEqual({ ok: true, value: { category: null } });
  });

  it('must not be empty for a name, nor longer than fits', () => {
    expect(readValue('name', ' ')).toEqual({ ok: false, message: 'An item needs a name.' });
    expect(readValue('delivery', 'x'.repeat(501))).toMatchObject({ ok: false });
  });
});
