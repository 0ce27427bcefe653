import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LockHolder, type LockMode, LockTable, newLockHolder } from './lock-table.ts';

const names = ['x', 'y', 'z'];
const step = fc.oneof(
  fc.record({
    kind: fc.constant('acquire' as const),
    who: fc.nat({ max: 3 }),
    names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
    mode: fc.constantFrom<LockMode>('read', 'write'),
  }),
  fc.record({ kind: fc.constant('release' as const), who: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('pause' as const) }),
);

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('locks, whatever is asked for in whatever order', () => {
  it.each([
    ['shared at once', 0],
    ['never shared', 60_000],
  ])(
    '(%s) are never held by a writer and somebody else, and all are free in the end',
    async (_how, share) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          const table = new LockTable({ lockWait: 60_000, lockShare: share });
          const holders = Array.from({ length: 4 }, newLockHolder);
          const writes = new Map<LockHolder, Set<string>>(holders.map((holder) => [holder, new Set()]));
          const open: Array<Promise<unknown>> = [];
          for (const each of steps) {
            const holder = each.kind === 'pause' ? undefined : holders[each.who];
            if (each.kind === 'acquire' && holder) {
              open.push(
                table.acquire(holder, each.names, each.mode).then(
                  () => each.mode === 'write' && each.names.forEach((name) => writes.get(holder)?.add(name)),
                  () => {},
                ),
              );
            } else if (holder) {
              table.release(holder);
              await turn();
              writes.get(holder)?.clear();
            } else {
              await turn();
            }
            for (const name of names) {
              const holding = holders.filter(({ holds }) => holds.has(name));
              const writing = holding.filter((each) => writes.get(each)?.has(name));
              expect(writing.length === 0 || holding.length === 1).toBe(true);
            }
          }
          // Whoever has what it wants ends; that lets the others in, until nobody is left.
          for (let round = 0; round < 2 * holders.length; round += 1) {
            holders.filter(({ waits }) => waits.size === 0).forEach((holder) => table.release(holder));
            await turn();
          }
          holders.forEach((holder) => table.release(holder));
          await Promise.all(open);
          expect(table.idle).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );
});
