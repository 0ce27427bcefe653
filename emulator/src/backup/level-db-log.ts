/**
 * LevelDB's log format, in which Google's exports keep their records: blocks of 32 KiB; in them pieces of records, each
 * with a checksum, its length and which piece it is. A record larger than what is left of a block goes on in the next.
 *
 * @see https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32c } from '../rules/library/crc32c.ts';

const blockSize = 32_768;
const headerSize = 7;
const typeOffset = 6;
const pieces = { full: 1, first: 2, middle: 3, last: 4 } as const;
/** Checksums are stored turned by so many bits and with this added. */
const maskTurn = 15;
const maskDelta = 0xa282ead8;

/** The records of a file, read block by block as they are asked for. Throws when the file is damaged. */
export function* recordsOf(file: string): Generator<Buffer> {
  let begun: Buffer[] = [];
  for (const piece of piecesOf(file)) {
    const { type, data } = piece;
    const begins = type === pieces.full || type === pieces.first;
    if (begins !== (begun.length === 0)) {
      throw damaged(file, 'a record has no beginning or no end');
    }
    begun.push(data);
    if (type === pieces.full || type === pieces.last) {
      yield Buffer.concat(begun);
      begun = [];
    }
  }
  if (begun.length > 0) {
    throw damaged(file, 'the last record has no end');
  }
}

interface Piece {
  readonly type: number;
  readonly data: Buffer;
}

function* piecesOf(file: string): Generator<Piece> {
  const handle = openSync(file, 'r');
  try {
    const block = Buffer.allocUnsafe(blockSize);
    for (let size = readSync(handle, block); size > 0; size = readSync(handle, block)) {
      yield* piecesIn(block.subarray(0, size), file);
    }
  } finally {
    closeSync(handle);
  }
}

function* piecesIn(block: Buffer, file: string): Generator<Piece> {
  let at = 0;
  while (at + headerSize <= block.length) {
    const type = block.readUInt8(at + typeOffset);
    const end = at + headerSize + block.readUInt16LE(at + 4);
    if (type === 0) {
      // The rest of a block that was made ready and not used.
      return;
    }
    if (type > pieces.last || end > block.length) {
      throw damaged(file, 'a record is cut off');
    }
    if (mask(crc32c(block.subarray(at + typeOffset, end))) !== block.readUInt32LE(at)) {
      throw damaged(file, 'a checksum is wrong');
    }
    yield { type, data: Buffer.from(block.subarray(at + headerSize, end)) };
    at = end;
  }
  if (at < block.length && block.length < blockSize) {
    throw damaged(file, 'a record is cut off');
  }
}

function mask(checksum: number): number {
  const turned = (checksum >>> maskTurn) | (checksum << (32 - maskTurn));
  return (turned + maskDelta) >>> 0;
}

function damaged(file: string, what: string): Error {
  return new Error(`${file} is damaged: ${what}.`);
}
