/** Text files of any size, line by line. */
import { closeSync, openSync, readSync } from 'node:fs';

const lineFeed = 10;
const defaultChunk = 1_048_576;

/**
 * The lines of a UTF-8 file, read in chunks as they are asked for, and without waiting: a database is restored in one
 * transaction, in one turn of the event loop. Throws when the file cannot be read.
 *
 * @param chunkSize how much to read at a time, in bytes
 */
export function* linesOf(file: string, chunkSize = defaultChunk): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
    /** The beginning of a line that goes on in the next chunk. */
    let begun: Buffer[] = [];
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const bytes = chunk.subarray(0, read);
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
        yield Buffer.concat([...begun, bytes.subarray(start, end)]).toString();
        begun = [];
        start = end + 1;
      }
      if (start < read) {
        begun.push(Buffer.from(bytes.subarray(start)));
      }
    }
    if (begun.length > 0) {
      yield Buffer.concat(begun).toString();
    }
  } finally {
    closeSync(handle);
  }
}
