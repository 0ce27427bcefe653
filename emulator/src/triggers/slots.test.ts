import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Slots } from './slots.ts';

/** Work that says when it starts and ends when it is told to. */
function worker(slots: Slots) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (group: string, name: string) =>
    slots.use(group, async () => {
      started.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await turn();
  };
  return { started, work, end };
}

describe('slots', () => {
  it('let so many run at once, and the next when one ends', async () => {
    const { started, work, end } = worker(new Slots(2));
    const all = ['a', 'b', 'c', 'd'].map((name) => work('g', name));
    expect(started).toEqual(['a', 'b']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd']) {
      await end(name);
    }
    await Promise.all(all);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are given to the group that has the least of them', async () => {
    const { started, work, end } = worker(new Slots(2));
    const many = ['m1', 'm2', 'm3', 'm4'].map((name) => work('many', name));
    const few = work('few', 'f1');
    await end('m1');
    expect(started).toEqual(['m1', 'm2', 'f1']);
    for (const name of ['m2', 'f1', 'm3', 'm4']) {
      await end(name);
    }
    await Promise.all([...many, few]);
  });

  it('are free again when work fails', async () => {
    const slots = new Slots(1);
    await expect(slots.use('g', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await slots.use('g', async () => 'yes')).toBe('yes');
  });
});
