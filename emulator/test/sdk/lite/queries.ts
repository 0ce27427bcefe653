import {
  and,
  average,
  collection,
  collectionGroup,
  count,
  doc,
  documentId,
  endAt,
  endBefore,
  type Firestore,
  getAggregate,
  getCount,
  getDoc,
  getDocs,
  limit,
  limitToLast,
  or,
  orderBy,
  query,
  type Query,
  startAfter,
  startAt,
  sum,
  where,
  writeBatch,
} from 'firebase/firestore/lite';
import type { Scenario } from '../scenario.ts';
import type { LiteStand } from './stand.ts';

const ids = async (found: Query) => (await getDocs(found)).docs.map(({ id }) => id);

async function numbered(db: Firestore, size: number) {
  const batch = writeBatch(db);
  for (let n = 0; n < size; n += 1) {
    batch.set(doc(db, `items/i${n}`), { n, group: n % 3, tags: [n, n % 2] });
  }
  await batch.commit();
  return collection(db, 'items');
}

/** What is shown of queries of the Web SDK without listeners. */
export const queries: readonly Scenario<LiteStand>[] = [
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
];
