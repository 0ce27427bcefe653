import type { Reorder } from '@docket/model/inventory/supplier';
import { describe, expect, it } from 'vitest';
import { openRows, pastRows, reorderStory } from './reorder-rows.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date, 12));
const reorder = (id: string, change: Partial<Reorder> = {}) => ({
  id,
  path: `reorders/${id}`,
  data: {
    item_id: 'i',
    supplier_id: 's',
    quantity: 12,
    received_quantity: 0,
    status: 'requested',
    location_id: null,
    note: '',
    requested_by: 'u',
    requested_at: day(3),
    ordered_at: null,
    received_at: null,
    cancelled_at: null,
    last_receipt: null,
    ...change,
  } satisfies Reorder,
});
const NAMES = { items: new Map(), suppliers: new Map([['s', 'Nordic Yarn']]) };
const received = (id: string, date: number, received_quantity = 12) =>
  reorder(id, { status: 'received', received_at: day(date), received_quantity });

describe('open reorders', () => {
  it('begin with those that nobody has ordered yet, the oldest first', () => {
    const rows = openRows(
      [
        reorder('ordered', { status: 'ordered', requested_at: day(1) }),
        reorder('later', { requested_at: day(5) }),
        received('past', 4),
        reorder('sooner'),
      ],
      NAMES,
    );
    expect(rows.map(({ id }) => id)).toEqual(['sooner', 'later', 'ordered']);
  });

  it('say what has come and what is still to come', () => {
    const [row] = openRows([reorder('r', { status: 'ordered', received_quantity: 4 })], NAMES);
    expect(row).toMatchObject({ pieces: '4 of 12 pieces have come', rest: 8, supplierName: 'Nordic Yarn' });
  });

  it('are listed even if their item is gone', () => {
    expect(openRows([reorder('r')], NAMES)[0]).toMatchObject({ item: null, itemName: 'Deleted item' });
  });
});

describe('past reorders', () => {
  it('begin with the latest end', () => {
    const cancelled = reorder('cancelled', { status: 'cancelled', cancelled_at: day(9) });
    const rows = pastRows([received('first', 5), cancelled, received('last', 12), reorder('open')], NAMES);
    expect(rows.map(({ id }) => id)).toEqual(['last', 'cancelled', 'first']);
  });

  it('say how long they took, and where more came than was ordered', () => {
    expect(reorderStory(received('r', 12).data)).toBe('Received 12 Nov 2026, after 9 days');
    expect(reorderStory(received('r', 3).data)).toBe('Received 3 Nov 2026, within a day');
    expect(pastRows([received('r', 12, 15)], NAMES)[0]?.pieces).toBe('15 pieces instead of 12');
  });
});

describe('the story of an open reorder', () => {
  it('names the days of request and order', () => {
    expect(reorderStory(reorder('r', { status: 'ordered', ordered_at: day(4) }).data)).toBe(
      'Requested 3 Nov 2026 · ordered 4 Nov 2026',
    );
  });
});
