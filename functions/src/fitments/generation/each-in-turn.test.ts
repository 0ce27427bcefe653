import { describe, expect, it } from 'vitest';
import { eachInTurn } from './each-in-turn.ts';

describe('work on many parts', () => {
  const parts = [1, 2, 3, 4, 5, 6];
  /** A clock, and work on a part that takes `ms` by it. */
  function working(ms: number) {
    let time = 0;
    const done: number[] = [];
    const work = (part: number) => {
      time += ms;
      done.push(part);
      return part * 2;
    };
    return { work, done, now: () => time };
  }

  it('has a result for each, in order', async () => {
    const { work, now } = working(15);
    expect(await eachInTurn(parts, work, new AbortController().signal, now)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('gives way as soon as some have taken long, however few they are', async () => {
    const { work, done, now } = working(1000);
    const whole = eachInTurn(parts, work, new AbortController().signal, now);
    expect(done).toEqual([1]);
    await whole;
  });

  it('does not give way for parts that take no time', async () => {
    const { work, done, now } = working(1);
    const whole = eachInTurn(parts, work, new AbortController().signal, now);
    expect(done).toEqual(parts);
    await whole;
  });

  it('ends with the next turn when it is aborted', async () => {
    const { work, done, now } = working(15);
    const controller = new AbortController();
    const whole = eachInTurn(parts, work, controller.signal, now);
    controller.abort(new Error('cancelled'));
    await expect(whole).rejects.toThrow('cancelled');
    expect(done).toEqual([1, 2]);
  });
});
