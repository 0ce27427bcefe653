import { doc, type Firestore, getDoc, runTransaction, setDoc } from 'firebase/firestore';
import { codeOf, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

export const transactions: Scenario<WebStand>[] = [
  {
    title: 'colliding transactions run until each has counted once',
    async run({ one, two }) {
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
      return (await getDoc(doc(one, 'counters/c'))).get('n');
    },
    gives: 4,
  },
  {
    title: 'a transaction runs again when a document it only read has changed',
    async run({ one, two }) {
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
      return [attempts, (await getDoc(doc(one, 'c/written'))).get('n')];
    },
    gives: [2, 2],
  },
  {
    title: 'a transaction updates and deletes, and gives what its function gives',
    async run({ one }) {
      await setDoc(doc(one, 'c/a'), { n: 1 });
      await setDoc(doc(one, 'c/b'), { n: 1 });
      const given = await runTransaction(one, async (transaction) => {
        const found = await transaction.get(doc(one, 'c/a'));
        transaction.update(doc(one, 'c/a'), { n: 2 }).delete(doc(one, 'c/b'));
        return found.get('n');
      });
      return [given, (await getDoc(doc(one, 'c/a'))).data(), (await getDoc(doc(one, 'c/b'))).exists()];
    },
    gives: [1, { n: 2 }, false],
  },
  {
    title: 'a transaction that is always too late fails in the end',
    async run({ one, two }) {
      await setDoc(doc(one, 'c/busy'), { n: 0 });
      let attempts = 0;
      const busy = runTransaction(
        one,
        async (transaction) => {
          attempts += 1;
          await transaction.get(doc(one, 'c/busy'));
          await setDoc(doc(two, 'c/busy'), { n: attempts });
          transaction.update(doc(one, 'c/busy'), { n: -1 });
        },
        { maxAttempts: 2 },
      );
      return [await codeOf(busy), attempts];
    },
    gives: ['failed-precondition', 2],
  },
];
