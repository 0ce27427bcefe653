import { describe, expect, it, vi } from 'vitest';
import { createTicker } from './ticker.ts';

function setUp() {
  const tasks: (() => void)[] = [];
  const ticker = createTicker(250, (task) => void tasks.push(task));
  const pass = () => {
    for (const task of tasks.splice(0)) task();
  };
  return { ticker, pass, isResting: () => tasks.length > 0 };
}

describe('changes that come fast', () => {
  it('are drawn at once after a break', () => {
    const { ticker } = setUp();
    const draw = vi.fn<() => void>();
    ticker.request(draw);
    expect(draw).toHaveBeenCalledOnce();
  });

  it('wait for each other, and each is drawn once', () => {
    const { ticker, pass } = setUp();
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
    ticker.request(first);
    for (let i = 0; i < 5; i += 1) {
      ticker.request(first);
      ticker.request(second);
    }
    expect(first).toHaveBeenCalledOnce();
    expect(second).not.toHaveBeenCalled();
    pass();
    expect(first).toHaveBeenCalledTimes(2);
    expect(second).toHaveBeenCalledOnce();
  });

  it('are none when nobody has asked: it rests, and the next is drawn at once again', () => {
    const { ticker, pass, isResting } = setUp();
    const draw = vi.fn<() => void>();
    ticker.request(draw);
    pass();
    expect(isResting()).toBe(false);
    ticker.request(draw);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('are not drawn where they are not wanted any more', () => {
    const { ticker, pass } = setUp();
    const draw = vi.fn<() => void>();
    ticker.request(() => undefined);
    ticker.request(draw);
    ticker.withdraw(draw);
    pass();
    expect(draw).not.toHaveBeenCalled();
  });

  it('may ask again while they are drawn: that waits for the next tick', () => {
    const { ticker, pass } = setUp();
    let drawn = 0;
    const draw = () => {
      drawn += 1;
      if (drawn < 3) ticker.request(draw);
    };
    ticker.request(draw);
    expect(drawn).toBe(1);
    pass();
    expect(drawn).toBe(2);
    pass();
    expect(drawn).toBe(3);
  });
});
