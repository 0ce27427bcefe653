import { describe, expect, it } from 'vitest';
import { chosenLink } from './chosen-link.ts';
import { makeLink } from './testing/make-records.ts';

const lead_time = { average_days: 3, reorders: 1, updated_at: new Date(0) };
const supplierOf = (...links: Parameters<typeof makeLink>[0][]) =>
  chosenLink(links.map((fields) => makeLink(fields)))?.supplier_id ?? null;

describe('the supplier that an item is ordered from', () => {
  it('is the preferred one, whatever it costs', () => {
    expect(
      supplierOf({ supplier_id: 'cheap', price: 1 }, { supplier_id: 'liked', price: 9, preferred: true }),
    ).toBe('liked');
  });

  it('is the cheapest one when none is preferred; a price that is not known is not cheap', () => {
    expect(
      supplierOf(
        { supplier_id: 'unknown' },
        { supplier_id: 'dear', price: 2 },
        { supplier_id: 'cheap', price: 1.99 },
      ),
    ).toBe('cheap');
  });

  it('is the cheapest of several preferred ones', () => {
    expect(
      supplierOf(
        { supplier_id: 'dear', price: 2, preferred: true },
        { supplier_id: 'cheap', price: 1, preferred: true },
      ),
    ).toBe('cheap');
  });

  it('is one with a known lead time among equals, else the first', () => {
    expect(supplierOf({ supplier_id: 'a' }, { supplier_id: 'b', lead_time })).toBe('b');
    expect(supplierOf({ supplier_id: 'a' }, { supplier_id: 'b' })).toBe('a');
  });

  it('is the only one that there is, or nobody', () => {
    expect(supplierOf({ supplier_id: 'a' })).toBe('a');
    expect(supplierOf()).toBeNull();
  });
});
