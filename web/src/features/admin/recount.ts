/** A number that is counted anew when something has changed, but not at every change. */

interface Recount {
  /** What the number depends on is now `to`. */
  changed(to: string): void;
  stop(): void;
}

/**
 * Runs `count` at the first change at once, then at most every `pause` milliseconds, once more after the last change.
 * Never two at a time. `count` deals with its own failures. `after` runs a task later and returns how to prevent it.
 */
export function createRecount(
  count: () => Promise<void>,
  pause: number,
  after: (milliseconds: number, task: () => void) => () => void,
): Recount {
  let state: 'idle' | 'busy' | 'due' | 'stopped' = 'idle';
  let last: string | null = null;
  let cancel: (() => void) | null = null;

  const rested = () => {
    cancel = null;
    if (state === 'due') run();
    else if (state === 'busy') state = 'idle';
  };
  const run = () => {
    state = 'busy';
    void count().finally(() => {
      if (state !== 'stopped') cancel = after(pause, rested);
    });
  };
  return {
    changed(to) {
      if (to === last) return;
      last = to;
      if (state === 'idle') run();
      else if (state === 'busy') state = 'due';
    },
    stop() {
      state = 'stopped';
      cancel?.();
    },
  };
}
