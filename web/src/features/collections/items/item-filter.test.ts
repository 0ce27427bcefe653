import { describe, expect, it } from 'vitest';
import { categoriesOf, countAspects, EVERYTHING, filterItems, NO_CATEGORY } from './item-filter.ts';
import { makeRow } from './testing/make-rows.ts';

const navy = makeRow();
const moss = makeRow(
  { edits: { color: 'Moss' } },
  { sku: 'HV26-2000', base_sku: 'HV26-2000', color_code: null },
);
const jumper = makeRow({}, { name: 'Rib Jumper', category: 'Knitwear', warnings: ['price_differs'] });
const stranger = makeRow({}, { category: null, product: null, warnings: ['not_in_linesheet'] });
const excluded = makeRow({ edits: { excluded: true } });
const dropped = makeRow({ in_order: false }, { warnings: ['price_differs'] });
const rows = [navy, moss, jumper, stranger, excluded, dropped];
const found = (change: Partial<typeof EVERYTHING>) => filterItems(rows, { ...EVERYTHING, ...change });

describe('a search', () => {
  it('looks at name, number, colour and category, in any order and any case', () => {
    expect(found({ search: 'moss PARKA' })).toEqual([moss]);
    expect(found({ search: 'hv26-2000' })).toEqual([moss]);
    expect(found({ search: 'knit' })).toEqual([jumper]);
    expect(found({ search: '  ' })).toHaveLength(rows.length);
  });
});

describe('a filter', () => {
  it('keeps one category, or what has none', () => {
    expect(found({ category: 'Knitwear' })).toEqual([jumper]);
    expect(found({ category: NO_CATEGORY })).toEqual([stranger]);
  });

  it('keeps what is worth a second look, as long as it is in the order', () => {
    expect(found({ aspect: 'warnings' })).toEqual([jumper, stranger]);
    expect(found({ aspect: 'price_differs' })).toEqual([jumper]);
    expect(found({ aspect: 'not_in_linesheet' })).toEqual([stranger]);
    expect(found({ aspect: 'matched' })).toEqual([navy, moss, jumper, excluded]);
  });

  it('keeps what people have done: edits, exclusions; and what has left the order', () => {
    expect(found({ aspect: 'edited' })).toEqual([moss]);
    expect(found({ aspect: 'excluded' })).toEqual([excluded]);
    expect(found({ aspect: 'dropped' })).toEqual([dropped]);
  });

  it('says how many each choice would leave', () => {
    const counts = countAspects(rows);
    expect([counts.get('all'), counts.get('warnings'), counts.get('uncertain_match')]).toEqual([6, 2, 0]);
  });
});

describe('the categories to choose from', () => {
  it('are those that occur: in their order, then edited ones, then none', () => {
    const own = makeRow({ edits: { category: 'Gifts' } });
    expect(categoriesOf([stranger, own, jumper, navy], ['Outerwear', 'Knitwear', 'Shoes'])).toEqual([
      'Outerwear',
      'Knitwear',
      'Gifts',
      NO_CATEGORY,
    ]);
  });
});
