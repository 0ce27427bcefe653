import {
  addDoc,
  and,
  arrayRemove,
  arrayUnion,
  average,
  Bytes,
  collection,
  collectionGroup,
  count,
  deleteDoc,
  deleteField,
  doc,
  documentId,
  endAt,
  endBefore,
  type Firestore,
  GeoPoint,
  getAggregate,
  getCount,
  getDoc,
  getDocs,
  getFirestore,
  increment,
  limit,
  limitToLast,
  maximum,
  minimum,
  or,
  orderBy,
  query,
  type Query,
  runTransaction,
  serverTimestamp,
  setDoc,
  startAfter,
  startAt,
  sum,
  terminate,
  Timestamp,
  updateDoc,
  vector,
  VectorValue,
  where,
  writeBatch,
} from 'firebase/firestore/lite';
import { execute, type Pipeline, type PipelineSource } from 'firebase/firestore/lite/pipelines';
import { codeOf, type Scenario } from '../scenario.ts';
import type { LiteStand } from './stand.ts';

// The SDK's own types leave this out for the client without listeners.
declare module '@firebase/firestore/lite' {
  interface Firestore {
    pipeline(): PipelineSource<Pipeline>;
  }
}

const ids = async (found: Query) => (await getDocs(found)).docs.map(({ id }) => id);

async function numbered(db: Firestore, size: number) {
  const batch = writeBatch(db);
  for (let n = 0; n < size; n += 1) {
    batch.set(doc(db, `items/i${n}`), { n, group: n % 3, tags: [n, n % 2] });
  }
  await batch.commit();
  return collection(db, 'items');
}

/** What is shown of the Web SDK without listeners, which speaks REST. */
export const liteScenarios: readonly Scenario<LiteStand>[] = [
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
    title: 'queries compare with every operator',
    async run({ one }) {
      const items = await numbered(one, 5);
      return {
        less: await ids(query(items, where('n', '<', 1))),
        atMost: await ids(query(items, where('n', '<=', 1))),
        equal: await ids(query(items, where('n', '==', 1))),
        more: await ids(query(items, where('n', '>', 3))),
        atLeast: await ids(query(items, where('n', '>=', 3))),
        notEqual: await ids(query(items, where('n', '!=', 3))),
        in: await ids(query(items, where('tags', 'in', [[3, 1], [9]]))),
        notIn: await ids(query(items, where('n', 'not-in', [0, 1, 2]))),
        contains: await ids(query(items, where('tags', 'array-contains', 3))),
        containsAny: await ids(query(items, where('tags', 'array-contains-any', [3, 4]))),
        either: await ids(
          query(items, or(where('n', '==', 4), and(where('group', '==', 0), where('n', '<', 3)))),
        ),
        id: await ids(query(items, where(documentId(), '==', 'i2'))),
      };
    },
    gives: {
      less: ['i0'],
      atMost: ['i0', 'i1'],
      equal: ['i1'],
      more: ['i4'],
      atLeast: ['i3', 'i4'],
      notEqual: ['i0', 'i1', 'i2', 'i4'],
      in: ['i3'],
      notIn: ['i3', 'i4'],
      contains: ['i3'],
      containsAny: ['i3', 'i4'],
      either: ['i0', 'i4'],
      id: ['i2'],
    },
  },
  {
    title: 'queries page, go through converters, and span collection groups',
    async run({ one }) {
      const items = await numbered(one, 9);
      const ordered = query(items, orderBy('group'), orderBy('n', 'desc'));
      const numbers = {
        toFirestore: (n: number) => ({ n }),
        fromFirestore: (snapshot: { get(field: string): number }): number => snapshot.get('n'),
      };
      const converted = await getDocs(query(items, where('n', '<', 2)).withConverter(numbers));
      const visited: number[] = [];
      converted.forEach((each) => visited.push(each.data()));
      const ref = doc(items, 'i5').withConverter(numbers);
      return {
        startAt: await ids(query(ordered, startAt(1, 4), limit(2))),
        startAfter: await ids(query(ordered, startAfter(1, 4), limit(2))),
        endAt: await ids(query(ordered, startAt(1), endAt(1))),
        endBefore: await ids(query(ordered, endBefore(0, 0))),
        last: await ids(query(items, orderBy('n'), limitToLast(2))),
        group: (await getDocs(collectionGroup(one, 'items'))).size,
        converted: [
          visited,
          (await getDoc(ref)).data(),
          (await getDocs(items.withConverter(numbers))).docs[8]?.data(),
        ],
      };
    },
    gives: {
      startAt: ['i4', 'i1'],
      startAfter: ['i1', 'i8'],
      endAt: ['i7', 'i4', 'i1'],
      endBefore: ['i6', 'i3'],
      last: ['i7', 'i8'],
      group: 9,
      converted: [[0, 1], 5, 8],
    },
  },
  {
    title: 'queries are aggregated by the server',
    async run({ one }) {
      const items = await numbered(one, 10);
      const spec = { count: count(), sum: sum('n'), average: average('n') };
      const some = query(items, where('group', '==', 0));
      return [(await getAggregate(some, spec)).data(), (await getCount(some)).data()];
    },
    gives: [{ count: 4, sum: 18, average: 4.5 }, { count: 4 }],
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
  {
    title: 'pipelines are refused with UNIMPLEMENTED',
    run: ({ one }) => codeOf(execute(one.pipeline().collection('a'))),
    gives: 'unimplemented',
  },
];
