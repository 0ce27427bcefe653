/** Room for work that is of different weight. Who asks first is served first. */

/** Gives back what was taken. */
export type Release = () => void;

export class Slots {
  readonly #capacity: number;
  #free: number;
  readonly #queue: { weight: number; enter: () => void }[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#free = capacity;
  }

  /**
   * Resolves when there is room for `weight`; what is heavier than all the room takes all of it, and so runs alone. Nobody
   * is overtaken, or what is heavy would never have its turn.
   */
  async take(weight: number): Promise<Release> {
    const taken = Math.min(weight, this.#capacity);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queue.push({ weight: taken, enter: resolve });
    this.#admit();
    await promise;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#free += taken;
      this.#admit();
    };
  }

  #admit(): void {
    for (
      let first = this.#queue[0];
      first !== undefined && first.weight <= this.#free;
      first = this.#queue[0]
    ) {
      this.#queue.shift();
      this.#free -= first.weight;
      first.enter();
    }
  }
}
