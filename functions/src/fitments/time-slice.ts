/** How long one dispatch works on thousands of parts before it makes room for others. */
import { PutOffError } from '../engine/put-off.ts';

/** Milliseconds. Far below what a phase may take, so that none is in danger however many parts there are. */
const SLICE_MS = 15_000;

export class TimeSlice {
  readonly #clock: () => Date;
  readonly #end: number;

  /** Begins now. */
  constructor(clock: () => Date) {
    this.#clock = clock;
    this.#end = clock().getTime() + SLICE_MS;
  }

  /** To be asked when a portion has been kept and there are more: puts the rest off, at once, when the slice is over. */
  goOn(): void {
    const now = this.#clock();
    if (now.getTime() >= this.#end) throw new PutOffError(now);
  }
}
