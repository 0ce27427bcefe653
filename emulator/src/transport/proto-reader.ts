/**
 * Reads the parts that protobuf messages are made of. Throws an Error where the bytes end too early or are not what they
 * should be.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
import { isUtf8 } from 'node:buffer';

/** How a field is written, by its three bits in the tag. */
export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, groupStart: 3, groupEnd: 4, fixed32: 5 } as const;

/** More groups inside each other than this are refused; nobody writes groups any more. */
const deepestGroup = 32;
const longestVarint = 10;
const replacement = '�';

export class ProtoReader {
  readonly #bytes: Buffer;
  #position = 0;
  /** Where the message that is read ends; those around it end later. */
  #end: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.byteLength;
  }

  /** Whether the present message has more. */
  get more(): boolean {
    return this.#position < this.#end;
  }

  /** Reads what a length stands before: `read` finds its end with {@link more}. */
  within<Result>(read: () => Result): Result {
    const outer = this.#end;
    const length = this.uint32();
    const end = this.#position + length;
    if (end > outer) {
      throw new Error('a part is longer than the whole');
    }
    this.#end = end;
    const result = read();
    this.#end = outer;
    return result;
  }

  /** A varint of which the lower 32 bits count. */
  uint32(): number {
    let value = 0;
    for (let index = 0; index < longestVarint; index += 1) {
      const byte = this.#byte();
      if (index < 5) {
        value |= (byte & 0x7f) << (7 * index);
      }
      if (byte < 0x80) {
        return value >>> 0;
      }
    }
    throw new Error('a number has no end');
  }

  int32(): number {
    return this.uint32() | 0;
  }

  /** A varint of 64 bits, signed; a number as long as it is safe to be one. */
  int64(): number | bigint {
    const value = this.#varint64();
    return typeof value === 'number' ? value : BigInt.asIntN(64, value);
  }

  bool(): boolean {
    return Number(this.#varint64()) !== 0;
  }

  fixed32(): number {
    return this.#bytes.readUInt32LE(this.#take(4));
  }

  float(): number {
    return this.#bytes.readFloatLE(this.#take(4));
  }

  double(): number {
    return this.#bytes.readDoubleLE(this.#take(8));
  }

  /** Bytes with their length before them. They stay part of the message: do not change them. */
  bytes(): Buffer {
    const length = this.uint32();
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  string(): string {
    const length = this.uint32();
    const start = this.#take(length);
    const text = this.#bytes.toString('utf8', start, start + length);
    if (text.includes(replacement) && !isUtf8(this.#bytes.subarray(start, start + length))) {
      throw new Error('a text is not UTF-8');
    }
    return text;
  }

  /** Passes over a field that nobody knows. */
  skip(wireType: number, depth = 0): void {
    switch (wireType) {
      case wireTypes.varint:
        this.#varint64();
        return;
      case wireTypes.fixed64:
        this.#take(8);
        return;
      case wireTypes.bytes:
        this.#take(this.uint32());
        return;
      case wireTypes.fixed32:
        this.#take(4);
        return;
      case wireTypes.groupStart:
        if (depth >= deepestGroup) {
          throw new Error('groups are nested too deep');
        }
        for (let inner = this.uint32() & 7; inner !== wireTypes.groupEnd; inner = this.uint32() & 7) {
          this.skip(inner, depth + 1);
        }
        return;
      default:
        throw new Error(`a field has the wire type ${wireType}`);
    }
  }

  /** Up to 49 bits are a number, which is quicker. */
  #varint64(): number | bigint {
    let value = 0;
    for (let factor = 1; factor < 2 ** 49; factor *= 0x80) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        return value;
      }
    }
    let large = BigInt(value);
    for (let shift = 49n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      large |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) {
        return BigInt.asUintN(64, large);
      }
    }
    throw new Error('a number has no end');
  }

  #byte(): number {
    const byte = this.#position < this.#end ? this.#bytes[this.#position] : undefined;
    if (byte === undefined) {
      throw new Error('it ends too early');
    }
    this.#position += 1;
    return byte;
  }

  /** Goes on by so many bytes. Returns where they begin. */
  #take(length: number): number {
    const start = this.#position;
    if (start + length > this.#end) {
      throw new Error('it ends too early');
    }
    this.#position = start + length;
    return start;
  }
}
