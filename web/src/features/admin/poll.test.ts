import { describe, expect, it, vi } from 'vitest';
import { pollWhileSeen } from './poll.ts';

/** A page that can be hidden, with a clock that goes on when it is told to. */
function page() {
  let visible = true;
  let changed = () => {};
  let planned: (() => void) | null = null;
  return {
    surroundings: {
      visible: () => visible,
      onVisibility(listener: () => void) {
        changed = listener;
        return () => {
          changed = () => {};
        };
      },
      after(_milliseconds: number, task: () => void) {
        planned = task;
        return () => {
          planned = null;
        };
      },
    },
    show: (shown: boolean) => {
      visible = shown;
      changed();
    },
    pass: () => {
      const task = planned;
      planned = null;
      task?.();
    },
    isPlanned: () => planned !== null,
  };
}

/** A question whose answers come when they are told to. */
function question() {
  const open: (() => void)[] = [];
  return {
    ask: vi.fn<() => Promise<void>>(
      async () => await new Promise<void>((resolve) => void open.push(resolve)),
    ),
    answer: async () => {
      open.shift()?.();
      await new Promise((resolve) => void setTimeout(resolve, 0));
    },
  };
}

describe('asking while the page is seen', () => {
  it('begins at once, and asks again after each answer', async () => {
    const [{ surroundings, pass }, { ask, answer }] = [page(), question()];
    pollWhileSeen(ask, 10, surroundings);
    expect(ask).toHaveBeenCalledTimes(1);
    await answer();
    pass();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('rests while nobody looks, and goes on at once when somebody does', async () => {
    const [{ surroundings, show, isPlanned }, { ask, answer }] = [page(), question()];
    pollWhileSeen(ask, 10, surroundings);
    show(false);
    await answer();
    expect(isPlanned()).toBe(false);
    show(true);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('never asks twice at a time', async () => {
    const [{ surroundings, show }, { ask, answer }] = [page(), question()];
    pollWhileSeen(ask, 10, surroundings);
    show(false);
    show(true);
    expect(ask).toHaveBeenCalledTimes(1);
    await answer();
  });

  it('ends for good', async () => {
    const [{ surroundings, show, isPlanned }, { ask, answer }] = [page(), question()];
    const stop = pollWhileSeen(ask, 10, surroundings);
    stop();
    await answer();
    expect(isPlanned()).toBe(false);
    show(true);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
