/**
 * The persistent side of the store: a SQLite file in write-ahead mode. A commit is in the file before it is answered,
 * so ending the process, however rudely, loses nothing that was acknowledged. (A power cut may lose the last moments:
 * the file is not synced to disk at every commit.) Deleted documents stay as rows without data, for resuming listeners.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Micros } from '../values/timestamp.ts';
import { decodeFields, encodeFields } from '../values/wire.ts';
import { type DocumentChange, restoreDocument, type StoredDocument } from './document.ts';

/** What is known of a database from an earlier run. */
export interface Recovered {
  /** Names the line of versions this database has; resume tokens carry it. */
  readonly epoch: string;
  readonly lastCommit: Micros;
  readonly documents: readonly StoredDocument[];
  /** Deleted documents with the time of their end, oldest first. */
  readonly deleted: ReadonlyArray<{ readonly name: string; readonly time: Micros }>;
}

/** Where commits are written down. One journal serves all databases of a server. */
export interface Journal {
  /** What an earlier run left of a database; a new one gets `epoch`. */
  recover(database: string, epoch: string): Recovered;
  /** Writes a commit down, wholly or not at all. */
  append(database: string, time: Micros, changes: readonly DocumentChange[]): void;
  /** Forgets a database's documents and gives it a new epoch. */
  clear(database: string, epoch: string, time: Micros): void;
  /** The names of all databases written down. */
  databases(): string[];
  close(): void;
}

const databaseRow = z.object({ epoch: z.string(), last_commit: z.number() });
const documentRow = z.object({
  name: z.string(),
  create_time: z.number(),
  update_time: z.number(),
  fields: z.string().nullable(),
});

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS databases (
    name TEXT PRIMARY KEY, epoch TEXT NOT NULL, last_commit INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    database TEXT NOT NULL, name TEXT NOT NULL, create_time INTEGER NOT NULL, update_time INTEGER NOT NULL,
    fields TEXT, PRIMARY KEY (database, name)
  ) STRICT, WITHOUT ROWID;
`;

/** Opens (or makes) the journal in a directory. Throws when the directory cannot be written. */
export function openJournal(directory: string): Journal {
  mkdirSync(directory, { recursive: true });
  const file = new DatabaseSync(join(directory, 'firestore.sqlite'));
  file.exec(schema);
  const selectDatabase = file.prepare('SELECT epoch, last_commit FROM databases WHERE name = ?');
  const insertDatabase = file.prepare('INSERT INTO databases (name, epoch, last_commit) VALUES (?, ?, 0)');
  const selectDocuments = file.prepare(
    'SELECT name, create_time, update_time, fields FROM documents WHERE database = ? ORDER BY update_time',
  );
  const setCommit = file.prepare('UPDATE databases SET last_commit = ? WHERE name = ?');
  const setEpoch = file.prepare('UPDATE databases SET epoch = ?, last_commit = ? WHERE name = ?');
  const putDocument = file.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)');
  const deleteDocuments = file.prepare('DELETE FROM documents WHERE database = ?');
  const selectNames = file.prepare('SELECT name FROM databases');

  const atomically = (work: () => void) => {
    file.exec('BEGIN');
    try {
      work();
      file.exec('COMMIT');
    } catch (error) {
      file.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    recover(database, epoch) {
      const known = selectDatabase.get(database);
      if (!known) {
        insertDatabase.run(database, epoch);
        return { epoch, lastCommit: 0, documents: [], deleted: [] };
      }
      const row = databaseRow.parse(known);
      const rows = selectDocuments.all(database).map((each) => documentRow.parse(each));
      return { epoch: row.epoch, lastCommit: row.last_commit, ...sortRows(rows) };
    },
    append(database, time, changes) {
      atomically(() => {
        for (const { name, after } of changes) {
          const fields = after ? JSON.stringify(encodeFields(after.fields)) : null;
          putDocument.run(database, name, after?.createTime ?? 0, after?.updateTime ?? time, fields);
        }
        setCommit.run(time, database);
      });
    },
    clear(database, epoch, time) {
      atomically(() => {
        deleteDocuments.run(database);
        setEpoch.run(epoch, time, database);
      });
    },
    databases() {
      return selectNames.all().map((row) => z.object({ name: z.string() }).parse(row).name);
    },
    close() {
      file.close();
    },
  };
}

function sortRows(
  rows: ReadonlyArray<z.output<typeof documentRow>>,
): Pick<Recovered, 'documents' | 'deleted'> {
  const documents: StoredDocument[] = [];
  const deleted: Array<{ name: string; time: Micros }> = [];
  for (const row of rows) {
    if (row.fields === null) {
      deleted.push({ name: row.name, time: row.update_time });
    } else {
      const fields = decodeFields(JSON.parse(row.fields));
      documents.push(restoreDocument(row.name, fields, row.create_time, row.update_time));
    }
  }
  return { documents, deleted };
}
