import { describe, expect, it } from 'vitest';
import { NO_CATEGORY } from './item-filter.ts';
import { sizeMatrix, totalsOf } from './item-totals.ts';
import { makeRow } from './testing/make-rows.ts';

const parka = makeRow();
const jumper = makeRow(
  {},
  {
    category: 'Knitwear',
    sizes: [
      { size: 'XS', quantity: 1 },
      { size: 'M', quantity: 4 },
    ],
    quantity: 5,
    unit_price: 0.1,
  },
);
const dollars = makeRow({}, { currency: 'USD', unit_price: 10 });
const unpriced = makeRow(
  {},
  { unit_price: null, category: null, sizes: [{ size: '', quantity: 7 }], quantity: 7 },
);
const excluded = makeRow({ edits: { excluded: true } });
const dropped = makeRow({ in_order: false });

describe('totals', () => {
  it('add up pieces and amounts of what counts, currency by currency, and say what has no price', () => {
    expect(totalsOf([parka, jumper, dollars, unpriced, excluded, dropped])).toEqual({
      items: 4,
      pieces: 22,
      amounts: [
        { currency: 'EUR', cents: 19_050 },
        { currency: 'USD', cents: 5000 },
      ],
      unpriced: 1,
    });
  });
});

describe('pieces by category and size', () => {
  const matrix = sizeMatrix(
    [parka, jumper, unpriced, excluded, dropped],
    ['Outerwear', 'Knitwear', 'Shoes', NO_CATEGORY],
  );

  it('have the sizes in their order and the categories in theirs, without those that have none', () => {
    expect(matrix.sizes).toEqual(['XS', 'S', 'M', '']);
    expect(matrix.rows.map(({ category, pieces }) => [category, ...pieces])).toEqual([
      ['Outerwear', 0, 2, 3, 0],
      ['Knitwear', 1, 0, 4, 0],
      [NO_CATEGORY, 0, 0, 0, 7],
    ]);
  });

  it('add up over all categories', () => {
    expect(matrix.pieces).toEqual([1, 2, 7, 7]);
    expect(matrix.totals.pieces).toBe(17);
  });

  it('take two spellings of a size for one', () => {
    const row = makeRow({}, { sizes: [{ size: 'XXL', quantity: 1 }], quantity: 1 });
    const other = makeRow({}, { sizes: [{ size: '2XL', quantity: 2 }], quantity: 2 });
    const { sizes, pieces } = sizeMatrix([row, other], ['Outerwear']);
    expect([sizes, pieces]).toEqual([['XXL'], [3]]);
  });
});
