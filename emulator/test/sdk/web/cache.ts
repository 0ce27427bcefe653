import {
  collection,
  connectFirestoreEmulator,
  disableNetwork,
  doc,
  type DocumentSnapshot,
  documentSnapshotFromJSON,
  enableNetwork,
  getDoc,
  getDocFromCache,
  getDocs,
  getDocsFromCache,
  getPersistentCacheIndexManager,
  increment,
  limit,
  loadBundle,
  memoryEagerGarbageCollector,
  memoryLocalCache,
  memoryLruGarbageCollector,
  namedQuery,
  onSnapshot,
  onSnapshotResume,
  orderBy,
  query,
  type QuerySnapshot,
  querySnapshotFromJSON,
  setDoc,
  setIndexConfiguration,
  terminate,
  updateDoc,
  waitForPendingWrites,
} from 'firebase/firestore';
import { codeOf, first, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

const kept = () => ({ localCache: memoryLocalCache({ garbageCollector: memoryLruGarbageCollector() }) });

export const cache: Scenario<WebStand>[] = [
  {
    title: 'a memory cache keeps what was read, or not',
    async run({ one, open }) {
      await setDoc(doc(one, 'a/b'), { n: 1 });
      const keeps = open(kept());
      const forgets = open({
        localCache: memoryLocalCache({ garbageCollector: memoryEagerGarbageCollector() }),
      });
      await getDoc(doc(keeps, 'a/b'));
      await getDocs(collection(forgets, 'a'));
      const seen = [
        (await getDocFromCache(doc(keeps, 'a/b'))).data(),
        (await getDocsFromCache(collection(keeps, 'a'))).size,
        await codeOf(getDocFromCache(doc(forgets, 'a/b'))),
        getPersistentCacheIndexManager(keeps),
      ];
      await Promise.all([terminate(keeps), terminate(forgets)]);
      return seen;
    },
    gives: [{ n: 1 }, 1, 'unavailable', null],
  },
  {
    title: 'writes made offline are sent once each, in order',
    async run({ one, open }) {
      await setDoc(doc(one, 'a/counter'), { n: 0, log: 'x' });
      const client = open(kept());
      const ref = doc(client, 'a/counter');
      await getDoc(ref);
      await disableNetwork(client);
      const writes = Array.from({ length: 20 }, (_, n) => updateDoc(ref, { n: increment(1), log: `${n}` }));
      const local = (await getDocFromCache(ref)).data();
      await enableNetwork(client);
      await waitForPendingWrites(client);
      await Promise.all(writes);
      await terminate(client);
      return [local, (await getDoc(doc(one, 'a/counter'))).data()];
    },
    gives: [
      { n: 20, log: '19' },
      { n: 20, log: '19' },
    ],
  },
  {
    title: 'a limited query is right offline and after it',
    async run({ one, open }) {
      for (const n of [1, 2, 3, 4]) {
        await setDoc(doc(one, `items/i${n}`), { n });
      }
      const client = open(kept());
      const best = query(collection(client, 'items'), orderBy('n', 'desc'), limit(2));
      await getDocs(best);
      await disableNetwork(client);
      const change = updateDoc(doc(client, 'items/i4'), { n: 0 });
      const offline = (await getDocsFromCache(best)).docs.map(({ id }) => id);
      await enableNetwork(client);
      await change;
      const online = (await getDocs(best)).docs.map(({ id }) => id);
      await terminate(client);
      return [offline, online];
    },
    gives: [
      ['i3', 'i4'],
      ['i3', 'i2'],
    ],
  },
  {
    title: 'a bundle fills the cache, and the server corrects it',
    async run({ bundle, open }) {
      const client = open(kept());
      const task = loadBundle(client, bundle);
      const states: string[] = [];
      task.onProgress(({ taskState }) => states.push(taskState));
      const { documentsLoaded } = await task;
      const named = await namedQuery(client, 'all');
      const missing = await namedQuery(client, 'none');
      const cached = (await getDocsFromCache(collection(client, 'bundled'))).docs.map((each) =>
        each.get('n'),
      );
      const corrected = named && (await getDocs(named)).size;
      await terminate(client);
      return [documentsLoaded, states.at(-1), cached, missing, corrected];
    },
    gives: [2, 'Success', [1, 2], null, 0],
  },
  {
    title: 'a bundle is loaded once',
    async run({ bundle, open }) {
      const client = open(kept());
      const load = async () => {
        const progress = await loadBundle(client, bundle).catch(() => undefined);
        return [progress?.taskState, progress?.documentsLoaded];
      };
      const seen = [await load(), await load()];
      await terminate(client);
      return seen;
    },
    gives: [
      ['Success', 2],
      ['Success', 2],
    ],
  },
  {
    title: 'a snapshot that has travelled as JSON is resumed',
    async run({ one, two }) {
      await setDoc(doc(one, 'c/a'), { n: 1 });
      const documentJson = (await getDoc(doc(one, 'c/a'))).toJSON();
      const queryJson = (await getDocs(collection(one, 'c'))).toJSON();
      await setDoc(doc(one, 'c/b'), { n: 2 });
      const resumed = await first<QuerySnapshot>(
        (next) => onSnapshotResume(two, queryJson, next),
        ({ size, metadata }) => size === 2 && !metadata.fromCache,
      );
      const followed = await first<DocumentSnapshot>((next) => onSnapshotResume(two, documentJson, next));
      return [
        documentSnapshotFromJSON(two, documentJson).data(),
        querySnapshotFromJSON(two, queryJson).docs.map(({ id }) => id),
        resumed.docs.map(({ id }) => id),
        followed.data(),
      ];
    },
    gives: [{ n: 1 }, ['a'], ['a', 'b'], { n: 1 }],
    nodeOnly: true,
  },
  {
    title: 'a client that has ended is of no use; one on a wrong port waits',
    async run({ one, open }) {
      const ended = open();
      await terminate(ended);
      await setIndexConfiguration(one, { indexes: [] });
      const late = await codeOf((async () => connectFirestoreEmulator(one, '127.0.0.1', 9))());
      const told = await codeOf((async () => getDoc(doc(ended, 'a/b')))());
      const local = await first<DocumentSnapshot>((next) => onSnapshot(doc(one, 'a/none'), next));
      return [told, late, local.exists()];
    },
    gives: ['failed-precondition', 'failed-precondition', false],
  },
];
