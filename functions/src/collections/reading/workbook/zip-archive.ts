/**
 * Reads zipped workbooks within limits. The list of parts is taken from the archive's directory (APPNOTE.TXT 6.3.10,
 * 4.3.12 and 4.3.16); what a part unpacks to is counted while it is unpacked, since declared sizes may lie.
 */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** The directory's end is followed by a comment of at most 64 KiB. */
const LONGEST_TAIL = 22 + 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  name: string;
  method: number;
  compressed: number;
  declared: number;
  offset: number;
}

/** What an archive may hold. Tests lower it. */
export interface ZipLimits {
  entries: number;
  unzippedBytes: number;
}

const USUAL_LIMITS: ZipLimits = { entries: LIMITS.zipEntries, unzippedBytes: LIMITS.unzippedBytes };

export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #file: string;
  readonly #limits: ZipLimits;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  /** What each part was found to unpack to. */
  readonly #measured = new Map<string, number>();

  /** Throws `file_corrupt` without a readable directory and `file_expands_too_far` beyond the limits it declares. */
  constructor(bytes: Uint8Array, file: string, limits: ZipLimits = USUAL_LIMITS) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
    this.#limits = limits;
    this.#entries = readDirectory(this.#bytes, file, limits);
    const declared = [...this.#entries.values()].reduce((sum, entry) => sum + entry.declared, 0);
    if (declared > limits.unzippedBytes) throw this.#expandsTooFar();
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The content of a part; null when it is missing. Throws `file_corrupt` and `file_expands_too_far`. */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const packed = this.#packed(entry);
    const content = entry.method === STORED ? packed : await this.#inflate(entry, packed);
    this.#measured.set(name, content.length);
    return content;
  }

  /**
   * Unpacks every part once, one at a time, to prove that together they stay within the limits. Damaged parts do not
   * count: they may be of no importance.
   */
  async measure(pause: () => Promise<void>): Promise<void> {
    for (const name of this.#entries.keys()) {
      if (!this.#measured.has(name)) await this.readUnlessDamaged(name);
      await pause();
    }
  }

  /** As `read`, with null for a damaged part too. */
  async readUnlessDamaged(name: string): Promise<Uint8Array | null> {
    try {
      return await this.read(name);
    } catch (error) {
      if (error instanceof DocketError && error.code === 'file_corrupt') return null;
      throw error;
    }
  }

  #packed(entry: ZipEntry): Buffer {
    const at = entry.offset;
    if (at + 30 > this.#bytes.length) throw this.#corrupt(`part “${entry.name}” lies outside the file`);
    const start = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28);
    if (start + entry.compressed > this.#bytes.length) {
      throw this.#corrupt(`part “${entry.name}” lies outside the file`);
    }
    return this.#bytes.subarray(start, start + entry.compressed);
  }

  async #inflate(entry: ZipEntry, packed: Buffer): Promise<Uint8Array> {
    if (entry.method !== DEFLATED)
      throw this.#corrupt(`part “${entry.name}” is packed by method ${entry.method}`);
    let others = 0;
    for (const [name, size] of this.#measured) others += name === entry.name ? 0 : size;
    const maxOutputLength = Math.max(1, this.#limits.unzippedBytes - others);
    try {
      return await inflate(packed, { maxOutputLength });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof RangeError) throw this.#expandsTooFar();
      throw this.#corrupt(`part “${entry.name}”: ${reason}`);
    }
  }

  #corrupt(details: string): DocketError {
    return new DocketError('file_corrupt', { file: this.#file }, `zip: ${details}`);
  }

  #expandsTooFar(): DocketError {
    return new DocketError('file_expands_too_far', { file: this.#file });
  }
}

function readDirectory(bytes: Buffer, file: string, limits: ZipLimits): Map<string, ZipEntry> {
  const end = findEnd(bytes);
  if (end === null) throw new DocketError('file_corrupt', { file }, 'zip: no directory');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > limits.entries) throw new DocketError('file_expands_too_far', { file }, `zip: ${count} parts`);
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new DocketError('file_corrupt', { file }, `zip: directory entry ${index + 1} is not readable`);
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      name,
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      declared: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_TAIL); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}
