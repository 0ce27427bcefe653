import { lowStock } from '@docket/model/inventory/low-stock';
import type { ItemSupplier } from '@docket/model/inventory/supplier';
import { describe, expect, it } from 'vitest';
import { makeItem } from '../testing/make-items.ts';
import { draftOrders, lineReason, orderedWords, type TypedQuantities, wantedLines } from './draft-orders.ts';

const NOW = new Date(Date.UTC(2026, 10, 26));
const item = (id: string, quantity: number) =>
  makeItem(id, { quantity, reorder_level: 5, reorder_quantity: 20 });
const link = (itemId: string, supplierId: string): ItemSupplier => ({
  item_id: itemId,
  supplier_id: supplierId,
  supplier_sku: '',
  price: 1,
  preferred: true,
  location_id: 'shelf',
  created_by: 'u',
  created_at: NOW,
  lead_time: { average_days: 12, reorders: 4, updated_at: NOW },
});

function drafts(typed: TypedQuantities = new Map()) {
  const groups = lowStock({
    items: [item('a', 2), item('b', 0), item('c', 1), item('d', 50), item('e', 3)],
    reorders: [
      {
        item_id: 'e',
        supplier_id: 'y',
        quantity: 20,
        received_quantity: 0,
        status: 'requested',
        location_id: null,
        note: '',
        requested_by: 'u',
        requested_at: NOW,
        ordered_at: null,
        received_at: null,
        cancelled_at: null,
        last_receipt: null,
      },
    ],
    links: [link('a', 'y'), link('b', 'x'), link('e', 'y')],
    adjustments: [],
    now: NOW,
  });
  const names = new Map([
    ['x', 'Zebra'],
    ['y', 'Acorn'],
  ]);
  return draftOrders(groups, names, typed);
}

describe('draft orders', () => {
  it('go by the names of the suppliers, items without one last', () => {
    expect(drafts().map(({ supplierName }) => supplierName)).toEqual([
      'Acorn',
      'Zebra',
      'Without a supplier',
    ]);
  });

  it('propose what is suggested until a person says otherwise', () => {
    expect(drafts()[0]?.lines[0]?.quantity).toBe(20);
    expect(drafts(new Map([['a', 7]]))[0]?.lines[0]?.quantity).toBe(7);
  });

  it('say why a line is there', () => {
    const [line] = drafts()[0]?.lines ?? [];
    expect(line && lineReason(line)).toBe('2 in stock, reorder level 5 · takes 12 days to come');
  });
});

describe('what is ordered', () => {
  it('is what is to be ordered: neither what is on its way, nor what nobody has, nor an empty quantity', () => {
    const [acorn, , without] = drafts();
    expect(wantedLines(acorn?.lines ?? [])).toEqual([
      { itemId: 'a', supplierId: 'y', quantity: 20, locationId: 'shelf' },
    ]);
    expect(wantedLines(without?.lines ?? [])).toEqual([]);
    expect(wantedLines(drafts(new Map([['a', null]]))[0]?.lines ?? [])).toEqual([]);
  });

  it('is said in words', () => {
    const lines = drafts().flatMap((draft) => draft.lines);
    expect(orderedWords(lines)).toBe('2 items');
    expect(orderedWords(lines.slice(0, 1))).toBe('20 × Item a');
  });
});
