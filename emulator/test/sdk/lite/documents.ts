import {
  addDoc,
  arrayRemove,
  arrayUnion,
  Bytes,
  collection,
  deleteDoc,
  deleteField,
  doc,
  GeoPoint,
  getDoc,
  getDocs,
  getFirestore,
  increment,
  maximum,
  minimum,
  query,
  type Query,
  runTransaction,
  serverTimestamp,
  setDoc,
  terminate,
  Timestamp,
  updateDoc,
  vector,
  VectorValue,
  where,
  writeBatch,
} from 'firebase/firestore/lite';
import { codeOf, type Scenario } from '../scenario.ts';
import type { LiteStand } from './stand.ts';

const ids = async (found: Query) => (await getDocs(found)).docs.map(({ id }) => id);

/** What is shown of documents, batches and transactions of the Web SDK without listeners. */
export const documents: readonly Scenario<LiteStand>[] = [
  {
    title: 'documents are set, got, changed and deleted',
    async run({ one }) {
      const ref = doc(one, 'a/é✓😀');
      await setDoc(ref, { n: 1, list: [1, 2], gone: 1, low: 5, high: 5, at: serverTimestamp() });
      await updateDoc(ref, {
        n: increment(2),
        list: arrayUnion(3),
        gone: deleteField(),
        low: minimum(3),
        high: maximum(7),
      });
      await updateDoc(ref, 'list', arrayRemove(1), 'm.x', true);
      await setDoc(ref, { merged: 1 }, { merge: true });
      const { at, ...rest } = (await getDoc(ref)).data() ?? {};
      await deleteDoc(ref);
      const added = await addDoc(collection(one, 'a'), { n: 1 });
      return [rest, at instanceof Timestamp, (await getDoc(ref)).exists(), (await getDoc(added)).get('n')];
    },
    gives: [{ n: 3, list: [2, 3], low: 3, high: 7, m: { x: true }, merged: 1 }, true, false, 1],
  },
  {
    title: 'every type of value comes back',
    async run({ one }) {
      await setDoc(doc(one, 'a/values'), {
        plain: { text: 'é😀', list: [1, 1.5, null, true, { deep: [] }] },
        numbers: [-0, Number.NaN, Number.POSITIVE_INFINITY, 1e300],
        when: new Timestamp(1_700_000_000, 123_456_000),
        bytes: Bytes.fromBase64String('AP8='),
        place: new GeoPoint(-12.5, 179.25),
        to: doc(one, 'c/d'),
        vector: vector([1, -2.5]),
      });
      const {
        plain,
        numbers,
        when,
        bytes,
        place,
        to,
        vector: stored,
      } = (await getDoc(doc(one, 'a/values'))).data() ?? {};
      return {
        plain,
        numbers,
        when: when instanceof Timestamp && [when.seconds, when.nanoseconds],
        bytes: bytes instanceof Bytes && bytes.toBase64(),
        place: place instanceof GeoPoint && [place.latitude, place.longitude],
        to: to.path,
        vector: stored instanceof VectorValue && stored.toArray(),
      };
    },
    gives: {
      plain: { text: 'é😀', list: [1, 1.5, null, true, { deep: [] }] },
      numbers: [-0, Number.NaN, Number.POSITIVE_INFINITY, 1e300],
      when: [1_700_000_000, 123_456_000],
      bytes: 'AP8=',
      place: [-12.5, 179.25],
      to: 'c/d',
      vector: [1, -2.5],
    },
  },
  {
    title: 'a batch is committed as a whole or not at all',
    async run({ one }) {
      await setDoc(doc(one, 'a/old'), { n: 1 });
      await setDoc(doc(one, 'a/gone'), {});
      await writeBatch(one)
        .set(doc(one, 'a/set'), { n: 1 })
        .update(doc(one, 'a/old'), { n: 2 })
        .delete(doc(one, 'a/gone'))
        .commit();
      const code = await codeOf(
        writeBatch(one).set(doc(one, 'a/half'), {}).update(doc(one, 'a/none'), { n: 1 }).commit(),
      );
      return [code, await ids(query(collection(one, 'a')))];
    },
    gives: ['not-found', ['old', 'set']],
  },
  {
    title: 'a transaction runs again when what it has read changes',
    async run({ one, open }) {
      const two = open();
      await setDoc(doc(one, 'c/a'), { n: 1 });
      await setDoc(doc(one, 'c/gone'), {});
      let attempts = 0;
      await runTransaction(one, async (transaction) => {
        attempts += 1;
        const n = Number((await transaction.get(doc(one, 'c/a'))).get('n'));
        if (attempts === 1) {
          await setDoc(doc(two, 'c/a'), { n: 10, left: undefined });
        }
        transaction
          .update(doc(one, 'c/a'), { n: n + 1 })
          .set(doc(one, 'c/b'), { n })
          .delete(doc(one, 'c/gone'));
      });
      await terminate(two);
      return [attempts, (await getDocs(collection(one, 'c'))).docs.map((each) => [each.id, each.data()])];
    },
    gives: [
      2,
      [
        ['a', { n: 11 }],
        ['b', { n: 10 }],
      ],
    ],
  },
  {
    title: 'what Firestore refuses is refused with its code',
    async run({ one }) {
      const wide = Array.from({ length: 11 }, (_, n) => n);
      const filters = [where('a', 'in', wide), where('b', 'in', wide)];
      return [
        getFirestore(one.app) === one,
        await codeOf(updateDoc(doc(one, 'a/none'), { n: 1 })),
        await codeOf(getDocs(query(collection(one, 'items'), ...filters))),
      ];
    },
    // This client reads the status 400 of a query as a failed precondition, whatever the answer says.
    gives: [true, 'not-found', 'failed-precondition'],
  },
];
