import { describe, expect, it } from 'vitest';
import {
  costTable,
  type Measured,
  MONTHS_KEPT,
  priceOf,
  readPrices,
  usedInAMonth,
  VISITS,
} from './monthly-cost.ts';

const measured: Measured = {
  collection: 'three products',
  reads: 100,
  writes: 50,
  worker_invocations: 10,
  worker_seconds: 20,
  light_invocations: 3,
  objects_left: 30,
  stored_bytes: 2 ** 30,
  record_bytes: 1_000,
  visit_reads: 40,
  visit_picture_bytes: 2 ** 20,
  visit_site_bytes: 2 ** 20,
  deck_bytes: 0,
};

describe('what a month costs', () => {
  it('is what each collection uses, and what goes on without any', () => {
    const [none, two] = [usedInAMonth(measured, 0), usedInAMonth(measured, 2)];
    expect(none.document_reads).toBeGreaterThan(0);
    expect(none.invocations).toBeGreaterThan(40_000);
    expect(two.document_reads - none.document_reads).toBe(2 * (100 + VISITS * 40));
    expect(two.document_writes).toBe(100);
    expect(two.processor_seconds - none.processor_seconds).toBe(2 * (20 + 3));
    expect(two.invocations - none.invocations).toBe(2 * 13);
  });

  it('has the files of a year to keep', () => {
    expect(usedInAMonth(measured, 1).stored_gib).toBe(MONTHS_KEPT);
  });

  it('begins where the free quota ends', () => {
    const price = { price: 0.5, per: 1_000, free_a_month: 2_000 };
    expect(priceOf(2_000, price)).toBe(0);
    expect(priceOf(6_000, price)).toBe(2);
  });

  it('is shown for a few collections, for many, and for very many', async () => {
    const table = costTable(measured, await readPrices());
    expect(table).toContain('| collections a month | 1 | 100 | 10,000 |');
    expect(table.split('\n').at(-1)).toMatch(/^\| \*\*a month\*\* \| \*\*\$\d/u);
  });
});
