/**
 * Locks on document names, granted first come, first served. A holder that would wait for itself, through however many
 * others, is told at once; nobody waits for longer than a limit.
 *
 * As in production a lock for reading holds back only those who write. But two transactions that have read the same
 * document and then write it cannot both go on: one of them must begin again. So whoever reads waits a moment for the
 * reader before it, which costs nothing when that one is quick, and shares the lock when it is not.
 */
import { StatusError } from '../status.ts';

/** Whoever can hold locks: a transaction, or one commit outside of any. Compared by identity. */
export interface LockHolder {
  readonly holds: Set<string>;
  readonly waits: Set<Waiter>;
}

/** What a lock is wanted for. */
export type LockMode = 'read' | 'write';

/** Times in milliseconds. */
export interface LockTimes {
  /** A wait for a lock ends in ABORTED after this. */
  readonly lockWait: number;
  /** Readers that have had a lock for so long share it with those who want to read. */
  readonly lockShare: number;
}

/** One request for a lock that is not granted yet. */
interface Waiter {
  readonly lock: Lock;
  readonly holder: LockHolder;
  readonly mode: LockMode;
  readonly grant: () => void;
  readonly refuse: (reason: string) => void;
}

interface Lock {
  /** One, or several that read. */
  readonly holders: Set<LockHolder>;
  mode: LockMode;
  queue: Waiter[];
  /** Whether those who want to read need not wait for the readers that have it. */
  shared: boolean;
  /** Runs while readers have the lock and others wait. */
  sharing: NodeJS.Timeout | undefined;
  /** Since when the first of the holders has it, on the clock of {@link performance}. */
  since: number;
}

/** A holder without locks. */
export function newLockHolder(): LockHolder {
  return { holds: new Set(), waits: new Set() };
}

export class LockTable {
  readonly #locks = new Map<string, Lock>();
  readonly #times: LockTimes;

  constructor(times: LockTimes) {
    this.#times = times;
  }

  /** Whether any lock is held: while none is, commits need not ask. */
  get idle(): boolean {
    return this.#locks.size === 0;
  }

  /** Resolves when the holder has the locks on all names. Throws ABORTED on deadlock and after the longest wait. */
  async acquire(holder: LockHolder, names: Iterable<string>, mode: LockMode): Promise<void> {
    for (const name of [...new Set(names)].sort()) {
      const lock = this.#locks.get(name);
      if (!lock) {
        this.#locks.set(name, newLock(holder, mode));
        holder.holds.add(name);
      } else if (!mayEnter(lock, holder, mode)) {
        await this.#wait(name, lock, holder, mode);
      } else {
        enter(lock, name, holder, mode);
      }
    }
  }

  /** Gives up everything the holder has or waits for; each lock goes to the first in its queue. */
  release(holder: LockHolder): void {
    for (const waiter of holder.waits) {
      waiter.refuse('The transaction ended while it waited for a lock.');
    }
    for (const name of holder.holds) {
      const lock = this.#locks.get(name);
      lock?.holders.delete(holder);
      if (lock) {
        this.#pass(name, lock);
      }
    }
    holder.holds.clear();
  }

  /** Lets in whoever may have the lock now, in the order of the queue. */
  #pass(name: string, lock: Lock): void {
    if (lock.holders.size === 0) {
      lock.shared = false;
      lock.mode = 'read';
      lock.since = performance.now();
    }
    for (let next = lock.queue[0]; next && mayTake(lock, next.holder, next.mode); next = lock.queue[0]) {
      enter(lock, name, next.holder, next.mode);
      next.grant();
      // The next holder may wait for the name in several requests: all of them go on.
      for (const waiter of lock.queue.filter(({ holder }) => holder === next?.holder)) {
        if (mayTake(lock, waiter.holder, waiter.mode)) {
          enter(lock, name, waiter.holder, waiter.mode);
          waiter.grant();
        }
      }
    }
    if (lock.holders.size === 0) {
      this.#locks.delete(name);
    }
    this.#shareLater(name, lock);
  }

  /** Starts the time after which readers that wait are let in beside those who have the lock, if there are any. */
  #shareLater(name: string, lock: Lock): void {
    clearTimeout(lock.sharing);
    lock.sharing = undefined;
    if (lock.queue[0]?.mode === 'read' && lock.mode === 'read' && !lock.shared) {
      const remaining = lock.since + this.#times.lockShare - performance.now();
      lock.sharing = setTimeout(
        () => {
          lock.shared = true;
          this.#pass(name, lock);
        },
        Math.max(0, remaining),
      );
      lock.sharing.unref();
    }
  }

  #wait(name: string, lock: Lock, holder: LockHolder, mode: LockMode): Promise<void> {
    // Whoever has the lock already goes first: the others cannot have it before this one ends.
    const position = lock.holders.has(holder) ? 0 : lock.queue.length;
    const ahead = holdersAhead(lock, position);
    if (ahead.some((other) => other !== holder && waitsFor(other, holder, new Set()))) {
      return Promise.reject(new StatusError('ABORTED', `Deadlock between transactions on ${name}.`));
    }
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        lock.queue = lock.queue.filter((other) => other !== waiter);
        holder.waits.delete(waiter);
        finish();
      };
      const waiter: Waiter = {
        lock,
        holder,
        mode,
        grant: () => settle(resolve),
        refuse: (reason) => {
          settle(() => reject(new StatusError('ABORTED', reason)));
          // Those behind may have waited for this one only.
          this.#pass(name, lock);
        },
      };
      const timer = setTimeout(
        () => waiter.refuse(`Too much contention on these documents: ${name}.`),
        this.#times.lockWait,
      );
      lock.queue.splice(position, 0, waiter);
      holder.waits.add(waiter);
      this.#shareLater(name, lock);
    });
  }
}

/** Those who must end before whoever is at a position of the queue has the lock. */
function holdersAhead(lock: Lock, position: number): LockHolder[] {
  return [...lock.holders, ...lock.queue.slice(0, position).map((waiter) => waiter.holder)];
}

/** Whether `blocked` waits, directly or through others, for `target`. */
function waitsFor(blocked: LockHolder, target: LockHolder, seen: Set<LockHolder>): boolean {
  if (blocked === target || seen.has(blocked)) {
    return blocked === target;
  }
  seen.add(blocked);
  return Array.from(blocked.waits).some((waiter) =>
    holdersAhead(waiter.lock, waiter.lock.queue.indexOf(waiter)).some(
      (other) => other !== blocked && waitsFor(other, target, seen),
    ),
  );
}

function newLock(holder: LockHolder, mode: LockMode): Lock {
  return {
    holders: new Set([holder]),
    mode,
    queue: [],
    shared: false,
    sharing: undefined,
    since: performance.now(),
  };
}

/** Whether the holder may have the lock, those who wait aside. */
function mayTake(lock: Lock, holder: LockHolder, mode: LockMode): boolean {
  if (lock.holders.size === 0 || (lock.holders.has(holder) && (mode === 'read' || lock.holders.size === 1))) {
    return true;
  }
  return mode === 'read' && lock.mode === 'read' && lock.shared;
}

/** Whether somebody who asks now need not queue. */
function mayEnter(lock: Lock, holder: LockHolder, mode: LockMode): boolean {
  return (lock.holders.has(holder) || lock.queue.length === 0) && mayTake(lock, holder, mode);
}

function enter(lock: Lock, name: string, holder: LockHolder, mode: LockMode): void {
  lock.holders.add(holder);
  holder.holds.add(name);
  if (mode === 'write') {
    lock.mode = 'write';
  }
}
