import {
  collection,
  deleteDoc,
  disableNetwork,
  doc,
  type DocumentSnapshot,
  enableNetwork,
  type Firestore,
  limit,
  onSnapshot,
  onSnapshotsInSync,
  orderBy,
  query,
  type Query,
  type QuerySnapshot,
  setDoc,
  updateDoc,
  waitForPendingWrites,
  where,
} from 'firebase/firestore';
import { first, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

const settled = (db: Firestore, path: string) =>
  first<QuerySnapshot>(
    (next, error) => onSnapshot(collection(db, path), { includeMetadataChanges: true }, next, error),
    ({ metadata }) => !metadata.fromCache && !metadata.hasPendingWrites,
  );

/** Notes snapshots of a query, and says when as many have come as were wanted. */
function watch(found: Query) {
  const seen: string[] = [];
  const waiting: Array<{ readonly count: number; readonly resolve: () => void }> = [];
  const stop = onSnapshot(found, (snapshot) => {
    const changes = snapshot.docChanges().map(({ type, doc: { id } }) => `${type} ${id}`);
    seen.push(changes.join(', '));
    for (const { count, resolve } of waiting) {
      if (seen.length >= count) {
        resolve();
      }
    }
  });
  const reached = (count: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push({ count, resolve });
    if (seen.length >= count) {
      resolve();
    }
    return promise;
  };
  return { seen, reached, stop };
}

export const listeners: Scenario<WebStand>[] = [
  {
    title: 'one client is told what another writes',
    async run({ one, two }) {
      const seen = first<QuerySnapshot>(
        (next) => onSnapshot(collection(two, 'live'), next),
        ({ size }) => size === 2,
      );
      await setDoc(doc(one, 'live/a'), { n: 1 });
      await setDoc(doc(one, 'live/b'), { n: 2 });
      return (await seen).docs.map(({ id }) => id);
    },
    gives: ['a', 'b'],
  },
  {
    title: 'a listener sees documents come, change, move and go',
    async run({ one, two }) {
      for (const [id, n] of Object.entries({ a: 1, b: 2, c: 3 })) {
        await setDoc(doc(one, 'items', id), { n });
      }
      const best = watch(query(collection(two, 'items'), orderBy('n', 'desc'), limit(2)));
      await best.reached(1);
      await deleteDoc(doc(one, 'items/c'));
      await best.reached(2);
      await updateDoc(doc(one, 'items/a'), { n: 9 });
      await best.reached(3);
      await updateDoc(doc(one, 'items/b'), { m: 1 });
      await best.reached(4);
      best.stop();
      return best.seen;
    },
    gives: ['added c, added b', 'removed c, added a', 'modified a', 'modified b'],
  },
  {
    title: 'a listener follows one document through its life',
    async run({ one, two }) {
      const next = (wanted: (snapshot: DocumentSnapshot) => boolean) =>
        first<DocumentSnapshot>((told, error) => onSnapshot(doc(two, 'a/life'), told, error), wanted);
      const before = await next(() => true);
      const created = next((snapshot) => snapshot.get('n') === 1);
      await setDoc(doc(one, 'a/life'), { n: 1 });
      await created;
      const gone = next((snapshot) => !snapshot.exists());
      await deleteDoc(doc(one, 'a/life'));
      return [before.exists(), (await created).data(), (await gone).exists()];
    },
    gives: [false, { n: 1 }, false],
  },
  {
    title: 'snapshots are in sync when all listeners have been told',
    async run({ one, two }) {
      await setDoc(doc(one, 'a/b'), { n: 1 });
      const order: string[] = [];
      const synced = Promise.withResolvers<void>();
      const stops = [
        onSnapshotsInSync(two, () => {
          order.push('in sync');
          if (order.includes('told')) {
            synced.resolve();
          }
        }),
        onSnapshot(doc(two, 'a/b'), () => order.push('told')),
      ];
      await synced.promise;
      stops.forEach((stop) => stop());
      return order.slice(order.indexOf('told'));
    },
    gives: ['told', 'in sync'],
  },
  {
    title: 'a refused listener is told why',
    async run({ one }) {
      const wide = Array.from({ length: 11 }, (_, n) => n);
      const found = query(collection(one, 'a'), where('a', 'in', wide), where('b', 'in', wide));
      const { promise, resolve } = Promise.withResolvers<string>();
      onSnapshot(
        found,
        () => {},
        ({ code }) => resolve(code),
      );
      return await promise;
    },
    gives: 'invalid-argument',
  },
  {
    title: 'what was written offline is sent, what was missed is learnt',
    async run({ one, two }) {
      await setDoc(doc(one, 'c/stays'), { n: 1 });
      await setDoc(doc(one, 'c/goes'), { n: 1 });
      await settled(two, 'c');
      await disableNetwork(two);
      const queued = setDoc(doc(two, 'c/queued'), { n: 1 });
      await deleteDoc(doc(one, 'c/goes'));
      await setDoc(doc(one, 'c/comes'), { n: 1 });
      await enableNetwork(two);
      await waitForPendingWrites(two);
      await queued;
      return (await settled(two, 'c')).docs.map(({ id }) => id);
    },
    gives: ['comes', 'queued', 'stays'],
  },
];
