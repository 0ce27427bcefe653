/** The clock of a database: microseconds that never go back, also over a restart, and are new for every commit. */
import type { Micros } from '../values/timestamp.ts';

export class CommitClock {
  readonly #now: () => number;
  #last: Micros;

  /** @param now wall clock in milliseconds  @param last the last commit time known */
  constructor(now: () => number, last: Micros) {
    this.#now = now;
    this.#last = last;
  }

  /** The time of a commit: later than every time given out. */
  next(): Micros {
    this.#last = Math.max(this.#now() * 1000, this.#last + 1);
    return this.#last;
  }

  /** The time of a read: now, and at or after every commit so far. */
  current(): Micros {
    this.#last = Math.max(this.#now() * 1000, this.#last);
    return this.#last;
  }
}
