/** The commit clock of a database: microseconds that never stand still and never go back, also over a restart. */
import type { Micros } from '../values/timestamp.ts';

export class CommitClock {
  readonly #now: () => number;
  #last: Micros;

  /** @param now wall clock in milliseconds  @param last the last commit time known */
  constructor(now: () => number, last: Micros) {
    this.#now = now;
    this.#last = last;
  }

  /** A time later than every one given out. */
  next(): Micros {
    this.#last = Math.max(this.#now() * 1000, this.#last + 1);
    return this.#last;
  }

  /** The time of a read: at or after every commit so far. */
  current(): Micros {
    return this.#last;
  }
}
