/** How long one dispatch works on thousands of parts before it makes room for others. */
import { PutOffError } from '../engine/put-off.ts';

/** Milliseconds. Far below what a phase may take, so that none is in danger however many parts there are. */
const SLICE_MS = 15_000;

export class TimeSlice {
  readonly #clock: () => Date;
  #end: number | undefined;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /**
   * To be asked when a portion has been kept and there are more: puts the rest off, at once, when the slice is over. It begins
   * with the first portion that is there: what had to be done before, such as reading a large file again, must not leave each
   * dispatch with a single portion.
   */
  goOn(): void {
    const now = this.#clock();
    this.#end ??= now.getTime() + SLICE_MS;
    if (now.getTime() >= this.#end) throw new PutOffError(now);
  }
}
