/**
 * Lets a bounded number of pieces of work run at once. Whoever waits comes in by turns between groups: the group with
 * the least running first, and in order of arrival within it, so that one that has much to do does not keep others
 * waiting.
 */
export class Slots {
  #free: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(count: number) {
    this.#free = count;
  }

  /** Does `work` when it may run. */
  async use<Result>(group: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) {
      this.#enter(group);
    } else {
      await this.#turnOf(group);
    }
    try {
      return await work();
    } finally {
      this.#leave(group);
    }
  }

  #enter(group: string): void {
    this.#free -= 1;
    this.#running.set(group, this.#runningIn(group) + 1);
  }

  #turnOf(group: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const line = this.#waiting.get(group) ?? new Set();
    this.#waiting.set(group, line.add(resolve));
    return promise;
  }

  #leave(group: string): void {
    this.#free += 1;
    const still = this.#runningIn(group) - 1;
    if (still === 0) {
      this.#running.delete(group);
    } else {
      this.#running.set(group, still);
    }
    const groups = [...this.#waiting.keys()];
    const next = groups.toSorted((a, b) => this.#runningIn(a) - this.#runningIn(b))[0];
    const line = next === undefined ? undefined : this.#waiting.get(next);
    const first = line?.values().next().value;
    if (next === undefined || !line || !first) {
      return;
    }
    line.delete(first);
    if (line.size === 0) {
      this.#waiting.delete(next);
    }
    // Taken here, in this turn: nobody who comes meanwhile is faster.
    this.#enter(next);
    first();
  }

  #runningIn(group: string): number {
    return this.#running.get(group) ?? 0;
  }
}
