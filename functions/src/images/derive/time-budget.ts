/** How long one image may keep a worker busy. */
import { DocketError } from '@docket/model/errors';

/** Seconds of decoding and encoding that one image may take. The slowest that is read takes a few. */
const SECONDS_PER_IMAGE = 90;

/** Counts what has been spent on one image, over all files that are made from it. */
export class TimeBudget {
  readonly #fileName: string;
  readonly #now: () => number;
  #spentMs = 0;

  /** `now` in milliseconds, from any origin. */
  constructor(fileName: string, now: () => number = () => performance.now()) {
    this.#fileName = fileName;
    this.#now = now;
  }

  /**
   * Does a piece of work, which is told how many whole seconds it may take. Throws `image_too_slow` when nothing is
   * left. Waiting between pieces does not count.
   */
  async spend<T>(work: (seconds: number) => Promise<T>): Promise<T> {
    const seconds = Math.ceil(SECONDS_PER_IMAGE - this.#spentMs / 1000);
    if (seconds <= 0) throw new DocketError('image_too_slow', { file: this.#fileName });
    const started = this.#now();
    try {
      return await work(seconds);
    } finally {
      this.#spentMs += this.#now() - started;
    }
  }
}
