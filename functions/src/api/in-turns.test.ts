import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

describe('work in turns', () => {
  it('is under way as often as it may be, in its order, whether it comes to anything or not', async () => {
    const run = inTurns(2);
    const begun: number[] = [];
    let underWay = 0;
    let most = 0;
    const pieces = Array.from({ length: 7 }, (_, index) =>
      run(async () => {
        begun.push(index);
        most = Math.max(most, (underWay += 1));
        await turn();
        underWay -= 1;
        if (index % 3 === 0) throw new Error('came to nothing');
        return index;
      }),
    );
    const ended = await Promise.allSettled(pieces);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
    expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(await run(async () => await Promise.resolve('afterwards'))).toBe('afterwards');
  });
});
