import type { ItemResults } from '@docket/model/item';
import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../../../../data/records.ts';
import { staleness } from './staleness.ts';

const made: ItemResults = {
  job_id: 'c-item_generation-1',
  run: 1,
  products_job_id: 'c-document_processing-1',
  document_ids: ['a'],
  created: 1,
  updated: 0,
  skipped: 0,
  dropped: 0,
  line_count: 1,
  unmatched_count: 0,
  quantity: 1,
  amount: null,
  currency: null,
  failed_checks: 0,
};
const results = {
  job_id: 'c-document_processing-1',
  product_count: 1,
  image_count: 1,
  matched_count: 1,
  currency: null,
};
const order = (id: string): StoredFile => ({
  id,
  path: `documents/${id}`,
  data: {
    kind: 'purchase_order',
    file_name: `${id}.xlsx`,
    content_type: '',
    size: 1,
    storage_path: '',
    uploaded_by: 'u',
    uploaded_at: new Date(0),
  },
});
const said = (orders: StoredFile[], change: Partial<typeof results> = {}) =>
  staleness({ results: { ...results, ...change }, item_results: made }, orders);

describe('items are', () => {
  it('up to date with the same order and products, and before there are any', () => {
    expect(said([order('a')])).toEqual([]);
    expect(staleness({ results, item_results: null }, [order('b')])).toEqual([]);
  });

  it('out of date when an order was added, removed or replaced', () => {
    expect(said([order('a'), order('b')])).toEqual(['“b.xlsx” was added after these items were generated.']);
    expect(said([])).toEqual(['A purchase order that these items come from was removed.']);
    expect(said([order('b')])).toEqual(['The purchase order was replaced by “b.xlsx”.']);
  });

  it('out of date when the linesheet has been processed again', () => {
    expect(said([order('a')], { job_id: 'c-document_processing-2' })).toEqual([
      expect.stringMatching(/^The linesheet has been processed again since/),
    ]);
  });
});
