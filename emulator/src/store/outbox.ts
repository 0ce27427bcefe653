/**
 * Events that functions are still to be told of, in the same file as the documents: written in the transaction of the
 * commit that caused them, so that neither is there without the other, and removed once they are delivered. Beside
 * them the triggers of the last run, for commits that come before the functions have registered again.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { parseDocumentName } from '../paths.ts';
import type { Micros } from '../values/timestamp.ts';
import { decodeFields, encodeFields } from '../values/wire.ts';
import { type DocumentChange, restoreDocument, type StoredDocument } from './document.ts';

/** One change of one document that one trigger is to hear of. */
export interface PendingEvent {
  /** Increases with every event: the order in which they happened. */
  readonly sequence: number;
  /** Unique, and the same for each attempt to deliver the event. */
  readonly id: string;
  /** Names the trigger, whatever generation it is registered in. */
  readonly trigger: string;
  readonly change: DocumentChange;
  readonly time: Micros;
  readonly author: EventAuthor;
}

/** Who caused an event. */
export interface EventAuthor {
  /** In the words of CloudEvents, e.g. `service_account`. */
  readonly type: string;
  /** The uid of a user or the e-mail address of a service account; nothing for nobody. */
  readonly id?: string | undefined;
}

export interface Outbox {
  /** Writes events down as a part of the transaction that is open. */
  add(events: readonly PendingEvent[]): void;
  /** Forgets events by their sequence. */
  remove(sequences: readonly number[]): void;
  /** What an earlier run has left, oldest first; what happened before `horizon` is forgotten. */
  load(horizon: Micros): PendingEvent[];
  /** Forgets the events of a database, whose documents give way to others. */
  dropEventsOf(database: string): void;
  /** Keeps how a trigger was registered, for the next run. */
  putTrigger(key: string, registration: unknown): void;
  /** How triggers were registered, by their keys. */
  triggers(): Map<string, unknown>;
  /** Forgets a trigger and its events. */
  dropTrigger(key: string): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS events (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, trigger TEXT NOT NULL, document TEXT NOT NULL,
    time INTEGER NOT NULL, author TEXT NOT NULL, before TEXT, after TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS triggers (key TEXT PRIMARY KEY, registration TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

const eventRow = z.object({
  sequence: z.number(),
  id: z.string(),
  trigger: z.string(),
  document: z.string(),
  time: z.number(),
  author: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const triggerRow = z.object({ key: z.string(), registration: z.string() });
const versionSchema = z.object({ created: z.number(), updated: z.number(), fields: z.unknown() });
const authorSchema = z.object({ type: z.string(), id: z.string().optional() });

/** Opens (or makes) the outbox in a file of documents. */
export function openOutbox(file: DatabaseSync): Outbox {
  file.exec(schema);
  const insert = file.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const removeThese = file.prepare('DELETE FROM events WHERE sequence IN (SELECT value FROM json_each(?))');
  const removeOld = file.prepare('DELETE FROM events WHERE time < ?');
  const removeOf = file.prepare('DELETE FROM events WHERE trigger = ?');
  const removeIn = file.prepare('DELETE FROM events WHERE substr(document, 1, length(?1)) = ?1');
  const selectEvents = file.prepare('SELECT * FROM events ORDER BY sequence');
  const putTrigger = file.prepare('INSERT OR REPLACE INTO triggers VALUES (?, ?)');
  const selectTriggers = file.prepare('SELECT key, registration FROM triggers');
  const dropTrigger = file.prepare('DELETE FROM triggers WHERE key = ?');

  return {
    add(events) {
      for (const { sequence, id, trigger, change, time, author } of events) {
        const { name, before, after } = change;
        const versions = [versionText(before), versionText(after)] as const;
        insert.run(sequence, id, trigger, name, time, JSON.stringify(author), ...versions);
      }
    },
    remove(sequences) {
      removeThese.run(JSON.stringify(sequences));
    },
    load(horizon) {
      removeOld.run(horizon);
      return selectEvents.all().map((row) => restoreEvent(eventRow.parse(row)));
    },
    dropEventsOf(database) {
      removeIn.run(`${database}/documents/`);
    },
    putTrigger(key, registration) {
      putTrigger.run(key, JSON.stringify(registration));
    },
    triggers() {
      const rows = selectTriggers.all().map((row) => triggerRow.parse(row));
      return new Map<string, unknown>(rows.map(({ key, registration }) => [key, JSON.parse(registration)]));
    },
    dropTrigger(key) {
      removeOf.run(key);
      dropTrigger.run(key);
    },
  };
}

function versionText(document: StoredDocument | undefined): string | null {
  return document
    ? JSON.stringify({
        created: document.createTime,
        updated: document.updateTime,
        fields: encodeFields(document.fields),
      })
    : null;
}

function restoreEvent(row: z.output<typeof eventRow>): PendingEvent {
  const { sequence, id, trigger, document: name, time } = row;
  const version = (text: string | null): StoredDocument | undefined => {
    const stored = text === null ? undefined : versionSchema.parse(JSON.parse(text));
    return stored && restoreDocument(name, decodeFields(stored.fields), stored.created, stored.updated);
  };
  const { segments } = parseDocumentName(name);
  const change = { name, segments, before: version(row.before), after: version(row.after) };
  return { sequence, id, trigger, change, time, author: authorSchema.parse(JSON.parse(row.author)) };
}
