import { describe, expect, it } from 'vitest';
import { FunctionTimeouts } from './function-timeouts.ts';

const overhead = 120_000;

describe('the time to wait for a function', () => {
  const listing = (functions: object) => ({ backends: [{ env: {}, functionTriggers: functions }] });

  it('is the time-out it is listed with, and what comes on top', async () => {
    let asked = 0;
    const timeouts = new FunctionTimeouts(
      async () => {
        asked += 1;
        return listing([
          { id: 'r-f', timeoutSeconds: 60 },
          { id: 'r-g', timeoutSeconds: 300 },
        ]);
      },
      () => 0,
    );
    expect(await timeouts.of('r-f')).toBe(60_000 + overhead);
    expect(await timeouts.of('r-g')).toBe(300_000 + overhead);
    expect(asked).toBe(1);
    timeouts.forget();
    await timeouts.of('r-g');
    expect(asked).toBe(2);
  });

  it('is the longest while the function is not listed, which is asked again now and then', async () => {
    let now = 0;
    let list: object = listing([]);
    const timeouts = new FunctionTimeouts(
      async () => list,
      () => now,
    );
    expect(await timeouts.of('r-f')).toBe(540_000 + overhead);
    list = listing([{ id: 'r-f', timeoutSeconds: 60 }]);
    expect(await timeouts.of('r-f')).toBe(540_000 + overhead);
    now = 5_000;
    expect(await timeouts.of('r-f')).toBe(60_000 + overhead);
  });

  it.each([() => Promise.reject(new Error('none')), async () => 'nonsense'])(
    'is the longest when there is no list',
    async (list) => {
      expect(await new FunctionTimeouts(list, () => 0).of('f')).toBe(540_000 + overhead);
    },
  );
});
