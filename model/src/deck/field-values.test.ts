import { describe, expect, it } from 'vitest';
import { DECK_FIELDS, type DeckField } from '../deck.ts';
import type { DeckItem } from './deck-items.ts';
import { fieldValues, money } from './field-values.ts';
import { plainItem } from './testing/arbitraries.ts';

const NO_BREAK = /\u00a0/gu;

function valueOf(
  field: DeckField,
  item: Partial<DeckItem>,
  currency: string | null = null,
): string | undefined {
  const [found] = fieldValues(plainItem('1', item), { fields: [field], currency });
  return found?.value.replaceAll(NO_BREAK, ' ');
}

describe('what a slide says', () => {
  it('is said in one order, however the fields were chosen', () => {
    const item = plainItem('1', { origin: 'Portugal', quantity: 3 });
    const said = fieldValues(item, { fields: [...DECK_FIELDS].reverse(), currency: null });
    expect(said.map(({ field }) => field)).toEqual(['sku', 'color', 'quantity', 'origin']);
  });

  it('of sizes is each with its quantity, with a colon after sizes that are numbers', () => {
    const sizes = [
      { size: 'S', quantity: 2 },
      { size: '38', quantity: 1200 },
      { size: 'One size', quantity: 0 },
    ];
    expect(valueOf('sizes', { sizes })).toBe('S 2 · 38: 1,200 · One size');
  });

  it('of many sizes in brief is their number, their range and the pieces', () => {
    const sizes = Array.from({ length: 12 }, (_, index) => ({ size: String(34 + 2 * index), quantity: 10 }));
    const [found] = fieldValues(plainItem('1', { sizes }), { fields: ['sizes'], currency: null });
    expect(found?.brief?.replaceAll(NO_BREAK, ' ')).toBe('12 sizes, 34–56 · 120 pcs');
  });

  it('leaves out a size without a name: the quantity says it', () => {
    const item = { sizes: [{ size: '', quantity: 7 }], quantity: 7 };
    expect(valueOf('sizes', item)).toBeUndefined();
    expect(valueOf('quantity', item)).toBe('7 pcs');
  });

  it('of the colour is its name and code, or the one that there is', () => {
    expect(valueOf('color', { color: 'Navy', color_code: 'BL139' })).toBe('Navy · BL139');
    expect(valueOf('color', { color: null, color_code: 'BL139' })).toBe('BL139');
    expect(valueOf('color', { color: null, color_code: '' })).toBeUndefined();
  });

  it('of the price is the linesheet’s, or else the order’s', () => {
    expect(valueOf('wholesale_price', { wholesale_price: 49, unit_price: 47, currency: 'EUR' })).toBe(
      '€49.00',
    );
    expect(valueOf('wholesale_price', { unit_price: 47, currency: 'EUR' })).toBe('€47.00');
    expect(valueOf('wholesale_price', {})).toBeUndefined();
  });

  it('is nothing where a value has nothing that can be printed', () => {
    expect(valueOf('origin', { origin: ' \u0000\n ' })).toBeUndefined();
  });

  it('of a price is in the chosen currency rather than in that of the item', () => {
    expect(valueOf('msrp', { msrp: 1190.5, currency: 'EUR' }, 'GBP')).toBe('£1,190.50');
  });
});

describe('money', () => {
  it.each([
    [0, 'EUR', '€0.00'],
    [1234.5, 'usd', '$1,234.50'],
    [1234, 'JPY', '¥1,234'],
    [540, 'RUB', 'RUB 540.00'],
    [9.9, null, '9.90'],
    [9.9, '€€€', '9.90'],
  ])('%d in %s is %s', (amount, currency, text) => {
    expect(money(amount, currency)?.replaceAll(NO_BREAK, ' ')).toBe(text);
  });
});
