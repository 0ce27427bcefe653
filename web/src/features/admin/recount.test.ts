import { describe, expect, it, vi } from 'vitest';
import { createRecount } from './recount.ts';

function setUp() {
  const planned: (() => void)[] = [];
  const count = vi.fn<() => Promise<void>>(async () => undefined);
  const recount = createRecount(count, 10, (_milliseconds, task) => {
    planned.push(task);
    return () => void planned.splice(planned.indexOf(task), 1);
  });
  const rest = async () => {
    await vi.waitFor(() => expect(planned).toHaveLength(1));
    planned.shift()?.();
  };
  return { count, recount, rest, planned };
}

describe('a number that is counted anew', () => {
  it('is counted at the first change, and not again for changes until it has rested', async () => {
    const { count, recount, rest } = setUp();
    recount.changed('a');
    recount.changed('b');
    recount.changed('c');
    expect(count).toHaveBeenCalledTimes(1);
    await rest();
    expect(count).toHaveBeenCalledTimes(2);
    await rest();
    expect(count).toHaveBeenCalledTimes(2);
    recount.changed('d');
    expect(count).toHaveBeenCalledTimes(3);
  });

  it('is not counted for what it depends on being the same', async () => {
    const { count, recount, rest } = setUp();
    recount.changed('a');
    await rest();
    recount.changed('a');
    expect(count).toHaveBeenCalledTimes(1);
  });

  it('is not counted any more when nobody wants it', async () => {
    const { count, recount, planned } = setUp();
    recount.changed('a');
    recount.changed('b');
    await vi.waitFor(() => expect(planned).toHaveLength(1));
    recount.stop();
    recount.changed('c');
    expect(planned).toEqual([]);
    expect(count).toHaveBeenCalledTimes(1);
  });
});
