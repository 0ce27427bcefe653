/**
 * Writes the parts that protobuf messages are made of.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */

const firstSize = 4_096;
/** A writer that has held a larger message gives the memory back. */
const keptSize = 1_048_576;
const longestVarint = 10;
/** A UTF-16 code unit has at most three bytes in UTF-8. */
const bytesPerUnit = 3;

export class ProtoWriter {
  #bytes = Buffer.allocUnsafe(firstSize);
  #length = 0;

  /** What has been written, as a copy; the writer is empty afterwards. */
  finish(): Buffer {
    const message = Buffer.allocUnsafeSlow(this.#length);
    this.#bytes.copy(message, 0, 0, this.#length);
    this.reset();
    return message;
  }

  /** Forgets what has been written. */
  reset(): void {
    this.#length = 0;
    if (this.#bytes.length > keptSize) {
      this.#bytes = Buffer.allocUnsafe(firstSize);
    }
  }

  /** Writes what `write` writes, with its length before it. */
  within(write: () => void): void {
    // Most parts are shorter than 128 bytes, for which the length has one byte.
    const start = this.#length;
    this.#reserve(1);
    this.#length += 1;
    write();
    const length = this.#length - start - 1;
    if (length < 0x80) {
      this.#bytes[start] = length;
      return;
    }
    const more = varintSize(length) - 1;
    this.#reserve(more);
    this.#bytes.copyWithin(start + 1 + more, start + 1, this.#length);
    this.#length = start;
    this.uint32(length);
    this.#length += length;
  }

  uint32(value: number): void {
    this.#reserve(longestVarint);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Negative numbers are written with all 64 bits. */
  int32(value: number): void {
    if (value >= 0) {
      this.uint32(value);
    } else {
      this.int64(BigInt(value));
    }
  }

  /** A number of 64 bits, signed or not. */
  int64(value: bigint): void {
    if (value >= 0n && value <= 0x7fff_ffffn) {
      this.uint32(Number(value));
      return;
    }
    this.#reserve(longestVarint);
    let rest = BigInt.asUintN(64, value);
    while (rest > 0x7fn) {
      this.#bytes[this.#length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.#bytes[this.#length++] = Number(rest);
  }

  float(value: number): void {
    this.#reserve(4);
    this.#length = this.#bytes.writeFloatLE(value, this.#length);
  }

  double(value: number): void {
    this.#reserve(8);
    this.#length = this.#bytes.writeDoubleLE(value, this.#length);
  }

  /** Bytes without their length. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  bytes(bytes: Uint8Array): void {
    this.uint32(bytes.length);
    this.raw(bytes);
  }

  string(text: string): void {
    if (text.length * bytesPerUnit < 0x80) {
      this.#reserve(0x80);
      const length = this.#bytes.write(text, this.#length + 1, 'utf8');
      this.#bytes[this.#length] = length;
      this.#length += 1 + length;
      return;
    }
    const length = Buffer.byteLength(text);
    this.uint32(length);
    this.#reserve(length);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  #reserve(more: number): void {
    if (this.#length + more > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) {
    size += 1;
  }
  return size;
}
