/** Asking again and again what no snapshot tells, only while somebody looks. */

/** What polling needs of its surroundings. */
export interface PollSurroundings {
  /** Whether the page is seen at this moment. */
  visible: () => boolean;
  /** Calls back whenever that changes; returns the way to stop it. */
  onVisibility: (changed: () => void) => () => void;
  /** Runs `task` after `milliseconds`; returns how to prevent it. */
  after: (milliseconds: number, task: () => void) => () => void;
}

/**
 * Runs `ask` at once, and again `interval` milliseconds after each end of it, while the page is seen; at once when it is
 * seen again. Never two at a time. `ask` deals with its own failures. Returns how to stop.
 */
export function pollWhileSeen(
  ask: () => Promise<void>,
  interval: number,
  { visible, onVisibility, after }: PollSurroundings,
): () => void {
  let stopped = false;
  let asking = false;
  let cancel: (() => void) | null = null;

  const next = () => {
    cancel?.();
    cancel = null;
    if (stopped || asking || !visible()) return;
    asking = true;
    void ask().finally(() => {
      asking = false;
      if (!stopped && visible()) cancel = after(interval, next);
    });
  };
  const stopListening = onVisibility(next);
  next();
  return () => {
    stopped = true;
    cancel?.();
    stopListening();
  };
}

/** The browser's page and clock. */
export const PAGE: PollSurroundings = {
  visible: () => document.visibilityState === 'visible',
  onVisibility(changed) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
