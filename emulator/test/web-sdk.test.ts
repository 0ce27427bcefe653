import {
  collection,
  count,
  deleteDoc,
  disableNetwork,
  doc,
  enableNetwork,
  type Firestore,
  getAggregateFromServer,
  getDoc,
  getDocs,
  increment,
  onSnapshot,
  orderBy,
  type QuerySnapshot,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  sum,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstOf, project, Resources } from './servers.ts';

const resources = new Resources();
let port: number;
let one: Firestore;
let two: Firestore;

beforeAll(async () => {
  ({ port } = await resources.server());
  one = resources.web(port);
  two = resources.web(port);
});

beforeEach(async () => {
  const url = `http://127.0.0.1:${port}/emulator/v1/projects/${project}/databases/(default)/documents`;
  await fetch(url, { method: 'DELETE' });
});

afterAll(() => resources.close());

const snapshots = (db: Firestore, path: string, wanted: (snapshot: QuerySnapshot) => boolean) =>
  firstOf<QuerySnapshot>(
    (next) => onSnapshot(collection(db, path), { includeMetadataChanges: true }, next),
    wanted,
  );

describe('the Web SDK', () => {
  it('sets, gets, updates and deletes', async () => {
    const ref = doc(one, 'a/é✓😀');
    await setDoc(ref, { n: 1, at: serverTimestamp() });
    await updateDoc(ref, { n: increment(2), 'm.x': true });
    const data = (await getDoc(ref)).data();
    expect(data).toMatchObject({ n: 3, m: { x: true } });
    expect(data?.['at']).toBeInstanceOf(Timestamp);
    await deleteDoc(ref);
    expect((await getDoc(ref)).exists()).toBe(false);
  });

  it('queries and aggregates', async () => {
    const batch = writeBatch(one);
    for (let n = 0; n < 80; n += 1) {
      batch.set(doc(one, `items/i${n}`), { n, group: n % 4 });
    }
    await batch.commit();
    const some = query(
      collection(two, 'items'),
      where('group', '==', 1),
      where('n', '>', 60),
      orderBy('n', 'desc'),
    );
    expect((await getDocs(some)).docs.map((each) => each.get('n'))).toEqual([77, 73, 69, 65, 61]);
    const result = await getAggregateFromServer(some, { count: count(), sum: sum('n') });
    expect(result.data()).toEqual({ count: 5, sum: 345 });
  });

  it('runs colliding transactions until each has counted once', async () => {
    const ref = doc(one, 'counters/c');
    const add = (db: Firestore) =>
      runTransaction(
        db,
        async (transaction) => {
          const found = await transaction.get(doc(db, 'counters/c'));
          transaction.set(doc(db, 'counters/c'), { n: Number(found.get('n') ?? 0) + 1 });
        },
        { maxAttempts: 20 },
      );
    await Promise.all([add(one), add(two), add(one), add(two)]);
    expect((await getDoc(ref)).get('n')).toBe(4);
  });

  it('runs a transaction again when a document it only read has changed', async () => {
    await setDoc(doc(one, 'c/read'), { n: 1 });
    let attempts = 0;
    await runTransaction(one, async (transaction) => {
      attempts += 1;
      const { n } = (await transaction.get(doc(one, 'c/read'))).data() ?? {};
      if (attempts === 1) {
        await setDoc(doc(two, 'c/read'), { n: 2 });
      }
      transaction.set(doc(one, 'c/written'), { n });
    });
    expect([attempts, (await getDoc(doc(one, 'c/written'))).get('n')]).toEqual([2, 2]);
  });

  it('tells one client what another writes', async () => {
    const seen = snapshots(two, 'live', ({ size }) => size === 2);
    await setDoc(doc(one, 'live/a'), { n: 1 });
    await setDoc(doc(one, 'live/b'), { n: 2 });
    expect((await seen).docs.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('sends what was written offline, and learns what it missed', async () => {
    await setDoc(doc(one, 'c/stays'), { n: 1 });
    await setDoc(doc(one, 'c/goes'), { n: 1 });
    await snapshots(two, 'c', ({ size, metadata }) => size === 2 && !metadata.fromCache);
    await disableNetwork(two);
    const queued = setDoc(doc(two, 'c/queued'), { n: 1 });
    await deleteDoc(doc(one, 'c/goes'));
    await setDoc(doc(one, 'c/comes'), { n: 1 });
    await enableNetwork(two);
    await queued;
    const after = await snapshots(
      two,
      'c',
      ({ metadata }) => !metadata.fromCache && !metadata.hasPendingWrites,
    );
    expect(after.docs.map(({ id }) => id)).toEqual(['comes', 'queued', 'stays']);
  });
});
