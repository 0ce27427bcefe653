import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assignment.ts';

/** Least cost by trying everything; a row without a column costs the limit. */
function leastCost(
  costs: readonly (readonly number[])[],
  limit: number,
  row = 0,
  taken: readonly number[] = [],
): number {
  const own = costs[row];
  if (own === undefined) return 0;
  const without = limit + leastCost(costs, limit, row + 1, taken);
  const options = own.map((cost, column) =>
    taken.includes(column) || cost >= limit
      ? without
      : cost + leastCost(costs, limit, row + 1, [...taken, column]),
  );
  return Math.min(without, ...options);
}

describe('an assignment', () => {
  it('gives up the nearest pair when the whole gets better', () => {
    expect(
      assign(
        [
          [1, 2],
          [1, 9],
        ],
        100,
      ),
    ).toEqual([1, 0]);
  });

  it('leaves a row without a column rather than reach too far', () => {
    expect(assign([[3], [50]], 10)).toEqual([0, null]);
    expect(assign([], 10)).toEqual([]);
    expect(assign([[], []], 10)).toEqual([null, null]);
  });

  it('costs no more than the best that trying everything finds', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrix, (costs) => {
        const chosen = assign(costs, 20);
        const columns = chosen.filter((column) => column !== null);
        const total = chosen.reduce<number>(
          (sum, column, row) => sum + (column === null ? 20 : (costs[row]?.[column] ?? 0)),
          0,
        );
        expect(new Set(columns).size).toBe(columns.length);
        expect(total).toBe(leastCost(costs, 20));
      }),
    );
  });
});
