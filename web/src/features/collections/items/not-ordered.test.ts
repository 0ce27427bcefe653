import { describe, expect, it } from 'vitest';
import { notOrdered } from './not-ordered.ts';
import { makeRow } from './testing/make-rows.ts';

const product = (document: string, id: string) => ({
  id,
  path: `workspaces/w/collections/c/documents/${document}/products/${id}`,
  data: {},
});

describe('products that nobody has ordered', () => {
  it('are those that no item in the order refers to; the same id in another linesheet is another product', () => {
    const products = [product('d1', 'p1'), product('d2', 'p1'), product('d1', 'p2')];
    expect(notOrdered(products, [makeRow()])).toEqual(products.slice(1));
  });

  it('include what was ordered once and no longer is', () => {
    expect(notOrdered([product('d1', 'p1')], [makeRow({ in_order: false })])).toHaveLength(1);
  });
});
