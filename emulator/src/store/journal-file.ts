/**
 * The SQLite file of the journal: opened for this process alone, brought to the present schema, and refused with a
 * sentence for people when it cannot be used. An emulator that shared the file with another would answer from memory
 * that the other does not know of.
 */
import { mkdirSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { StatusError } from '../status.ts';

/** The schema this emulator writes. Version 0 had no column `horizon` and no table `run`. */
const schemaVersion = 1;

/** How long to wait, in milliseconds, for another emulator that is just ending. */
const lockPatience = 1_000;

/** Boot times are worked out from two clocks; those closer than this, in seconds, are of one boot. */
const bootTolerance = 10;

/** SQLite's result codes (https://www.sqlite.org/rescode.html). */
const codes = { busy: 5, corrupt: 11, full: 13, noDatabase: 26 } as const;

const settings = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA journal_size_limit = 67108864;
`;

const firstSchema = `
  CREATE TABLE IF NOT EXISTS databases (
    name TEXT PRIMARY KEY, epoch TEXT NOT NULL, last_commit INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    database TEXT NOT NULL, name TEXT NOT NULL, create_time INTEGER NOT NULL, update_time INTEGER NOT NULL,
    fields TEXT, PRIMARY KEY (database, name)
  ) STRICT, WITHOUT ROWID;
`;

const secondSchema = `
  ALTER TABLE databases ADD COLUMN horizon INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX deleted ON documents (database, update_time) WHERE fields IS NULL;
  CREATE TABLE run (boot INTEGER NOT NULL, ended INTEGER NOT NULL) STRICT;
  PRAGMA user_version = ${schemaVersion};
`;

export interface JournalOptions {
  /** When the machine started, in seconds since 1970. */
  readonly bootTime?: number;
  /** The most pages the file may have, as a full disk would limit it. */
  readonly largestPages?: number;
  /** So many deletions are remembered of each database; as many as in memory unless given. */
  readonly keptDeletions?: number;
}

/** Opens (or makes) the file in a directory. Throws with the reason when the directory cannot be used. */
export function openJournalFile(directory: string, options: JournalOptions): DatabaseSync {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'firestore.sqlite');
  const file = new DatabaseSync(path, { timeout: lockPatience });
  try {
    file.exec(settings);
    if (options.largestPages !== undefined) {
      file.exec(`PRAGMA max_page_count = ${options.largestPages}`);
    }
    atomically(file, () => bringToSchema(file, path));
    const bootTime = options.bootTime ?? Math.round(Date.now() / 1000 - uptime());
    beginRun(file, bootTime);
    return file;
  } catch (error) {
    file.close();
    throw explain(error, directory, path);
  }
}

/** Does some work on the file wholly or not at all. Throws RESOURCE_EXHAUSTED when the disk is full. */
export function atomically(file: DatabaseSync, work: () => void): void {
  file.exec('BEGIN IMMEDIATE');
  try {
    work();
    file.exec('COMMIT');
  } catch (error) {
    // SQLite has rolled back by itself when the disk is full.
    if (file.isTransaction) {
      file.exec('ROLLBACK');
    }
    throw codeOf(error) === codes.full
      ? new StatusError('RESOURCE_EXHAUSTED', 'The disk is full: the commit was not written.')
      : error;
  }
}

/** Says that the run ended by itself, and leaves everything in the one file. */
export function endRun(file: DatabaseSync): void {
  try {
    file.exec('UPDATE run SET ended = 1; PRAGMA wal_checkpoint(TRUNCATE);');
  } finally {
    file.close();
  }
}

/** A column that holds text. Throws when the file is damaged. */
export function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') {
    throw new Error('The data file is damaged: text expected.');
  }
  return value;
}

/** A column that holds a number. Throws when the file is damaged. */
export function numberOf(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number') {
    throw new Error('The data file is damaged: a number expected.');
  }
  return value;
}

function bringToSchema(file: DatabaseSync, path: string): void {
  const version = numberOf(file.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > schemaVersion) {
    throw new Error(
      `${path} was written by a newer emulator (schema ${version}; this one knows ${schemaVersion}). Use that one, or another directory.`,
    );
  }
  if (version < schemaVersion) {
    file.exec(firstSchema);
    file.exec(secondSchema);
  }
}

/**
 * Notes, on the disk itself, that a run has begun in this boot of the machine. When the machine has gone down during
 * the last run, commits that clients know of may be lost: every database then begins a new epoch, so that nobody
 * resumes from a moment that no longer exists.
 */
function beginRun(file: DatabaseSync, bootTime: number): void {
  const last = file.prepare('SELECT boot, ended FROM run').get();
  const wentDown = last?.['ended'] === 0 && Math.abs(numberOf(last['boot']) - bootTime) > bootTolerance;
  atomically(file, () => {
    file.exec('DELETE FROM run');
    file.prepare('INSERT INTO run VALUES (?, 0)').run(bootTime);
    if (wentDown) {
      file.exec('UPDATE databases SET epoch = lower(hex(randomblob(16)))');
    }
  });
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

function explain(error: unknown, directory: string, path: string): unknown {
  const code = codeOf(error);
  if (code === codes.busy) {
    return new Error(`${directory} is in use by another emulator. End it, or use another directory.`);
  }
  return code === codes.corrupt || code === codes.noDatabase
    ? new Error(`${path} is damaged, or was not written by this emulator.`)
    : error;
}
