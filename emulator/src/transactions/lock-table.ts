/**
 * Exclusive locks on document names, granted first come, first served. A holder that would wait for itself, through
 * however many others, is told at once; nobody waits for longer than a limit.
 */
import { StatusError } from '../status.ts';

/** Whoever can hold locks: a transaction, or one commit outside of any. Compared by identity. */
export interface LockHolder {
  readonly holds: Set<string>;
}

interface Waiter {
  readonly holder: LockHolder;
  readonly grant: () => void;
  readonly refuse: (reason: string) => void;
}

interface Lock {
  holder: LockHolder;
  queue: Waiter[];
}

/** A holder without locks. */
export function newLockHolder(): LockHolder {
  return { holds: new Set() };
}

export class LockTable {
  readonly #locks = new Map<string, Lock>();
  readonly #longestWait: number;

  /** @param longestWait milliseconds until a wait ends in ABORTED */
  constructor(longestWait: number) {
    this.#longestWait = longestWait;
  }

  /** Whether any lock is held: while none is, commits need not ask. */
  get idle(): boolean {
    return this.#locks.size === 0;
  }

  /** Resolves when the holder has the locks on all names. Throws ABORTED on deadlock and after the longest wait. */
  async acquire(holder: LockHolder, names: Iterable<string>): Promise<void> {
    for (const name of [...new Set(names)].sort()) {
      if (!this.#take(holder, name)) {
        await this.#wait(holder, name);
      }
    }
  }

  /** Gives up everything the holder has or waits for; each lock goes to the first in its queue. */
  release(holder: LockHolder): void {
    for (const [name, lock] of this.#locks) {
      const given = lock.queue.filter((waiter) => waiter.holder === holder);
      lock.queue = lock.queue.filter((waiter) => waiter.holder !== holder);
      for (const waiter of given) {
        waiter.refuse(`The transaction ended while it waited for ${name}.`);
      }
    }
    for (const name of holder.holds) {
      this.#pass(name);
    }
    holder.holds.clear();
  }

  #take(holder: LockHolder, name: string): boolean {
    const lock = this.#locks.get(name);
    if (!lock) {
      this.#locks.set(name, { holder, queue: [] });
      holder.holds.add(name);
    }
    return !lock || lock.holder === holder;
  }

  /** The next holder may wait for the name in several requests: all of them go on. */
  #pass(name: string): void {
    const lock = this.#locks.get(name);
    const next = lock?.queue[0]?.holder;
    if (!lock || !next) {
      this.#locks.delete(name);
      return;
    }
    const granted = lock.queue.filter((waiter) => waiter.holder === next);
    lock.queue = lock.queue.filter((waiter) => waiter.holder !== next);
    lock.holder = next;
    next.holds.add(name);
    for (const waiter of granted) {
      waiter.grant();
    }
  }

  #wait(holder: LockHolder, name: string): Promise<void> {
    const lock = this.#locks.get(name);
    if (!lock) {
      return Promise.resolve();
    }
    if (this.#waitsFor(lock.holder, holder, new Set())) {
      return Promise.reject(new StatusError('ABORTED', `Deadlock between transactions on ${name}.`));
    }
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        lock.queue = lock.queue.filter((other) => other !== waiter);
        finish();
      };
      const waiter: Waiter = {
        holder,
        grant: () => settle(resolve),
        refuse: (reason) => settle(() => reject(new StatusError('ABORTED', reason))),
      };
      const timer = setTimeout(
        () => waiter.refuse(`Too much contention on these documents: ${name}.`),
        this.#longestWait,
      );
      lock.queue.push(waiter);
    });
  }

  /** Whether `blocked` waits, directly or through others, for a lock that `target` has. */
  #waitsFor(blocked: LockHolder, target: LockHolder, seen: Set<LockHolder>): boolean {
    if (blocked === target || seen.has(blocked)) {
      return blocked === target;
    }
    seen.add(blocked);
    for (const lock of this.#locks.values()) {
      if (
        lock.queue.some((waiter) => waiter.holder === blocked) &&
        this.#waitsFor(lock.holder, target, seen)
      ) {
        return true;
      }
    }
    return false;
  }
}
