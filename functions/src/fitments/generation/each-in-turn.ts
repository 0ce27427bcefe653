/** Works on many things so that a cancel, and whatever else waits, has its turn now and then. */
import { setImmediate as breathe } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn. */
const WORK_AT_ONCE_MS = 20;

/**
 * What `work` makes of each, in order. By time, not by number: a part with thousands of vehicles takes as long as hundreds
 * without. Rejects with the signal's reason when aborted. `now` is in milliseconds.
 */
export async function eachInTurn<T, R>(
  all: readonly T[],
  work: (one: T) => R,
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<R[]> {
  const done: R[] = [];
  let begun = now();
  for (const one of all) {
    if (now() - begun >= WORK_AT_ONCE_MS) {
      await breathe();
      signal.throwIfAborted();
      begun = now();
    }
    done.push(work(one));
  }
  return done;
}
