import { NO_CATEGORY_EDITS } from '@docket/model/category-edits';
import { type ItemEdits, itemEditsSchema } from '@docket/model/item';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, priceEdit, revertOf, steppedPrice, undone } from './item-changes.ts';
import { rowMaker } from './item-rows.ts';
import { CATEGORIES, makeItem, makeRow } from './testing/make-rows.ts';

describe('an edit', () => {
  it('adds to those that are there', () => {
    const row = makeRow({ edits: { color: 'Moss' } });
    expect(changeOf(row, { name: 'Coat' })?.after).toEqual({ color: 'Moss', name: 'Coat' });
  });

  it('to what was generated is none: the field goes back', () => {
    const row = makeRow({ edits: { name: 'Coat', excluded: true } });
    expect(changeOf(row, { name: 'Parka' })?.after).toEqual({ excluded: true });
    expect(changeOf(row, { excluded: false })?.after).toEqual({ name: 'Coat' });
  });

  it('that changes nothing is no change', () => {
    expect(changeOf(makeRow(), { name: 'Parka' })).toBeNull();
    expect(changeOf(makeRow({ edits: { color: 'Moss' } }), { color: 'Moss' })).toBeNull();
    expect(
      changeOf(makeRow(), {
        sizes: [
          { size: 'S', quantity: 2 },
          { size: 'M', quantity: 3 },
        ],
      }),
    ).toBeNull();
  });

  it('of the category keeps the name under which that was found, so that it follows a later one', () => {
    const categoryEdits = { ...NO_CATEGORY_EDITS, names: { knit: 'Jumpers', out: 'Coats' } };
    const make = rowMaker({ publishedRun: 1, categories: CATEGORIES, categoryEdits });
    const row = make({ id: 'i', path: 'p/i', data: makeItem() });
    if (row === null) throw new Error('The item is not published');
    expect(changeOf(row, { category: 'Jumpers' })?.after).toEqual({ category: 'Knitwear' });
    expect(changeOf(row, { category: 'Gifts' })?.after).toEqual({ category: 'Gifts' });
    expect(changeOf(row, { category: 'Coats' })).toBeNull();
  });

  it('can empty a field', () => {
    expect(changeOf(makeRow(), { category: null })?.after).toEqual({ category: null });
  });

  it('is put back field by field', () => {
    const row = makeRow({ edits: { name: 'Coat', color: 'Moss' } });
    expect(revertOf(row, 'name')?.after).toEqual({ color: 'Moss' });
    expect(revertOf(row, 'msrp')).toBeNull();
  });
});

describe('a change of prices', () => {
  it('is counted in whole cents, a half one rounded up', () => {
    expect(steppedPrice(38, { by: 'percent', hundredths: 500 })).toBe(39.9);
    expect(steppedPrice(0.1, { by: 'percent', hundredths: 2000 })).toBe(0.12);
    expect(steppedPrice(1.01, { by: 'percent', hundredths: -5000 })).toBe(0.51);
    expect(steppedPrice(19.99, { by: 'amount', cents: 1 })).toBe(20);
  });

  it('never leads below nothing, and nothing stays nothing', () => {
    expect(steppedPrice(5, { by: 'amount', cents: -900 })).toBe(0);
    expect(steppedPrice(0, { by: 'percent', hundredths: 5000 })).toBe(0);
  });

  it('by an amount can be taken back by the same amount to the cent', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (price, cents) => {
        const up = steppedPrice(price / 100, { by: 'amount', cents });
        expect(steppedPrice(up, { by: 'amount', cents: -cents })).toBe(price / 100);
      }),
    );
  });

  it('starts from what is shown, and leaves items without that price alone', () => {
    const step = { by: 'amount', cents: 100 } as const;
    expect(priceEdit(makeRow({ edits: { unit_price: 40 } }), 'unit_price', step)).toEqual({ unit_price: 41 });
    expect(priceEdit(makeRow({}, { msrp: null }), 'msrp', step)).toBeNull();
  });
});

describe('taking back', () => {
  const path = 'items/i1';
  const back = (before: ItemEdits, after: ItemEdits, now: ItemEdits | undefined) =>
    undone([{ path, before, after }], () => now);

  it('gives every field the value that it had', () => {
    const [change] = back({ name: 'Coat' }, { name: 'Cape', color: 'Moss' }, { name: 'Cape', color: 'Moss' });
    expect(change?.after).toEqual({ name: 'Coat' });
  });

  it('leaves alone what somebody has changed again since, and fields that were not touched', () => {
    const [change] = back(
      {},
      { name: 'Cape', color: 'Moss' },
      { name: 'Cloak', color: 'Moss', season: 'SS27' },
    );
    expect(change?.after).toEqual({ name: 'Cloak', season: 'SS27' });
  });

  it('does nothing about items that are gone, or that are as they were', () => {
    expect(back({}, { name: 'Cape' }, undefined)).toEqual([]);
    expect(back({}, { name: 'Cape' }, {})).toEqual([]);
  });

  it('brings back whatever was there, whatever was done', () => {
    const edits = fc
      .record(
        {
          name: fc.constantFrom('Coat', 'Cape'),
          color: fc.option(fc.constantFrom('Moss', 'Oat')),
          unit_price: fc.option(fc.integer({ min: 0, max: 9 })),
          excluded: fc.boolean(),
        },
        { requiredKeys: [] },
      )
      .map((value) => itemEditsSchema.parse(value));
    fc.assert(
      fc.property(edits, edits, (before, after) => {
        const [change] = back(before, after, after);
        expect(change?.after ?? after).toEqual(before);
      }),
    );
  });
});
