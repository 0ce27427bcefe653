/**
 * The persistent side of the store: a SQLite file in write-ahead mode. A commit is in the file before it is answered,
 * so ending the process, however rudely, loses nothing that was acknowledged. (A power cut may lose the last moments:
 * the file is not synced to disk at every commit.) Deleted documents stay as rows without data, for resuming
 * listeners; of those the oldest go, as they do in memory.
 */
import type { Micros } from '../values/timestamp.ts';
import type { Fields } from '../values/value.ts';
import { decodeFields, encodeFields } from '../values/wire.ts';
import type { DocumentChange, StoredDocument } from './document.ts';
import {
  atomically,
  endRun,
  type JournalOptions,
  numberOf,
  openJournalFile,
  textOf,
} from './journal-file.ts';
import { openOutbox, type Outbox, type PendingEvent } from './outbox.ts';
import { keptTombstones } from './tombstones.ts';

/** What is known of a database from an earlier run. */
export interface Recovered {
  /** Names the line of versions this database has; resume tokens carry it. */
  readonly epoch: string;
  readonly lastCommit: Micros;
  /** To be gone through once, before anything else is asked of the journal. */
  readonly documents: Iterable<StoredDocument>;
  /** Deleted documents with the time of their end, oldest first. */
  readonly deleted: ReadonlyArray<{ readonly name: string; readonly time: Micros }>;
  /** Of what was deleted up to this moment not everything is known. */
  readonly horizon: Micros;
}

/** Where commits are written down. One journal serves all databases of a server. */
export interface Journal {
  /** What an earlier run left of a database; a new one gets `epoch`, and its place with the first commit. */
  recover(database: string, epoch: string): Recovered;
  /** What functions are still to be told of. */
  readonly outbox: Outbox;
  /** Writes a commit down with what functions are to be told of it, wholly or not at all. */
  append(
    database: string,
    time: Micros,
    changes: readonly DocumentChange[],
    events: readonly PendingEvent[],
  ): void;
  /** Puts documents in the place of all that a database holds, in one piece, with a new epoch. */
  restore(database: string, epoch: string, time: Micros, documents: Iterable<StoredDocument>): void;
  /** The names of all databases written down. */
  databases(): string[];
  close(): void;
}

/** Old deletions are looked for after so many new ones. */
const pruneEvery = 2_000;

/** Opens (or makes) the journal in a directory, for this process alone. Throws when the directory cannot be used. */
export function openJournal(directory: string, options: JournalOptions = {}): Journal {
  const file = openJournalFile(directory, options);
  const kept = options.keptDeletions ?? keptTombstones;
  const outbox = openOutbox(file);
  const selectDatabase = file.prepare('SELECT epoch, last_commit, horizon FROM databases WHERE name = ?');
  const putDatabase = file.prepare('INSERT OR REPLACE INTO databases VALUES (?, ?, ?, ?)');
  const selectDocuments = file.prepare(
    'SELECT name, create_time, update_time, fields FROM documents WHERE database = ? AND fields IS NOT NULL',
  );
  const selectDeleted = file.prepare(
    'SELECT name, update_time FROM documents WHERE database = ? AND fields IS NULL ORDER BY update_time',
  );
  const selectOldest = file.prepare(
    'SELECT update_time FROM documents WHERE database = ? AND fields IS NULL ORDER BY update_time DESC LIMIT 1 OFFSET ?',
  );
  const dropDeleted = file.prepare(
    'DELETE FROM documents WHERE database = ? AND fields IS NULL AND update_time <= ?',
  );
  const setHorizon = file.prepare('UPDATE databases SET horizon = ? WHERE name = ?');
  const setCommit = file.prepare('UPDATE databases SET last_commit = ? WHERE name = ?');
  const putDocument = file.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)');
  const dropDocuments = file.prepare('DELETE FROM documents WHERE database = ?');
  const selectNames = file.prepare('SELECT name FROM databases');
  /** Databases that have no row yet, with their epoch: one that is only asked for leaves no trace. */
  const unwritten = new Map<string, string>();
  const deletions = new Map<string, number>();

  const put = (database: string, { name, fields, createTime, updateTime }: StoredDocument) =>
    putDocument.run(database, name, createTime, updateTime, JSON.stringify(encodeFields(fields)));

  const prune = (database: string) => {
    deletions.set(database, 0);
    const oldest = selectOldest.get(database, kept);
    if (oldest) {
      const horizon = numberOf(oldest['update_time']);
      dropDeleted.run(database, horizon);
      setHorizon.run(horizon, database);
    }
  };

  function* documentsOf(database: string): Generator<StoredDocument> {
    const pathStart = `${database}/documents/`.length;
    for (const row of selectDocuments.iterate(database)) {
      const name = textOf(row['name']);
      const [created, updated] = [numberOf(row['create_time']), numberOf(row['update_time'])];
      yield new RecoveredDocument(name, pathStart, textOf(row['fields']), created, updated);
    }
  }

  return {
    outbox,
    recover(database, epoch) {
      const row = selectDatabase.get(database);
      if (!row) {
        unwritten.set(database, epoch);
        return { epoch, lastCommit: 0, documents: [], deleted: [], horizon: 0 };
      }
      atomically(file, () => prune(database));
      const lastCommit = numberOf(row['last_commit']);
      const horizon = numberOf(selectDatabase.get(database)?.['horizon']);
      const deleted = selectDeleted
        .all(database)
        .map((each) => ({ name: textOf(each['name']), time: numberOf(each['update_time']) }));
      return { epoch: textOf(row['epoch']), lastCommit, documents: documentsOf(database), deleted, horizon };
    },
    append(database, time, changes, events) {
      const epoch = unwritten.get(database);
      let gone = deletions.get(database) ?? 0;
      atomically(file, () => {
        for (const { name, after } of changes) {
          if (after) {
            put(database, after);
          } else {
            putDocument.run(database, name, 0, time, null);
            gone += 1;
          }
        }
        if (epoch === undefined) {
          setCommit.run(time, database);
        } else {
          putDatabase.run(database, epoch, time, 0);
        }
        outbox.add(events);
        deletions.set(database, gone);
        if (gone >= pruneEvery) {
          prune(database);
        }
      });
      unwritten.delete(database);
    },
    restore(database, epoch, time, documents) {
      atomically(file, () => {
        dropDocuments.run(database);
        outbox.dropEventsOf(database);
        let latest = time;
        for (const document of documents) {
          put(database, document);
          latest = Math.max(latest, document.updateTime);
        }
        putDatabase.run(database, epoch, latest, latest);
      });
      unwritten.delete(database);
    },
    databases() {
      return selectNames.all().map((row) => textOf(row['name']));
    },
    close() {
      endRun(file);
    },
  };
}

/**
 * A document whose fields are read from their text when somebody first looks at them: a start with a hundred thousand
 * documents would otherwise spend its time on decoding.
 */
class RecoveredDocument implements StoredDocument {
  readonly name: string;
  readonly segments: readonly string[];
  readonly createTime: Micros;
  readonly updateTime: Micros;
  #content: string | Fields;

  constructor(name: string, pathStart: number, text: string, createTime: Micros, updateTime: Micros) {
    this.name = name;
    this.segments = name.slice(pathStart).split('/');
    this.createTime = createTime;
    this.updateTime = updateTime;
    this.#content = text;
  }

  get fields(): Fields {
    if (typeof this.#content === 'string') {
      this.#content = decodeFields(JSON.parse(this.#content));
    }
    return this.#content;
  }
}
