import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { type StockRecords, lowStock } from './low-stock.ts';
import { REORDER_STATUSES } from './supplier.ts';
import { makeAdjustment, makeItem, makeLink, makeReorder } from './testing/make-records.ts';

const now = new Date('2026-06-30T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const item = (id: string, fields: Parameters<typeof makeItem>[0]) => ({
  id,
  data: makeItem({ name: id, ...fields }),
});
const list = (records: Partial<StockRecords>) =>
  lowStock({ items: [], reorders: [], links: [], adjustments: [], now, ...records });
const linesOf = (records: Partial<StockRecords>) => list(records).flatMap(({ lines }) => lines);
const lead = (average_days: number) => ({ average_days, reorders: 1, updated_at: now });

describe('an item', () => {
  it.each([
    [4, 5, true],
    [5, 5, true],
    [6, 5, false],
    [0, 0, true],
    [1, 0, false],
  ])('of which there are %i with a reorder level of %i: low is %s', (quantity, reorder_level, low) => {
    expect(linesOf({ items: [item('screw', { quantity, reorder_level })] })).toHaveLength(low ? 1 : 0);
  });

  it('without a reorder level is never low', () => {
    expect(list({ items: [item('screw', { quantity: 0, reorder_level: null })] })).toEqual([]);
  });
});

describe('what is on order', () => {
  const items = [item('screw', { quantity: 2, reorder_level: 5 })];

  it('is what is still to come of open reorders, from all suppliers', () => {
    const [line] = linesOf({
      items,
      reorders: [
        makeReorder({ status: 'requested', quantity: 1 }),
        makeReorder({ status: 'ordered', quantity: 10, received_quantity: 8, supplier_id: 'bolts' }),
        makeReorder({ status: 'received', quantity: 50, received_quantity: 50 }),
        makeReorder({ status: 'cancelled', quantity: 60 }),
        makeReorder({ status: 'ordered', quantity: 70, item_id: 'glue' }),
      ],
    });
    expect(line).toMatchObject({ available: 2, onOrder: 3, state: 'to_order', suggested: 1 });
  });

  it('covers an item once there will be more than its level: nothing is to be ordered', () => {
    const [line] = linesOf({ items, reorders: [makeReorder({ quantity: 4 })] });
    expect(line).toMatchObject({ onOrder: 4, state: 'covered', suggested: 0 });
  });
});

describe('the suggested quantity', () => {
  it('brings the stock above the reorder level', () => {
    const [line] = linesOf({ items: [item('screw', { quantity: 2, reorder_level: 5 })] });
    expect(line).toMatchObject({ suggested: 4, leadTimeDays: null, dailyUse: 0 });
  });

  it('is at least what is usually ordered', () => {
    const [line] = linesOf({
      items: [item('screw', { quantity: 2, reorder_level: 5, reorder_quantity: 100 })],
    });
    expect(line?.suggested).toBe(100);
  });

  it('counts in what will be used until it comes', () => {
    // 45 + 9 pieces in 90 days are 0.6 a day; in 20 days that is 12. 10 + 12 − 4 − 3 = 15, and one more.
    const [line] = linesOf({
      items: [item('screw', { quantity: 4, reorder_level: 10 })],
      links: [makeLink({ lead_time: lead(20) })],
      reorders: [makeReorder({ quantity: 3 })],
      adjustments: [
        makeAdjustment({ reason: 'used', delta: -45, at: daysAgo(89) }),
        makeAdjustment({ reason: 'damaged', delta: -9, at: daysAgo(1) }),
        makeAdjustment({ reason: 'used', delta: -500, at: daysAgo(91) }),
        makeAdjustment({ reason: 'count', delta: -500, at: daysAgo(1) }),
        makeAdjustment({ reason: 'received', delta: 500, at: daysAgo(1) }),
        makeAdjustment({ reason: 'used', delta: -500, at: daysAgo(1), item_id: 'glue' }),
      ],
    });
    expect(line).toMatchObject({ dailyUse: 0.6, leadTimeDays: 20, onOrder: 3, suggested: 16 });
  });

  it('spreads the use of a new item over the days that it has been there, but not over fewer than thirty', () => {
    const useOf = (created_at: Date) =>
      linesOf({
        items: [item('screw', { reorder_level: 1, created_at })],
        adjustments: [makeAdjustment({ delta: -30, at: daysAgo(1) })],
      })[0]?.dailyUse;
    expect(useOf(daysAgo(2))).toBe(1);
    expect(useOf(daysAgo(60))).toBe(0.5);
    expect(useOf(daysAgo(600))).toBeCloseTo(1 / 3);
  });

  it('when ordered covers the item, and can be stored', () => {
    const pieces = fc.nat({ max: LIMITS.stockPieces });
    fc.assert(
      fc.property(
        fc.record({ quantity: pieces, reorder_level: pieces, reorder_quantity: fc.option(pieces) }),
        fc.array(
          fc.record({
            status: fc.constantFrom(...REORDER_STATUSES),
            quantity: fc.integer({ min: 1, max: 99 }),
          }),
        ),
        fc.nat({ max: 1000 }),
        (stock, open, days) => {
          const records = {
            items: [item('screw', stock)],
            links: [makeLink({ lead_time: lead(days) })],
            reorders: open.map(makeReorder),
            adjustments: [makeAdjustment({ delta: -7, at: daysAgo(1) })],
          };
          const [line] = linesOf(records);
          if (line === undefined || line.state === 'covered') return;
          expect(line.suggested).toBeGreaterThanOrEqual(1);
          expect(line.suggested).toBeLessThanOrEqual(LIMITS.stockPieces);
          if (line.suggested === LIMITS.stockPieces) return;
          const reorders = [...records.reorders, makeReorder({ quantity: line.suggested })];
          expect(linesOf({ ...records, reorders })[0]?.state).toBe('covered');
        },
      ),
    );
  });
});

describe('the draft orders', () => {
  it('are one for each supplier; items without one come last', () => {
    const low = { quantity: 0, reorder_level: 1 };
    const groups = list({
      items: [item('nut', low), item('screw', low), item('bolt', low), item('glue', low)],
      links: [
        makeLink({ item_id: 'screw', supplier_id: 'acme', price: 2 }),
        makeLink({ item_id: 'screw', supplier_id: 'bolts', price: 1 }),
        makeLink({ item_id: 'bolt', supplier_id: 'bolts' }),
        makeLink({ item_id: 'glue', supplier_id: 'acme' }),
        makeLink({ item_id: 'glue', supplier_id: 'bolts', preferred: true }),
      ],
    });
    expect(groups.map(({ supplierId, lines }) => [supplierId, lines.map((line) => line.item.id)])).toEqual([
      ['bolts', ['bolt', 'glue', 'screw']],
      [null, ['nut']],
    ]);
  });

  it('show what is to be ordered before what is covered', () => {
    const low = { quantity: 0, reorder_level: 1 };
    const lines = linesOf({
      items: [item('a10', low), item('a9', low), item('a1', low)],
      reorders: [makeReorder({ item_id: 'a1', quantity: 5 })],
    });
    expect(lines.map((line) => line.item.id)).toEqual(['a9', 'a10', 'a1']);
  });
});
