import { describe, expect, it } from 'vitest';
import type { DeckSort } from '../deck.ts';
import { deckSections } from './sections.ts';
import { plainItem } from './testing/arbitraries.ts';

const settings = (sort: DeckSort = 'order', highlighted: string[] = []) => ({
  group_by_category: true,
  sort,
  highlighted,
});
const idsOf = (sections: ReturnType<typeof deckSections>) =>
  sections.map(({ name, items }) => [name, items.map(({ id }) => id).join(' ')]);

describe('sections', () => {
  const items = [
    plainItem('1', { category: 'Coats' }),
    plainItem('2', { category: null }),
    plainItem('3', { category: 'Hats' }),
    plainItem('4', { category: 'Knitwear' }),
    plainItem('5', { category: 'Coats' }),
  ];

  it('follow the order of the categories; unknown names come after them, items without one last', () => {
    expect(idsOf(deckSections(items, settings(), ['Knitwear', 'Empty', 'Coats']))).toEqual([
      ['Knitwear', '4'],
      ['Coats', '1 5'],
      ['Hats', '3'],
      ['More styles', '2'],
    ]);
  });

  it('are one without a name when nothing has a category', () => {
    const bare = [plainItem('1'), plainItem('2', { category: ' ' })];
    expect(idsOf(deckSections(bare, settings(), ['Coats']))).toEqual([[null, '1 2']]);
  });

  it('are none without items', () => {
    expect(deckSections([], settings(), ['Coats'])).toEqual([]);
  });
});

describe('items of a section', () => {
  const items = [
    plainItem('a', { name: 'Style 10', sku: null, wholesale_price: 5 }),
    plainItem('b', { name: 'style 9', sku: 'X-2', unit_price: 8 }),
    plainItem('c', { name: 'Élan', sku: 'X-10', wholesale_price: null }),
    plainItem('d', { name: 'Zebra', sku: 'X-2', wholesale_price: 5 }),
  ];
  it.each([
    ['order', 'a b c d'],
    ['name', 'c b a d'],
    ['sku', 'b d c a'],
    ['price', 'b a d c'],
  ] as const)('are sorted by %s', (sort, ids) => {
    expect(idsOf(deckSections(items, settings(sort), []))).toEqual([[null, ids]]);
  });

  it('come first when they are highlighted, in the same order among each other', () => {
    expect(idsOf(deckSections(items, settings('name', ['d', 'b', 'gone']), []))).toEqual([[null, 'b d c a']]);
  });
});
