import { describe, expect, it } from 'vitest';
import { NO_CATEGORY_EDITS } from './category-edits.ts';
import { collectionSchema } from './collection.ts';
import { itemSchema } from './item.ts';

const generated = {
  sku: 'A-1',
  base_sku: 'A-1',
  color: null,
  color_code: null,
  name: 'Parka',
  category: null,
  sizes: [],
  quantity: 0,
  unit_price: null,
  wholesale_price: null,
  msrp: null,
  currency: null,
  material: null,
  origin: null,
  season: null,
  delivery: null,
  product: null,
  image: null,
  warnings: [],
  sources: [],
};
const stored = {
  generated,
  content_hash: 'h',
  run: 1,
  job_id: 'j',
  position: 0,
  in_order: true,
  before: null,
};
const readEdits = (edits: unknown) => itemSchema.parse({ ...stored, edits }).edits;

describe('what a client has written into an item', () => {
  it('is read as it is', () => {
    const edits = { name: 'Coat', category: null, sizes: [{ size: 'S', quantity: 2 }], excluded: true };
    expect(readEdits(edits)).toEqual(edits);
    expect(itemSchema.parse(stored).edits).toEqual({});
  });

  it('counts field by field: one of no use does not make the item unreadable', () => {
    expect(readEdits({ name: 'Coat', sizes: ['S', { size: 'M', quantity: -1 }] })).toEqual({ name: 'Coat' });
    expect(readEdits({ msrp: Number.NaN, unheard_of: 1, color: 'Moss' })).toEqual({ color: 'Moss' });
    expect(readEdits('nonsense')).toEqual({});
  });
});

describe('what a client has written into a collection', () => {
  const collection = { name: 'C', season: '', created_by: 'u', created_at: new Date(0) };

  it('leaves it readable when the edits of its categories are of no use', () => {
    const nameless = { names: { out: '' }, merged: {}, order: [] };
    expect(collectionSchema.parse({ ...collection, category_edits: nameless })).toMatchObject({
      ...collection,
      category_edits: NO_CATEGORY_EDITS,
    });
  });
});
