/** Names of deleted documents with the time of their end, so that a returning listener learns of deletions. */
import type { Micros } from '../values/timestamp.ts';
import type { DocumentChange } from './document.ts';

/** So many deletions are remembered, in memory and in the journal. */
export const keptTombstones = 50_000;

export class Tombstones {
  /** In order of deletion: a name that dies again moves to the end. */
  readonly #times = new Map<string, Micros>();
  #horizon: Micros;

  /** @param horizon of what was deleted up to this moment not everything is known */
  constructor(horizon: Micros) {
    this.#horizon = horizon;
  }

  apply(change: DocumentChange, time: Micros): void {
    this.#times.delete(change.name);
    if (!change.after) {
      this.#times.set(change.name, time);
      this.#trim();
    }
  }

  /** Names deleted after `time` and not there again, or undefined when that is too long ago to know all of them. */
  since(time: Micros): string[] | undefined {
    if (time < this.#horizon) {
      return undefined;
    }
    return Array.from(this.#times)
      .filter(([, deleted]) => deleted > time)
      .map(([name]) => name);
  }

  #trim(): void {
    const oldest = this.#times.entries().next().value;
    if (this.#times.size > keptTombstones && oldest) {
      this.#times.delete(oldest[0]);
      this.#horizon = oldest[1];
    }
  }
}
