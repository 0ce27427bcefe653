/** The states of the database, each from the time of the commit that made it. */
import type { Micros, State } from './commit.ts';

export class History {
  readonly #states: Array<{ readonly time: Micros; readonly state: State }> = [];

  /** @param start a time before the first commit */
  constructor(start: Micros) {
    this.#states.push({ time: start, state: new Map() });
  }

  get present(): State {
    return this.#states.at(-1)?.state ?? new Map();
  }

  get lastTime(): Micros {
    return this.#states.at(-1)?.time ?? 0;
  }

  /** The times of all commits. */
  get times(): Micros[] {
    return this.#states.slice(1).map(({ time }) => time);
  }

  /** Takes a commit down, which must be later than those before. */
  add(time: Micros, state: State): void {
    this.#states.push({ time, state });
  }

  /** What the database held at a time. */
  at(time: Micros): State {
    return this.#states.findLast((each) => each.time <= time)?.state ?? new Map();
  }
}
