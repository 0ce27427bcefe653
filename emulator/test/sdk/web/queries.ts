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
  getAggregateFromServer,
  getCountFromServer,
  getDoc,
  getDocs,
  getDocsFromServer,
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
} from 'firebase/firestore';
import { codeOf, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

const ids = async (found: Query) => (await getDocsFromServer(found)).docs.map(({ id }) => id);

/** Documents named after what is in their field `v`. */
async function variety(db: Firestore) {
  const batch = writeBatch(db);
  const values: Record<string, unknown> = { one: 1, two: 2, three: 3, list: [1, 2], none: null, nan: NaN };
  for (const [id, v] of Object.entries(values)) {
    batch.set(doc(db, 'items', id), { v });
  }
  await batch.set(doc(db, 'items/without'), { w: 1 }).commit();
  return collection(db, 'items');
}

/** Documents `i0`, … with `n` and `group` (n modulo 3). */
async function numbered(db: Firestore, size: number) {
  const batch = writeBatch(db);
  for (let n = 0; n < size; n += 1) {
    batch.set(doc(db, `items/i${n}`), { n, group: n % 3 });
  }
  await batch.commit();
  return collection(db, 'items');
}

export const queries: Scenario<WebStand>[] = [
  {
    title: 'queries compare with every operator',
    async run({ one }) {
      const items = await variety(one);
      return {
        less: await ids(query(items, where('v', '<', 2))),
        atMost: await ids(query(items, where('v', '<=', 2))),
        equal: await ids(query(items, where('v', '==', 2))),
        more: await ids(query(items, where('v', '>', 2))),
        atLeast: await ids(query(items, where('v', '>=', 2))),
        notEqual: await ids(query(items, where('v', '!=', 2))),
        in: await ids(query(items, where('v', 'in', [3, 1, [1, 2]]))),
        notIn: await ids(query(items, where('v', 'not-in', [1, [1, 2]]))),
        contains: await ids(query(items, where('v', 'array-contains', 2))),
        containsAny: await ids(query(items, where('v', 'array-contains-any', [2, 9]))),
        null: await ids(query(items, where('v', '==', null))),
        notNull: await ids(query(items, where('v', '!=', null))),
        notANumber: await ids(query(items, where('v', '==', NaN))),
      };
    },
    gives: {
      less: ['nan', 'one'],
      atMost: ['nan', 'one', 'two'],
      equal: ['two'],
      more: ['three'],
      atLeast: ['two', 'three'],
      notEqual: ['nan', 'one', 'three', 'list'],
      in: ['list', 'one', 'three'],
      notIn: ['nan', 'two', 'three'],
      contains: ['list'],
      containsAny: ['list'],
      null: ['none'],
      notNull: ['nan', 'one', 'two', 'three', 'list'],
      notANumber: ['nan'],
    },
  },
  {
    title: 'queries combine filters with and, or',
    async run({ one }) {
      const items = await numbered(one, 12);
      const either = or(where('n', '==', 11), and(where('group', '==', 1), where('n', '<', 6)));
      return [
        await ids(query(items, either)),
        await ids(query(items, where('n', '>', 6), where('group', '<', 2), where('n', '<', 11))),
        await ids(query(items, where(documentId(), 'in', ['i1', 'none', 'i0']))),
      ];
    },
    gives: [
      ['i1', 'i4', 'i11'],
      ['i9', 'i7', 'i10'],
      ['i0', 'i1'],
    ],
  },
  {
    title: 'queries page with every cursor',
    async run({ one }) {
      const items = await numbered(one, 9);
      const ordered = query(items, orderBy('group'), orderBy('n', 'desc'));
      const snapshot = await getDoc(doc(items, 'i4'));
      return {
        startAt: await ids(query(ordered, startAt(1, 4), limit(2))),
        startAfter: await ids(query(ordered, startAfter(1, 4), limit(2))),
        endAt: await ids(query(ordered, startAt(1), endAt(1))),
        endBefore: await ids(query(ordered, endBefore(0, 0))),
        snapshot: await ids(query(ordered, startAfter(snapshot), limit(2))),
        last: await ids(query(items, orderBy('n'), startAt(1), endBefore(4), limitToLast(2))),
      };
    },
    gives: {
      startAt: ['i4', 'i1'],
      startAfter: ['i1', 'i8'],
      endAt: ['i7', 'i4', 'i1'],
      endBefore: ['i6', 'i3'],
      snapshot: ['i1', 'i8'],
      last: ['i2', 'i3'],
    },
  },
  {
    title: 'queries go through converters and collection groups',
    async run({ one }) {
      await writeBatch(one)
        .set(doc(one, 'top/a/parts/p'), { n: 1 })
        .set(doc(one, 'top/b/parts/p'), { n: 2 })
        .commit();
      const converted = query(collectionGroup(one, 'parts'), where('n', '>', 0)).withConverter({
        toFirestore: (n: number) => ({ n }),
        fromFirestore: (snapshot): number => snapshot.get('n'),
      });
      const found = await getDocs(converted);
      const seen: unknown[] = [];
      found.forEach((each) => seen.push([each.ref.path, each.data()]));
      return seen;
    },
    gives: [
      ['top/a/parts/p', 1],
      ['top/b/parts/p', 2],
    ],
  },
  {
    title: 'queries are aggregated by the server',
    async run({ one }) {
      const items = await numbered(one, 10);
      await writeBatch(one).set(doc(one, 'items/without'), { group: 0 }).commit();
      const some = query(items, where('group', '==', 0));
      const spec = { count: count(), sum: sum('n'), average: average('n') };
      return [
        (await getAggregateFromServer(some, spec)).data(),
        (await getCountFromServer(some)).data(),
        (await getAggregateFromServer(query(items, where('n', '>', 99)), spec)).data(),
      ];
    },
    gives: [{ count: 4, sum: 18, average: 4.5 }, { count: 5 }, { count: 0, sum: 0, average: null }],
  },
  {
    title: 'a query too wide is refused',
    run: ({ one }) => {
      const wide = Array.from({ length: 11 }, (_, n) => n);
      const filters = [where('a', 'in', wide), where('b', 'in', wide)];
      return codeOf(getDocsFromServer(query(collection(one, 'items'), ...filters)));
    },
    gives: 'invalid-argument',
  },
];
