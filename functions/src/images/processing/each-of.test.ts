import { describe, expect, it } from 'vitest';
import { eachOf } from './each-of.ts';

const later = async () => await new Promise((resolve) => setImmediate(resolve));

describe('work on many things', () => {
  it('is done on each once, in order, and on no more at a time than is said', async () => {
    const begun: number[] = [];
    let under = 0;
    let most = 0;
    await eachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      begun.push(item);
      most = Math.max(most, (under += 1));
      await later();
      under -= 1;
    });
    expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing further when one has failed', async () => {
    const begun: number[] = [];
    const work = eachOf([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await later();
      if (item === 2) throw new Error('second');
    });
    await expect(work).rejects.toThrow('second');
    await later();
    await later();
    expect(begun.length).toBeLessThanOrEqual(4);
  });

  it('is done with nothing', async () => {
    const work = eachOf([], 3, async () => await Promise.reject(new Error('never')));
    await expect(work).resolves.toBeUndefined();
  });
});
