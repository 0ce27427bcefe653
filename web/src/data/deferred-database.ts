/**
 * The database port before the SDK behind it is there: it is loaded when it is first needed. Somebody who has yet to
 * sign in does not wait for it.
 */
import type { Database, Fields, Observer, Unsubscribe, Write } from './ports.ts';

/** Stand for what they are called until the SDK's own markers are known. */
const SERVER_TIME = Symbol('server time');
const REMOVED = Symbol('removed');

const ID_BYTES = 16;

/** Random enough to be an id without asking anybody: 128 bits in hexadecimal. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Markers stand at the top of a document only. */
function marked(fields: Fields, markers: ReadonlyMap<unknown, unknown>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, markers.has(value) ? markers.get(value) : value]),
  );
}

function markedWrite(write: Write, markers: ReadonlyMap<unknown, unknown>): Write {
  return write.kind === 'delete' ? write : { ...write, fields: marked(write.fields, markers) };
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
    watchDocument: (path, observer) => watch(observer, (database) => database.watchDocument(path, observer)),
    watchQuery: (query, observer) => watch(observer, (database) => database.watchQuery(query, observer)),
    fetchDocument: async (path) => await (await open()).fetchDocument(path),
    count: async (query) => await (await open()).count(query),
    async commit(writes) {
      const database = await open();
      const markers = new Map([
        [SERVER_TIME, database.serverTime()],
        [REMOVED, database.removed()],
      ]);
      await database.commit(writes.map((write) => markedWrite(write, markers)));
    },
  };
}
