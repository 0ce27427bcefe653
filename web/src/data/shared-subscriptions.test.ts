import { describe, expect, it } from 'vitest';
import type { Observer } from './ports.ts';
import { createSharedSubscriptions, type Schedule } from './shared-subscriptions.ts';

/** A source that counts what is open, and a clock that goes on when told to. */
function setUp() {
  const open = new Map<string, Observer<number>>();
  let opened = 0;
  let planned: (() => void)[] = [];
  const schedule: Schedule = (task) => {
    planned.push(task);
    return () => {
      planned = planned.filter((other) => other !== task);
    };
  };
  const shared = createSharedSubscriptions<number>((key, observer) => {
    opened += 1;
    open.set(key, observer);
    return () => void open.delete(key);
  }, schedule);
  const lingeringEnds = () => {
    for (const task of planned) task();
    planned = [];
  };
  return { shared, open, lingeringEnds, opened: () => opened };
}

describe('a shared subscription', () => {
  it('opens with its first holder only, and is loading until a value comes', () => {
    const { shared, open, opened } = setUp();
    expect(shared.store('a').getState()).toEqual({ state: 'loading' });
    expect(opened()).toBe(0);
    shared.hold('a');
    shared.hold('a');
    expect(opened()).toBe(1);
    open.get('a')?.next(7);
    expect(shared.store('a').getState()).toEqual({ state: 'ready', value: 7 });
  });

  it('closes some time after the last holder has let go', () => {
    const { shared, open, lingeringEnds } = setUp();
    const first = shared.hold('a');
    const second = shared.hold('a');
    first();
    first();
    lingeringEnds();
    expect(open.has('a')).toBe(true);
    second();
    expect(open.has('a')).toBe(true);
    lingeringEnds();
    expect(open.has('a')).toBe(false);
  });

  it('stays open, with its value, when somebody comes back in time', () => {
    const { shared, open, lingeringEnds, opened } = setUp();
    const leave = shared.hold('a');
    open.get('a')?.next(7);
    leave();
    shared.hold('a');
    lingeringEnds();
    expect(opened()).toBe(1);
    expect(shared.store('a').getState()).toEqual({ state: 'ready', value: 7 });
  });

  it('keeps keys apart', () => {
    const { shared, open } = setUp();
    shared.hold('a');
    shared.hold('b');
    open.get('b')?.next(2);
    expect(shared.store('a').getState()).toEqual({ state: 'loading' });
  });

  it('shows an error as a sentence, and tries again for the next holder', () => {
    const { shared, open, opened } = setUp();
    shared.hold('a');
    open.get('a')?.error({ code: 'permission-denied' });
    expect(shared.store('a').getState()).toMatchObject({
      state: 'error',
      message: expect.stringContaining('do not have access'),
    });
    shared.hold('a');
    expect(opened()).toBe(2);
    expect(shared.store('a').getState()).toEqual({ state: 'loading' });
  });

  it('forgets everything at once when another person signs in', () => {
    const { shared, open, lingeringEnds } = setUp();
    const leave = shared.hold('a');
    open.get('a')?.next(7);
    shared.closeAll();
    expect(open.size).toBe(0);
    expect(shared.store('a').getState()).toEqual({ state: 'loading' });
    shared.hold('a');
    leave();
    lingeringEnds();
    expect(open.has('a')).toBe(true);
  });
});
