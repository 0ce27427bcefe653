/** The data side of the app in one object: the backend, what is subscribed, who is signed in, what is uploading. */
import type { StoreApi } from 'zustand/vanilla';
import type { Backend, Query, StoredDocument } from './ports.ts';
import { createSessionStore, type Session } from './session.ts';
import { createSharedSubscriptions, type SharedSubscriptions } from './shared-subscriptions.ts';
import { createUploadQueue, type UploadQueue } from './uploads/upload-queue.ts';

export interface Client {
  backend: Backend;
  session: StoreApi<Session>;
  /** Keyed by path. */
  documents: SharedSubscriptions<StoredDocument | null>;
  /** Keyed by `queryKey`. */
  queries: SharedSubscriptions<readonly StoredDocument[]>;
  /** The query that a key of `queries` stands for is registered here before the key is used. */
  queryKey: (query: Query) => string;
  uploads: UploadQueue;
}

/** Connects a backend with the stores that the components read. */
export function createClient(backend: Backend): Client {
  const { database } = backend;
  const known = new Map<string, Query>();
  const documents = createSharedSubscriptions<StoredDocument | null>((path, observer) =>
    database.watchDocument(path, observer),
  );
  const queries = createSharedSubscriptions<readonly StoredDocument[]>((key, observer) => {
    const query = known.get(key);
    if (query === undefined) throw new Error(`No query is registered for ${key}`);
    return database.watchQuery(query, observer);
  });
  const uploads = createUploadQueue(backend);
  const session = createSessionStore(backend.accounts, () => {
    documents.closeAll();
    queries.closeAll();
    uploads.clear();
  });
  return {
    backend,
    session,
    documents,
    queries,
    queryKey(query) {
      const key = JSON.stringify([query.from, query.path, query.where, query.orderBy ?? null, query.limit]);
      known.set(key, query);
      return key;
    },
    uploads,
  };
}
