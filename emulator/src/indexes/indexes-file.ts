/** The `firestore.indexes.json` of the command line: read at the start, and again whenever it changes. */
import { readFile } from 'node:fs/promises';
import { type WatchedFile, watchFile } from '../watched-file.ts';
import { IndexGate } from './index-gate.ts';

export interface IndexesFile {
  readonly gate: IndexGate;
  close(): void;
}

/** Takes a file as what every project has declared, and follows it. A faulty version leaves the indexes as they were. */
export async function followIndexes(file: string, log: (line: string) => void): Promise<IndexesFile> {
  let known = await readFile(file, 'utf8');
  const gate = openGate(known, file);
  const readAgain = async () => {
    const text = await readFile(file, 'utf8').catch(() => known);
    if (text === known) {
      return;
    }
    known = text;
    try {
      gate.declare(text);
      log(`The indexes of ${file} are in force.`);
    } catch (error) {
      log(`The indexes of ${file} cannot be read and stay as they were: ${messageOf(error)}`);
    }
  };
  const watched: WatchedFile = watchFile(file, () => void readAgain());
  return { gate, close: () => watched.close() };
}

function openGate(text: string, file: string): IndexGate {
  try {
    return new IndexGate(text);
  } catch (error) {
    throw new Error(`The indexes of ${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
