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
  getCount,
  getDoc,
  getDocs,
  increment,
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
} from 'firebase/firestore/lite';
import { loggedBy, type Scenario } from '../scenario.ts';
import { valueScenarios } from '../values.ts';
import type { LiteStand } from './stand.ts';

/** What clients without listeners compare, turn into JSON and log themselves. */
export const equality: readonly Scenario<LiteStand>[] = [
  ...valueScenarios<LiteStand>(
    { Bytes, FieldPath, GeoPoint, Timestamp, VectorValue, increment, vector },
    async ({ one }, value) => {
      await setDoc(doc(one, 'a/value'), { value });
      return (await getDoc(doc(one, 'a/value'))).get('value');
    },
  ),
  {
    title: 'references and queries are compared',
    async run({ one, open }) {
      const two = open();
      const items = collection(one, 'items');
      const ordered = query(items, orderBy('n'));
      const compared = [
        refEqual(doc(items, 'a'), doc(one, 'items/a')),
        refEqual(doc(items, 'a'), doc(two, 'items/a')),
        refEqual(items, collection(one, 'others')),
        queryEqual(ordered, query(items, orderBy('n'))),
        queryEqual(ordered, query(items, orderBy('n', 'desc'))),
        aggregateFieldEqual(sum('n'), sum('n')),
        aggregateFieldEqual(sum('n'), average('n')),
      ];
      await terminate(two);
      return compared;
    },
    gives: [true, false, false, true, false, true, false],
  },
  {
    title: 'what was read is equal until it changes',
    async run({ one }) {
      const items = collection(one, 'items');
      const read = () => Promise.all([getDoc(doc(items, 'a')), getDocs(items), getCount(items)]);
      const compare = async ([document, found, counted]: Awaited<ReturnType<typeof read>>) => {
        const [documentNow, foundNow, countedNow] = await read();
        return [
          snapshotEqual(document, documentNow),
          snapshotEqual(found, foundNow),
          aggregateQuerySnapshotEqual(counted, countedNow),
        ];
      };
      await setDoc(doc(items, 'a'), { n: 1 });
      const before = await read();
      const same = await compare(before);
      await setDoc(doc(items, 'a'), { n: 2 });
      await setDoc(doc(items, 'b'), { n: 1 });
      return [same, await compare(before)];
    },
    gives: [
      [true, true, true],
      [false, false, false],
    ],
  },
  {
    title: 'references travel as JSON, and a client tells what it is',
    async run({ one }) {
      await setDoc(doc(one, 'a/b'), { n: 1 });
      const json = doc(one, 'a/b').toJSON();
      const found = await getDoc(DocumentReference.fromJSON(one, json));
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
