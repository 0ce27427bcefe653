/** How much one dispatch does of thousands of parts before it makes room for others. */
import { PutOffError } from '../engine/put-off.ts';

/** Milliseconds. Far below what a phase may take, so that none is in danger however many parts there are. */
const SLICE_MS = 15_000;

export class TimeSlice {
  readonly #clock: () => Date;
  readonly #most: number;
  #end: number | undefined;
  #portions = 0;

  /** `most`: how many portions one dispatch works on, however fast it is. */
  constructor(clock: () => Date, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  /**
   * To be asked when a portion has been kept and there are more: puts the rest off, at once, when the slice is over. Its time
   * begins with the first portion that is there: what had to be done before, such as reading a large file again, must not leave
   * each dispatch with a single portion.
   */
  goOn(): void {
    const now = this.#clock().getTime();
    this.#end ??= now + SLICE_MS;
    this.#portions += 1;
    if (this.#portions >= this.#most || now >= this.#end) throw new PutOffError(null);
  }
}
