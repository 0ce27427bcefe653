/**
 * The database port before the SDK behind it is there: it is loaded when it is first needed. Somebody who has yet to
 * sign in does not wait for it.
 */
import { ArrayAdditions } from './array-additions.ts';
import { Increment } from './increment.ts';
import type { Fields, Write } from '@docket/model/commands/write';
import type { Database, Observer, Unsubscribe } from './ports.ts';

/** Stand for what they are called until the SDK's own markers are known. */
const SERVER_TIME = Symbol('server time');
const REMOVED = Symbol('removed');

const ID_BYTES = 16;

/** Random enough to be an id without asking anybody: 128 bits in hexadecimal. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether `value` is a map of a document: no date, and nothing of an SDK's. */
function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What the database writes for `value`. */
function markerFor(database: Database, value: unknown): unknown {
  if (value === SERVER_TIME) return database.serverTime();
  if (value === REMOVED) return database.removed();
  if (value instanceof ArrayAdditions) return database.including(value.elements);
  if (value instanceof Increment) return database.increment(value.by);
  return isMap(value) ? marked(database, value) : value;
}

/** Markers stand at the top of a document or in its maps, never in lists: Firestore takes none there. */
function marked(database: Database, fields: object): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, markerFor(database, value)]),
  );
}

function markedWrite(database: Database, write: Write): Write {
  return write.kind === 'delete' ? write : { ...write, fields: marked(database, write.fields) };
}

/** `load` runs once, and again after it has failed. Its failure ends the subscriptions and commits that waited for it. */
export function deferDatabase(load: () => Promise<Database>): Database {
  let loading: Promise<Database> | null = null;
  const open = () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  const watch = <T>(observer: Observer<T>, subscribe: (database: Database) => Unsubscribe): Unsubscribe => {
    let stop: Unsubscribe | null = null;
    let ended = false;
    open().then(
      (database) => {
        if (!ended) stop = subscribe(database);
      },
      (error: unknown) => {
        if (!ended) observer.error(error);
      },
    );
    return () => {
      ended = true;
      stop?.();
    };
  };

  return {
    newId: randomId,
    serverTime: () => SERVER_TIME,
    removed: () => REMOVED,
    increment: (by) => new Increment(by),
    including: (elements) => new ArrayAdditions(elements),
    watchDocument: (path, observer) => watch(observer, (database) => database.watchDocument(path, observer)),
    watchQuery: (query, observer) => watch(observer, (database) => database.watchQuery(query, observer)),
    fetchDocument: async (path) => await (await open()).fetchDocument(path),
    fetchExisting: async (collection, ids) => await (await open()).fetchExisting(collection, ids),
    fetchQuery: async (query) => await (await open()).fetchQuery(query),
    count: async (query) => await (await open()).count(query),
    async commit(writes) {
      const database = await open();
      await database.commit(writes.map((write) => markedWrite(database, write)));
    },
  };
}
