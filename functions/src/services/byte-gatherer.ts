/** Puts bytes together that come in pieces, without ever holding more memory than the most there may be. */

/** Room to begin with where nothing is announced. */
const FIRST_ROOM = 64 * 1024;

export class ByteGatherer {
  readonly #most: number;
  #room: Buffer;
  #length = 0;

  /** For `announced` bytes, 0 if that is not known, and `most` at the most. What is announced need not be true. */
  constructor(announced: number, most: number) {
    this.#most = most;
    this.#room = Buffer.allocUnsafeSlow(Math.min(announced > 0 ? announced : FIRST_ROOM, most));
  }

  /** All so far. Valid until the next is added. */
  get bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  /** Adds `chunk`. Throws a RangeError when there is more than there may be. */
  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.byteLength;
    if (length > this.#most) throw new RangeError(`more than ${this.#most} bytes`);
    if (length > this.#room.length) {
      const room = Buffer.allocUnsafeSlow(Math.min(Math.max(length, 2 * this.#room.length), this.#most));
      room.set(this.bytes);
      this.#room = room;
    }
    this.#room.set(chunk, this.#length);
    this.#length = length;
  }
}
