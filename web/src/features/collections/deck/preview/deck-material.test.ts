import { NO_CATEGORY_EDITS } from '@docket/model/category-edits';
import type { Item } from '@docket/model/item';
import type { Product } from '@docket/model/product';
import { describe, expect, it } from 'vitest';
import { product } from '../../../../fixtures/records.ts';
import { deckMaterial } from './deck-material.ts';

const coats = { id: 'coats', name: 'Coats', product_count: 1, confidence: 1, reason: '' };
const collection = {
  categories: [coats],
  category_edits: { ...NO_CATEGORY_EDITS, names: { coats: 'Outerwear' } },
  item_results: { run: 1 },
};

const item = (change: Partial<Item> = {}, id = 'i1') => {
  const image = {
    image_id: 'pic',
    path: 'full/pic',
    thumbnail_path: 'thumb/pic',
    token: 't',
    width: 800,
    height: 900,
  };
  const data: Item = {
    generated: {
      sku: 'A1',
      base_sku: 'A1',
      color: 'Navy',
      color_code: null,
      name: 'Parka',
      category: 'Coats',
      sizes: [{ size: 'M', quantity: 4 }],
      quantity: 4,
      unit_price: 40,
      wholesale_price: 40,
      msrp: 100,
      currency: 'EUR',
      material: null,
      origin: null,
      season: null,
      delivery: null,
      product: null,
      image,
      warnings: [],
      sources: [],
    },
    content_hash: 'h',
    run: 1,
    job_id: 'j',
    position: 0,
    in_order: true,
    before: null,
    edits: {},
    edited_by: null,
    edited_at: null,
    ...change,
  };
  return { id, path: `items/${id}`, data };
};

const offered = (change: Partial<Product> = {}) => ({
  id: 'p1',
  path: 'products/p1',
  data: { ...product(0, 'j'), category: 'Coats', ...change },
});

describe('what a preview shows', () => {
  it('are the items, under the categories as a person has named them', () => {
    const material = deckMaterial(collection, [item()], [offered()]);
    expect(material).toMatchObject({ standIns: false, categories: ['Outerwear'] });
    expect(material.items).toMatchObject([{ id: 'i1', name: 'Parka', category: 'Outerwear', quantity: 4 }]);
    expect(material.pictures.get('pic')).toMatchObject({ path: 'full/pic', token: 't' });
  });

  it('are products in the place of items while none counts', () => {
    const left = [
      item({ edits: { excluded: true } }),
      item({ in_order: false }, 'i2'),
      item({ run: 2 }, 'i3'),
    ];
    const material = deckMaterial(collection, left, [
      offered({ colors: ['Navy', 'Oat'], sizes: ['S', 'M'] }),
    ]);
    expect(material.standIns).toBe(true);
    expect(material.items).toMatchObject([
      {
        category: 'Outerwear',
        color: 'Navy, Oat',
        sizes: [
          { size: 'S', quantity: 0 },
          { size: 'M', quantity: 0 },
        ],
        quantity: 0,
      },
    ]);
  });

  it('is nothing but the cover where there is neither', () => {
    expect(deckMaterial({ ...collection, item_results: null }, [], []).items).toEqual([]);
  });
});
