import {
  addDoc,
  arrayRemove,
  arrayUnion,
  Bytes,
  collection,
  deleteDoc,
  deleteField,
  doc,
  type DocumentData,
  FieldPath,
  GeoPoint,
  getDoc,
  getDocFromServer,
  increment,
  maximum,
  minimum,
  type QueryDocumentSnapshot,
  getDocs,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  vector,
  VectorValue,
  writeBatch,
} from 'firebase/firestore';
import { codeOf, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

type Point = { x: number };

const converter = {
  toFirestore: ({ x }: { x: unknown }): DocumentData => ({ stored: x }),
  fromFirestore: (snapshot: QueryDocumentSnapshot): Point => ({ x: Number(snapshot.get('stored')) }),
};

export const documents: Scenario<WebStand>[] = [
  {
    title: 'documents are set, got, changed and deleted',
    async run({ one }) {
      const ref = doc(one, 'a/é✓😀');
      await setDoc(ref, { n: 1, at: serverTimestamp() });
      await updateDoc(ref, { n: increment(2), 'm.x': true });
      const found = await getDoc(ref);
      await deleteDoc(ref);
      const { at, ...rest } = found.data() ?? {};
      return [rest, at instanceof Timestamp, found.id, (await getDoc(ref)).exists()];
    },
    gives: [{ n: 3, m: { x: true } }, true, 'é✓😀', false],
  },
  {
    title: 'every type of value comes back from the server',
    async run({ one, two }) {
      const ref = doc(one, 'a/values');
      await setDoc(ref, {
        plain: { text: 'é😀', list: [1, 1.5, 'x', null, true, { deep: [] }], empty: {} },
        numbers: [-0, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 1e300],
        when: new Timestamp(1_700_000_000, 123_456_000),
        date: new Date(5),
        bytes: Bytes.fromBase64String('AP8='),
        place: new GeoPoint(-12.5, 179.25),
        to: doc(one, 'c/d'),
        vector: vector([1, -2.5]),
      });
      const found = await getDocFromServer(doc(two, 'a/values'));
      const { plain, numbers, when, date, bytes, place, to, vector: stored } = found.data() ?? {};
      return {
        plain,
        numbers,
        when: when instanceof Timestamp && [when.seconds, when.nanoseconds],
        date: date instanceof Timestamp && date.toMillis(),
        bytes: bytes instanceof Bytes && bytes.toBase64(),
        place: place instanceof GeoPoint && [place.latitude, place.longitude],
        to: to.path,
        vector: stored instanceof VectorValue && stored.toArray(),
      };
    },
    gives: {
      plain: { text: 'é😀', list: [1, 1.5, 'x', null, true, { deep: [] }], empty: {} },
      numbers: [-0, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 1e300],
      when: [1_700_000_000, 123_456_000],
      date: 5,
      bytes: 'AP8=',
      place: [-12.5, 179.25],
      to: 'c/d',
      vector: [1, -2.5],
    },
  },
  {
    title: 'fields are transformed',
    async run({ one, two }) {
      const ref = doc(one, 'a/transforms');
      await setDoc(ref, { n: 1, list: [1, 2], gone: 1, low: 5, high: 5 });
      await updateDoc(ref, {
        n: increment(0.5),
        list: arrayUnion(3, 3, 1),
        gone: deleteField(),
        low: minimum(3),
        high: maximum(7.5),
      });
      await updateDoc(ref, 'list', arrayRemove(1), new FieldPath('a.b', 'c'), 1);
      return (await getDocFromServer(doc(two, 'a/transforms'))).data();
    },
    gives: { n: 1.5, list: [2, 3], low: 3, high: 7.5, 'a.b': { c: 1 } },
  },
  {
    title: 'documents are merged, by fields or as a whole',
    async run({ one }) {
      const ref = doc(one, 'a/merged');
      await setDoc(ref, { keep: 1, map: { keep: 1, change: 1 } });
      await setDoc(ref, { map: { change: 2 } }, { merge: true });
      await setDoc(ref, { keep: 9, map: { keep: 9, more: 3 } }, { mergeFields: ['map.more'] });
      return (await getDocFromServer(ref)).data();
    },
    gives: { keep: 1, map: { keep: 1, change: 2, more: 3 } },
  },
  {
    title: 'documents are added with an id of the client’s making',
    async run({ one }) {
      const ref = await addDoc(collection(one, 'a'), { n: 1 });
      return [/^[A-Za-z0-9]{20}$/u.test(ref.id), (await getDoc(ref)).get('n')];
    },
    gives: [true, 1],
  },
  {
    title: 'documents go through converters',
    async run({ one }) {
      const ref = doc(one, 'points/a').withConverter(converter);
      await setDoc(ref, { x: 1 });
      const found = (await getDocs(collection(one, 'points').withConverter(converter))).docs;
      return [(await getDoc(ref)).data(), found.map((each) => each.data())];
    },
    gives: [{ x: 1 }, [{ x: 1 }]],
  },
  {
    title: 'a batch is committed as a whole or not at all',
    async run({ one }) {
      await setDoc(doc(one, 'a/old'), { n: 1 });
      await setDoc(doc(one, 'a/gone'), {});
      await writeBatch(one)
        .set(doc(one, 'a/set'), { n: 1, m: 1 })
        .set(doc(one, 'a/set'), { n: 2 }, { merge: true })
        .update(doc(one, 'a/old'), 'n', 5)
        .delete(doc(one, 'a/gone'))
        .commit();
      const fails = writeBatch(one).set(doc(one, 'a/half'), {}).update(doc(one, 'a/none'), { n: 1 }).commit();
      const code = await codeOf(fails);
      const { docs } = await getDocs(collection(one, 'a'));
      return [code, docs.map((each) => [each.id, each.data()])];
    },
    gives: [
      'not-found',
      [
        ['old', { n: 5 }],
        ['set', { n: 2, m: 1 }],
      ],
    ],
  },
  {
    title: 'what Firestore refuses is refused with its code',
    async run({ one }) {
      return [
        await codeOf(updateDoc(doc(one, 'a/none'), { n: 1 })),
        await codeOf(setDoc(doc(one, 'a/big'), { text: 'x'.repeat(1_048_577) })),
      ];
    },
    gives: ['not-found', 'invalid-argument'],
  },
];
