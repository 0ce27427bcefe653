import type { ItemResults } from '@docket/model/item';
import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../../../../data/records.ts';
import { type Linesheets, staleness } from './staleness.ts';

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
const linesheet = (id: string): StoredFile => {
  const file = order(id);
  return { ...file, data: { ...file.data, kind: 'linesheet', file_name: `${id}.pdf` } };
};
const read = { present: [linesheet('l')], processed: ['l', 'a'] };
const said = (orders: StoredFile[], change: Partial<typeof results> = {}, linesheets: Linesheets = read) =>
  staleness({ results: { ...results, ...change }, item_results: made }, orders, linesheets);

describe('items are', () => {
  it('up to date with the same order and products, and before there are any', () => {
    expect(said([order('a')])).toEqual([]);
    expect(staleness({ results, item_results: null }, [order('b')], read)).toEqual([]);
  });

  it('out of date when an order was added, removed or replaced', () => {
    expect(said([order('a'), order('b')])).toEqual(['“b.xlsx” was added after these items were generated.']);
    expect(said([])).toEqual(['A purchase order that these items come from was removed.']);
    expect(said([order('b')])).toEqual(['The purchase order was replaced by “b.xlsx”.']);
  });

  it('out of date as soon as a linesheet was replaced, added or removed, with what to do first', () => {
    const now = (...present: StoredFile[]) => said([order('a')], {}, { ...read, present });
    expect(now(linesheet('n'))).toEqual([
      'The linesheet was replaced by “n.pdf”. Process Documents on Collection Info first, then generate items.',
    ]);
    expect(now(linesheet('l'), linesheet('n'))).toEqual([
      '“n.pdf” has not been processed yet. Process Documents on Collection Info first, then generate items.',
    ]);
    expect(now()).toEqual([expect.stringMatching(/^The linesheet was removed\. Upload one/u)]);
  });

  it('not called out of date while it is not known what was processed', () => {
    expect(said([order('a')], {}, { present: [linesheet('n')], processed: null })).toEqual([]);
  });

  it('out of date when the linesheet has been processed again', () => {
    expect(said([order('a')], { job_id: 'c-document_processing-2' })).toEqual([
      expect.stringMatching(/^The linesheet has been processed again since/),
    ]);
  });
});
