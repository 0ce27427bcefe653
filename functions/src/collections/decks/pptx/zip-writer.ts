/**
 * Writes a ZIP archive piece by piece, so that a presentation with thousands of pictures needs no more memory than its
 * largest part. Every entry has its size in front of it: some readers of Office documents do not look for it behind.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** Version 2.0 of the format: deflate. */
const VERSION = 20;

interface Entry {
  name: Buffer;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}

export class ZipWriter {
  readonly #out: Writable;
  readonly #entries: Entry[] = [];
  readonly #stamp: { time: number; date: number };
  #offset = 0;

  /** `modified` is written as the time of every entry, in UTC. `out` is ended by `end`. */
  constructor(out: Writable, modified: Date) {
    this.#out = out;
    this.#stamp = dosTime(modified);
  }

  /** Adds a text, compressed. */
  async addText(name: string, text: string): Promise<void> {
    const content = Buffer.from(text);
    await this.#add(name, DEFLATED, content, deflateRawSync(content));
  }

  /** Adds what is compressed already. */
  async addStored(name: string, content: Uint8Array): Promise<void> {
    await this.#add(name, STORED, content, content);
  }

  /** Writes the directory and ends the output. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#write(this.#header(CENTRAL_HEADER, entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END_OF_DIRECTORY, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.#write(end);
    this.#out.end();
  }

  async #add(name: string, method: number, content: Uint8Array, packed: Uint8Array): Promise<void> {
    const entry = {
      name: Buffer.from(name),
      method,
      crc: crc32(content),
      compressedSize: packed.length,
      size: content.length,
      offset: this.#offset,
    };
    this.#entries.push(entry);
    await this.#write(this.#header(LOCAL_HEADER, entry));
    await this.#write(packed);
  }

  /** The header of an entry, in front of it or in the directory: the same fields, with more around them there. */
  #header(signature: typeof LOCAL_HEADER | typeof CENTRAL_HEADER, entry: Entry): Buffer {
    const central = signature === CENTRAL_HEADER;
    const header = Buffer.alloc(central ? 46 : 30);
    header.writeUInt32LE(signature, 0);
    if (central) header.writeUInt16LE(VERSION, 4);
    const shared = central ? 6 : 4;
    header.writeUInt16LE(VERSION, shared);
    header.writeUInt16LE(entry.method, shared + 4);
    header.writeUInt16LE(this.#stamp.time, shared + 6);
    header.writeUInt16LE(this.#stamp.date, shared + 8);
    header.writeUInt32LE(entry.crc, shared + 10);
    header.writeUInt32LE(entry.compressedSize, shared + 14);
    header.writeUInt32LE(entry.size, shared + 18);
    header.writeUInt16LE(entry.name.length, shared + 22);
    if (central) header.writeUInt32LE(entry.offset, 42);
    return Buffer.concat([header, entry.name]);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#out.destroyed) throw this.#out.errored ?? new Error('The output was closed');
    this.#offset += bytes.length;
    if (!this.#out.write(bytes)) await once(this.#out, 'drain');
  }
}

/** MS-DOS date and time, which begin in 1980 and count in steps of two seconds. */
function dosTime(at: Date): { time: number; date: number } {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return { time, date };
}
