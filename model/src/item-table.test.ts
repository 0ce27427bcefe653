import { describe, expect, it } from 'vitest';
import type { EffectiveItem, Item } from './item.ts';
import { countedItems, itemTable } from './item-table.ts';

const item = (changes: Partial<EffectiveItem>): EffectiveItem => ({
  sku: 'MF-1',
  base_sku: 'MF-1',
  color: 'Navy',
  color_code: null,
  name: 'Coat',
  category: 'Outerwear',
  sizes: [],
  quantity: 0,
  unit_price: null,
  wholesale_price: null,
  msrp: null,
  currency: 'EUR',
  material: null,
  origin: null,
  season: null,
  delivery: null,
  product: null,
  image: null,
  warnings: [],
  sources: [],
  excluded: false,
  ...changes,
});

/** The cells of a table by their headers. */
function records(items: readonly EffectiveItem[]) {
  const { columns, rows, totals } = itemTable(items, []);
  const named = (cells: readonly unknown[]) =>
    Object.fromEntries(columns.map(({ header }, column) => [header, cells[column]]));
  return { headers: columns.map(({ header }) => header), rows: rows.map(named), totals: named(totals) };
}

describe('the table of items', () => {
  it('has a column for every size, from small to large, whichever item comes first', () => {
    const table = records([
      item({ sizes: [{ size: 'L', quantity: 2 }], quantity: 2, unit_price: 10.1 }),
      item({
        sizes: [
          { size: 'S', quantity: 1 },
          { size: 'l', quantity: 3 },
        ],
        quantity: 4,
        unit_price: 20,
      }),
    ]);
    expect(table.headers.slice(6, 9)).toEqual(['S', 'L', 'Quantity']);
    expect(table.rows.map(({ S, L }) => [S, L])).toEqual([
      [null, 2],
      [1, 3],
    ]);
    expect(table.totals).toMatchObject({ SKU: 'Total', S: 1, L: 5, Quantity: 6, 'Line amount': 100.2 });
  });

  it('writes the sizes as one text when there are more than 40 of them', () => {
    const sizes = Array.from({ length: 41 }, (_, index) => ({ size: String(20 + index), quantity: 1 }));
    const table = records([item({ sizes: sizes.slice(0, 2) }), item({ sizes })]);
    expect(table.rows[0]).toMatchObject({ Sizes: '20 1, 21 1' });
  });

  it('has no column for orders without sizes', () => {
    expect(records([item({ sizes: [{ size: '', quantity: 5 }], quantity: 5 })]).headers[6]).toBe('Quantity');
  });

  it('does not add amounts of different currencies', () => {
    const both = [
      item({ quantity: 1, unit_price: 2 }),
      item({ quantity: 1, unit_price: 2, currency: 'USD' }),
    ];
    expect(records(both).totals['Line amount']).toBeNull();
  });

  it('names categories as people have renamed them, products and warnings in words', () => {
    const found = item({
      product: { document_id: 'd', product_id: '1-0', sku: 'MF-1', name: 'Coat', confidence: 1, reason: '' },
      warnings: ['price_differs', 'size_not_offered'],
    });
    const coats = {
      id: 'o',
      name: 'Coats',
      found_as: ['Outerwear'],
      product_count: 1,
      confidence: 1,
      reason: '',
    };
    const { columns, rows } = itemTable([found], [coats]);
    const cell = (header: string) => rows[0]?.[columns.findIndex((column) => column.header === header)];
    expect(cell('Category')).toBe('Coats');
    expect(cell('Matched product')).toBe('MF-1 · Coat');
    expect(cell('Warnings')).toBe('Price differs from the linesheet; Size is not in the linesheet');
  });
});

describe('counted items', () => {
  const { excluded: _, ...generated } = item({});
  const stored = (changes: Partial<Item>): Item => ({
    generated,
    content_hash: 'h',
    run: 1,
    job_id: 'j',
    position: 0,
    in_order: true,
    before: null,
    edits: {},
    edited_by: null,
    edited_at: null,
    ...changes,
  });

  it('are those in the published order that nobody has excluded, as ordered', () => {
    const items = [
      stored({ position: 2, edits: { name: 'Second' } }),
      stored({ position: 1, edits: { name: 'First' } }),
      stored({ in_order: false }),
      stored({ edits: { excluded: true } }),
      stored({ run: 2 }),
    ];
    expect(countedItems(items, 1).map(({ name }) => name)).toEqual(['First', 'Second']);
  });
});
