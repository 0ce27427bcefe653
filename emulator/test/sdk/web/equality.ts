import {
  aggregateFieldEqual,
  aggregateQuerySnapshotEqual,
  average,
  Bytes,
  collection,
  doc,
  DocumentReference,
  FieldPath,
  GeoPoint,
  getCountFromServer,
  getDoc,
  getDocFromCache,
  getDocFromServer,
  getDocsFromServer,
  increment,
  memoryLocalCache,
  memoryLruGarbageCollector,
  orderBy,
  query,
  queryEqual,
  refEqual,
  setDoc,
  setLogLevel,
  snapshotEqual,
  sum,
  terminate,
  Timestamp,
  vector,
  VectorValue,
} from 'firebase/firestore';
import { loggedBy, type Scenario } from '../scenario.ts';
import { valueScenarios } from '../values.ts';
import type { WebStand } from './stand.ts';

/** What clients compare, turn into JSON and log themselves. */
export const equality: readonly Scenario<WebStand>[] = [
  ...valueScenarios<WebStand>(
    { Bytes, FieldPath, GeoPoint, Timestamp, VectorValue, increment, vector },
    async ({ one, two }, value) => {
      await setDoc(doc(one, 'a/value'), { value });
      return (await getDocFromServer(doc(two, 'a/value'))).get('value');
    },
  ),
  {
    title: 'references and queries are compared',
    run({ one, two }) {
      const items = collection(one, 'items');
      const ordered = query(items, orderBy('n'));
      return Promise.resolve([
        refEqual(doc(items, 'a'), doc(one, 'items/a')),
        refEqual(doc(items, 'a'), doc(two, 'items/a')),
        refEqual(items, collection(one, 'others')),
        queryEqual(ordered, query(items, orderBy('n'))),
        queryEqual(ordered, query(items, orderBy('n', 'desc'))),
        aggregateFieldEqual(sum('n'), sum('n')),
        aggregateFieldEqual(sum('n'), average('n')),
      ]);
    },
    gives: [true, false, false, true, false, true, false],
  },
  {
    title: 'what was read is equal until it changes',
    async run({ one, open }) {
      const reader = open();
      const items = collection(reader, 'items');
      const read = () =>
        Promise.all([getDocFromServer(doc(items, 'a')), getDocsFromServer(items), getCountFromServer(items)]);
      const compare = async ([document, found, counted]: Awaited<ReturnType<typeof read>>) => {
        const [documentNow, foundNow, countedNow] = await read();
        return [
          snapshotEqual(document, documentNow),
          snapshotEqual(found, foundNow),
          aggregateQuerySnapshotEqual(counted, countedNow),
        ];
      };
      // Written by another client: one's own write makes a difference until the server has told of it.
      await setDoc(doc(one, 'items/a'), { n: 1 });
      const before = await read();
      const same = await compare(before);
      await setDoc(doc(one, 'items/a'), { n: 2 });
      await setDoc(doc(one, 'items/b'), { n: 1 });
      const changed = await compare(before);
      await terminate(reader);
      return [same, changed];
    },
    gives: [
      [true, true, true],
      [false, false, false],
    ],
  },
  {
    title: 'whether a document comes from the server or the cache is compared',
    async run({ open }) {
      const client = open({
        localCache: memoryLocalCache({ garbageCollector: memoryLruGarbageCollector() }),
      });
      const ref = doc(client, 'a/b');
      await setDoc(ref, { n: 1 });
      const { metadata } = await getDoc(ref);
      const again = await getDoc(ref);
      const cached = await getDocFromCache(ref);
      await terminate(client);
      return [metadata.isEqual(again.metadata), metadata.isEqual(cached.metadata)];
    },
    gives: [true, false],
  },
  {
    title: 'references travel as JSON, and a client tells what it is',
    async run({ one, two }) {
      await setDoc(doc(one, 'a/b'), { n: 1 });
      const json = doc(one, 'a/b').toJSON();
      const found = await getDoc(DocumentReference.fromJSON(two, json));
      return [json, found.data(), Object.keys(one.toJSON())];
    },
    gives: [
      { type: 'firestore/documentReference/1.0', referencePath: 'a/b' },
      { n: 1 },
      ['app', 'databaseId', 'settings'],
    ],
  },
  {
    title: 'a client logs what it is told to log',
    async run({ one }) {
      const written = async (level: 'debug' | 'silent') => {
        setLogLevel(level);
        return await loggedBy(() => setDoc(doc(one, 'a/b'), { level }));
      };
      return [(await written('debug')) > 0, await written('silent')];
    },
    gives: [true, 0],
  },
];
