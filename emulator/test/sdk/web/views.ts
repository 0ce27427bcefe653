import {
  collection,
  connectFirestoreEmulator,
  disableNetwork,
  doc,
  type DocumentSnapshot,
  enableNetwork,
  getDoc,
  getDocFromServer,
  getDocsFromServer,
  getFirestore,
  onSnapshot,
  type QuerySnapshot,
  serverTimestamp,
  setDoc,
  terminate,
  Timestamp,
} from 'firebase/firestore';
import { codeOf, first, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

/** What a client shows of documents whose writes are under way, and of databases that are not the first. */
export const views: Scenario<WebStand>[] = [
  {
    title: 'a write is seen at once, and again when the server has it',
    async run({ one }) {
      const ref = doc(one, 'a/pending');
      const seen: unknown[] = [];
      const settled = first<DocumentSnapshot>(
        (next, error) => onSnapshot(ref, { includeMetadataChanges: true }, { next, error }),
        (snapshot) => {
          const { hasPendingWrites, fromCache } = snapshot.metadata;
          seen.push([snapshot.exists(), hasPendingWrites]);
          return snapshot.exists() && !hasPendingWrites && !fromCache;
        },
      );
      await setDoc(ref, { n: 1 });
      await settled;
      return [seen.some((each) => String(each) === 'true,true'), seen.at(-1)];
    },
    gives: [true, [true, false]],
  },
  {
    title: 'a time of the server is empty, estimated or as before until it is known',
    async run({ one, two }) {
      await setDoc(doc(one, 'a/time'), { at: 1 });
      const ref = doc(two, 'a/time');
      await getDoc(ref);
      await disableNetwork(two);
      const pending = first<DocumentSnapshot>(
        (next) => onSnapshot(ref, { includeMetadataChanges: true }, next),
        ({ metadata }) => metadata.hasPendingWrites,
      );
      const write = setDoc(ref, { at: serverTimestamp() });
      const snapshot = await pending;
      const views = [
        snapshot.get('at'),
        snapshot.get('at', { serverTimestamps: 'estimate' }) instanceof Timestamp,
        snapshot.data({ serverTimestamps: 'none' }),
      ];
      await enableNetwork(two);
      await write;
      return [...views, (await getDoc(ref)).get('at') instanceof Timestamp];
    },
    gives: [null, true, { at: null }, true],
  },
  {
    title: 'a listener may look at the cache alone',
    async run({ one, two }) {
      await setDoc(doc(one, 'unread/b'), { n: 1 });
      const cached = await first<QuerySnapshot>((next) =>
        onSnapshot(collection(two, 'unread'), { source: 'cache' }, next),
      );
      return [cached.size, cached.metadata.fromCache];
    },
    gives: [0, true],
  },
  {
    title: 'a client without a network says so when it is asked for the server’s word',
    async run({ one }) {
      await disableNetwork(one);
      const codes = [
        await codeOf(getDocFromServer(doc(one, 'a/b'))),
        await codeOf(getDocsFromServer(collection(one, 'a'))),
      ];
      await enableNetwork(one);
      return codes;
    },
    gives: ['unavailable', 'unavailable'],
  },
  {
    title: 'databases are kept apart',
    async run({ one, port }) {
      const other = getFirestore(one.app, 'other');
      connectFirestoreEmulator(other, '127.0.0.1', port);
      await setDoc(doc(other, 'a/b'), { n: 2 });
      const seen = [(await getDoc(doc(one, 'a/b'))).exists(), (await getDoc(doc(other, 'a/b'))).get('n')];
      await terminate(other);
      return seen;
    },
    gives: [false, 2],
  },
];
