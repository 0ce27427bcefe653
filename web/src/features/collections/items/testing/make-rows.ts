/** Items for tests: one parka in navy, changed as the test needs it. */
import type { Category } from '@docket/model/category';
import { NO_CATEGORY_EDITS } from '@docket/model/category-edits';
import type { GeneratedItem, Item } from '@docket/model/item';
import { type ItemRow, rowMaker } from '../item-rows.ts';

const category = (id: string, name: string): Category => ({
  id,
  name,
  product_count: 1,
  confidence: 1,
  reason: 'Heading of page 2',
});

export const CATEGORIES: readonly Category[] = [category('out', 'Outerwear'), category('knit', 'Knitwear')];

const GENERATED: GeneratedItem = {
  sku: 'HV26-1043BL139',
  base_sku: 'HV26-1043',
  color: 'Navy',
  color_code: 'BL139',
  name: 'Parka',
  category: 'Outerwear',
  sizes: [
    { size: 'S', quantity: 2 },
    { size: 'M', quantity: 3 },
  ],
  quantity: 5,
  unit_price: 38,
  wholesale_price: 38,
  msrp: 95,
  currency: 'EUR',
  material: null,
  origin: null,
  season: 'AW26',
  delivery: null,
  product: {
    document_id: 'd1',
    product_id: 'p1',
    sku: 'HV26-1043',
    name: 'Parka',
    confidence: 0.97,
    reason: 'Same style number',
  },
  image: null,
  warnings: [],
  sources: [],
};

/** An item; `generated` are changes of what Docket has made. */
export function makeItem(change: Partial<Item> = {}, generated: Partial<GeneratedItem> = {}): Item {
  return {
    generated: { ...GENERATED, ...generated },
    content_hash: 'h',
    run: 1,
    job_id: 'c1-item_generation-1',
    position: 0,
    in_order: true,
    before: null,
    edits: {},
    edited_by: null,
    edited_at: null,
    ...change,
  };
}

const make = rowMaker({ publishedRun: 1, categories: CATEGORIES, categoryEdits: NO_CATEGORY_EDITS });
let rows = 0;

/** A row of such an item, each under an id of its own. */
export function makeRow(change: Partial<Item> = {}, generated: Partial<GeneratedItem> = {}): ItemRow {
  rows += 1;
  const row = make({ id: `i${rows}`, path: `items/i${rows}`, data: makeItem(change, generated) });
  if (row === null) throw new Error('The item is not published');
  return row;
}
