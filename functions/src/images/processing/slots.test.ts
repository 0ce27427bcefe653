import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Slots } from './slots.ts';

const settle = async () => await new Promise((resolve) => setImmediate(resolve));

describe('room for work', () => {
  it('is given to who asks first, and nobody is overtaken', async () => {
    const slots = new Slots(10);
    const entered: string[] = [];
    const ask = async (name: string, weight: number) => {
      const release = await slots.take(weight);
      entered.push(name);
      return release;
    };
    const first = await ask('first', 6);
    const heavy = ask('heavy', 8);
    const light = ask('light', 1);
    await settle();
    expect(entered).toEqual(['first']);
    first();
    await settle();
    expect(entered).toEqual(['first', 'heavy', 'light']);
    (await heavy)();
    (await light)();
  });

  it('is all taken by what is heavier than all of it', async () => {
    const slots = new Slots(10);
    const release = await slots.take(1000);
    let entered = false;
    const other = slots.take(1).then((give) => {
      entered = true;
      return give;
    });
    await settle();
    expect(entered).toBe(false);
    release();
    (await other)();
  });

  it('is given back once, however often that is said', async () => {
    const slots = new Slots(2);
    const release = await slots.take(1);
    await slots.take(1);
    release();
    release();
    await slots.take(1);
    let entered = false;
    void slots.take(1).then(() => (entered = true));
    await settle();
    expect(entered).toBe(false);
  });

  it('is never exceeded, and everybody has their turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        async (weights, capacity) => {
          const slots = new Slots(capacity);
          let taken = 0;
          let done = 0;
          await Promise.all(
            weights.map(async (weight) => {
              const release = await slots.take(weight);
              taken += Math.min(weight, capacity);
              expect(taken).toBeLessThanOrEqual(capacity);
              await settle();
              taken -= Math.min(weight, capacity);
              done += 1;
              release();
            }),
          );
          expect(done).toBe(weights.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});
