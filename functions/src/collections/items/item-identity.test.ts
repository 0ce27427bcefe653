import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupItems } from './item-identity.ts';
import { line } from './testing/build.ts';

/** The lines of each item, by their quantities. */
const grouped = (...lines: ReturnType<typeof line>[]) =>
  groupItems(lines).map((item) => item.lines.map(({ quantity }) => quantity));

describe('lines are one item', () => {
  it('when style number and colour are the same, however they are written', () => {
    expect(
      grouped(
        line({ sku: 'MF-2601', color: 'Navy', size: 'S', quantity: 1 }),
        line({ sku: 'mf 2601', color: 'NAVY', size: 'M', quantity: 2 }),
        line({ sku: 'MF-2601', color: 'Camel', quantity: 3 }),
      ),
    ).toEqual([[1, 2], [3]]);
  });

  it('when one names the colour, another its code, and a third both', () => {
    expect(
      grouped(
        line({ sku: 'A1', color: 'Navy', quantity: 1 }),
        line({ sku: 'A1', color_code: '418', quantity: 2 }),
        line({ sku: 'A1', color: 'Navy', color_code: '418', quantity: 3 }),
      ),
    ).toEqual([[1, 2, 3]]);
  });

  it('not when a colour of the same name has two codes', () => {
    expect(
      grouped(
        line({ sku: 'A1', color: 'Blue', color_code: '139', quantity: 1 }),
        line({ sku: 'A1', color: 'Blue', color_code: '140', quantity: 2 }),
        line({ sku: 'A1', color: 'Blue', quantity: 3 }),
      ),
    ).toEqual([[1], [2], [3]]);
  });

  it('by name where the order has no numbers', () => {
    expect(
      grouped(
        line({ name: 'Desk Lamp', quantity: 1 }),
        line({ name: 'Chair', quantity: 2 }),
        line({ name: 'desk  lamp', quantity: 3 }),
      ),
    ).toEqual([[1, 3], [2]]);
  });

  it('not when one number clearly stands for different names', () => {
    const lines = [
      line({ sku: 'SKU-001', name: 'Recipe Box Pantry', quantity: 1 }),
      line({ sku: 'SKU-001', name: 'Antique Rose Hook', quantity: 2 }),
      line({ sku: 'SKU-001', name: 'Recipe Box', quantity: 3 }),
      line({ sku: 'SKU-002', name: 'Lunch Bag', quantity: 4 }),
    ];
    expect(grouped(...lines)).toEqual([[1, 3], [2], [4]]);
    expect(groupItems(lines).map(({ ambiguous }) => ambiguous)).toEqual([true, true, false]);
  });

  it('in the order of the file', () => {
    const lines = ['B', 'A', 'B', 'C'].map((sku, quantity) => line({ sku, quantity: quantity + 1 }));
    expect(grouped(...lines)).toEqual([[1, 3], [2], [4]]);
  });
});

describe('the id of an item', () => {
  const idOf = (said: Parameters<typeof line>[0]) => groupItems([line(said)])[0]?.id;

  it('is 20 hex digits, and stays when sizes, quantities and names change', () => {
    const id = idOf({ sku: 'MF-2601', color: 'Navy', size: 'S' });
    expect(id).toMatch(/^[0-9a-f]{20}$/u);
    expect(idOf({ sku: 'MF2601', color: 'navy', name: 'Coat', quantity: 9, unit_price: 4 })).toBe(id);
  });

  it('is another one for another colour or number', () => {
    const ids = [
      { sku: 'A1', color: 'Navy' },
      { sku: 'A1', color: 'Red' },
      { sku: 'A1' },
      { sku: 'A2', color: 'Navy' },
      { name: 'A1', color: 'Navy' },
    ].map(idOf);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not depend on the other lines of the order', () => {
    const said = fc.record({
      sku: fc.constantFrom('A1', 'A2', 'B7'),
      color: fc.constantFrom('Navy', 'Red', null),
      size: fc.constantFrom('S', 'M', null),
    });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (all) => {
        const together = new Set(groupItems(all.map(line)).map(({ id }) => id));
        expect(together).toEqual(new Set(all.map(idOf)));
      }),
    );
  });
});
