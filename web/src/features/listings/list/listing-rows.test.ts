import { describe, expect, it } from 'vitest';
import { makeListing } from '../testing/make-listing.ts';
import { categoriesOf, NO_CATEGORY, publishedListings, soughtListings } from './listing-rows.ts';

const CHAIR = makeListing('chair', {
  title: 'Oak chair',
  brand: 'Skagen',
  category: 'Furniture',
  tags: ['mid-century', 'dining'],
  published_at: new Date(3000),
});
const LAMP = makeListing('lamp', {
  title: 'Desk lamp',
  category: ' Lighting ',
  published_at: new Date(5000),
});
const MUG = makeListing('mug', { title: 'Mug', published_at: new Date(3000) });
const DRAFT = makeListing('draft', { title: 'Chair, half written', touched: ['title'] });
const ALL = [MUG, DRAFT, CHAIR, LAMP];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the items of My Items', () => {
  it('are what is published, the latest first', () => {
    expect(ids(publishedListings(ALL))).toEqual(['lamp', 'chair', 'mug']);
  });

  it('are never without a name', () => {
    expect(publishedListings([makeListing('x', { title: '  ', published_at: new Date(1) })])).toEqual([]);
  });

  it('stay the same objects, so that nothing is drawn again in vain', () => {
    expect(publishedListings(ALL)[0]).toBe(LAMP);
  });
});

describe('looking for items', () => {
  const found = (category: string | null, search: string) =>
    ids(soughtListings(publishedListings(ALL), category, search));

  it('finds every word in title, brand, tags or category', () => {
    expect(found(null, 'OAK skagen')).toEqual(['chair']);
    expect(found(null, 'mid-century')).toEqual(['chair']);
    expect(found(null, 'lighting')).toEqual(['lamp']);
    expect(found(null, 'oak lamp')).toEqual([]);
    expect(found(null, '  ')).toEqual(['lamp', 'chair', 'mug']);
  });

  it('narrows down to a category, or to what has none', () => {
    expect(found('Lighting', '')).toEqual(['lamp']);
    expect(found(NO_CATEGORY, '')).toEqual(['mug']);
    expect(found('Lighting', 'chair')).toEqual([]);
  });
});

describe('the categories to choose from', () => {
  it('are those that occur, and none where something has none', () => {
    expect(categoriesOf(publishedListings(ALL))).toEqual(['Furniture', 'Lighting', NO_CATEGORY]);
    expect(categoriesOf([CHAIR, CHAIR])).toEqual(['Furniture']);
    expect(categoriesOf([MUG])).toEqual([]);
  });
});
