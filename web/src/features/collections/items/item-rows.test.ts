import { NO_CATEGORY_EDITS } from '@docket/model/category-edits';
import { describe, expect, it } from 'vitest';
import { type ItemRow, itemRows, rowMaker } from './item-rows.ts';
import { CATEGORIES, makeItem, makeRow } from './testing/make-rows.ts';

const context = { publishedRun: 1, categories: CATEGORIES, categoryEdits: NO_CATEGORY_EDITS };

describe('a row', () => {
  it('shows what a person has changed on top of what was generated', () => {
    const row = makeRow({ edits: { name: 'Parka, long', unit_price: 41.5 } });
    expect(row.shown).toMatchObject({ name: 'Parka, long', unit_price: 41.5, color: 'Navy' });
    expect(row.generated.name).toBe('Parka');
    expect(row.amount).toBe(5 * 4150);
  });

  it('counts unless it is excluded or no longer in the order', () => {
    expect(makeRow().counted).toBe(true);
    expect(makeRow({ edits: { excluded: true } }).counted).toBe(false);
    expect(makeRow({ in_order: false }).counted).toBe(false);
  });

  it('has no amount without a price, and no errors of binary fractions with one', () => {
    expect(makeRow({}, { unit_price: null }).amount).toBeNull();
    expect(makeRow({}, { unit_price: 1.1, sizes: [{ size: '', quantity: 3 }], quantity: 3 }).amount).toBe(
      330,
    );
  });

  it('shows its category under the name that the collection gives it', () => {
    const make = rowMaker({ ...context, categoryEdits: { ...NO_CATEGORY_EDITS, names: { out: 'Coats' } } });
    const row = make({ id: 'i', path: 'p/i', data: makeItem() });
    expect(row?.shown.category).toBe('Coats');
    expect(row?.generated.category).toBe('Coats');
  });

  it('is the same object for the same item, so that what stays is not drawn again', () => {
    const make = rowMaker(context);
    const stored = { id: 'i', path: 'p/i', data: makeItem() };
    expect(make(stored)).toBe(make(stored));
  });
});

describe('the rows', () => {
  const stored = (id: string, change: Parameters<typeof makeItem>[0]) => ({
    id,
    path: `p/${id}`,
    data: makeItem(change),
  });
  const ids = (rows: readonly ItemRow[]) => rows.map(({ id }) => id);

  it('stand in the order of the purchase order, those no longer in it at the end', () => {
    const rows = itemRows(
      [
        stored('a', { position: 0, in_order: false }),
        stored('b', { position: 2 }),
        stored('c', { position: 1 }),
      ],
      rowMaker(context),
    );
    expect(ids(rows)).toEqual(['c', 'b', 'a']);
  });

  it('show what the last completed run has made while another one is under way', () => {
    const { generated, content_hash, run, job_id, position, in_order } = makeItem();
    const before = { generated, content_hash, run, job_id, position, in_order };
    const rows = itemRows(
      [
        stored('new', { run: 2 }),
        stored('changed', { run: 2, before, generated: { ...generated, name: 'Not yet' } }),
      ],
      rowMaker(context),
    );
    expect(rows.map(({ shown }) => shown.name)).toEqual(['Parka']);
  });
});
