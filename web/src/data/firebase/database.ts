/** The database port on Firestore. */
import type { Emulators } from '@docket/model/web-config';
import type { FirebaseApp } from 'firebase/app';
import {
  arrayUnion,
  collection,
  collectionGroup,
  connectFirestoreEmulator,
  deleteField,
  type DocumentSnapshot,
  doc,
  documentId,
  type Firestore,
  getCountFromServer,
  getDocFromServer,
  getDocsFromServer,
  increment,
  initializeFirestore,
  limit,
  onSnapshot,
  orderBy,
  persistentLocalCache,
  persistentMultipleTabManager,
  query,
  serverTimestamp,
  where,
  writeBatch,
} from 'firebase/firestore';
import type { Database, Observer, Query, StoredDocument } from '../ports.ts';

/** A pending server time is shown as this browser's estimate, so that a new record is complete at once. */
function stored(snapshot: DocumentSnapshot): StoredDocument {
  return {
    id: snapshot.id,
    path: snapshot.ref.path,
    data: snapshot.data({ serverTimestamps: 'estimate' }),
  };
}

function firestoreQuery(firestore: Firestore, wanted: Query) {
  const { from, path, where: fields, orderBy: order, limit: most } = wanted;
  const source = from === 'group' ? collectionGroup(firestore, path) : collection(firestore, path);
  const conditions = Object.entries(fields).map(([field, value]) => where(field, '==', value));
  const sorting = order === undefined ? [] : [orderBy(order.field, order.direction)];
  return query(source, ...conditions, ...sorting, ...(most === null ? [] : [limit(most)]));
}

/** Keeps the object of every unchanged document, so that a change of one among thousands costs one. */
function watchQuery(firestore: Firestore, wanted: Query, observer: Observer<readonly StoredDocument[]>) {
  const known = new Map<string, StoredDocument>();
  return onSnapshot(firestoreQuery(firestore, wanted), {
    next(snapshot) {
      for (const { type, doc: changed } of snapshot.docChanges()) {
        if (type === 'removed') known.delete(changed.ref.path);
        else known.set(changed.ref.path, stored(changed));
      }
      observer.next(snapshot.docs.map((found) => known.get(found.ref.path) ?? stored(found)));
    },
    error: (error) => observer.error(error),
  });
}

/** Ids that one query may name. */
const IDS_PER_QUERY = 30;

/** Mostly none is there. To count them costs no subscription, which for one answer is opened, stored and closed again. */
async function existing(firestore: Firestore, path: string, ids: readonly string[]): Promise<string[]> {
  const named = query(collection(firestore, path), where(documentId(), 'in', ids));
  const counted = await getCountFromServer(named).catch(() => null);
  if (counted?.data().count === 0) return [];
  return (await getDocsFromServer(named)).docs.map(({ id }) => id);
}

export function createDatabase(app: FirebaseApp, emulators: Emulators | null): Database {
  // With several tabs one of them talks to the server for all: a browser has few connections to one host.
  const localCache = persistentLocalCache({ tabManager: persistentMultipleTabManager() });
  const firestore = initializeFirestore(app, { localCache });
  if (emulators !== null) connectFirestoreEmulator(firestore, emulators.host, emulators.firestore);

  return {
    newId: () => doc(collection(firestore, 'ids')).id,
    serverTime: () => serverTimestamp(),
    removed: () => deleteField(),
    increment: (by) => increment(by),
    including: (elements) => arrayUnion(...elements),
    watchDocument: (path, observer) =>
      onSnapshot(doc(firestore, path), {
        next: (snapshot) => observer.next(snapshot.exists() ? stored(snapshot) : null),
        error: (error) => observer.error(error),
      }),
    async fetchDocument(path) {
      const snapshot = await getDocFromServer(doc(firestore, path));
      return snapshot.exists() ? stored(snapshot) : null;
    },
    async fetchExisting(path, ids) {
      const groups = Array.from({ length: Math.ceil(ids.length / IDS_PER_QUERY) }, (_, index) =>
        ids.slice(index * IDS_PER_QUERY, (index + 1) * IDS_PER_QUERY),
      );
      const found = await Promise.all(groups.map(async (group) => await existing(firestore, path, group)));
      return new Set(found.flat());
    },
    watchQuery: (wanted, observer) => watchQuery(firestore, wanted, observer),
    async fetchQuery(wanted) {
      const { docs } = await getDocsFromServer(firestoreQuery(firestore, wanted));
      return docs.map(stored);
    },
    async count(wanted) {
      const { path, from, where: fields } = wanted;
      const counted = await getCountFromServer(
        firestoreQuery(firestore, { path, from, where: fields, limit: null }),
      );
      return counted.data().count;
    },
    commit(writes) {
      const batch = writeBatch(firestore);
      for (const write of writes) {
        const target = doc(firestore, write.path);
        if (write.kind === 'create' || write.kind === 'set') batch.set(target, write.fields);
        else if (write.kind === 'update') batch.update(target, write.fields);
        else batch.delete(target);
      }
      return batch.commit();
    },
  };
}
