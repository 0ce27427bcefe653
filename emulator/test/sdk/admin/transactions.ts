import { Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { type AdminStand, fill } from './stand.ts';

export function transactions(stand: AdminStand): void {
  const { db } = stand;

  describe('transactions through the Admin SDK', () => {
    it('write everything or nothing', async () => {
      await db.doc('c/old').set({ n: 1 });
      await db.runTransaction(async (transaction) => {
        const [old, none] = await transaction.getAll(db.doc('c/old'), db.doc('c/none'));
        expect([old?.get('n'), none?.exists]).toEqual([1, false]);
        transaction
          .create(db.doc('c/created'), { n: 1 })
          .set(db.doc('c/set'), { n: 2 })
          .update(db.doc('c/created'), { m: 3 })
          .delete(db.doc('c/old'));
      });
      const { docs } = await db.collection('c').get();
      expect(docs.map((each) => [each.id, each.data()])).toEqual([
        ['created', { n: 1, m: 3 }],
        ['set', { n: 2 }],
      ]);
      const fails = db.runTransaction(async (transaction) => {
        transaction.set(db.doc('c/half'), {});
        transaction.update(db.doc('c/missing'), { n: 1 });
      });
      await expect(fails).rejects.toMatchObject({ code: 5 });
      expect((await db.doc('c/half').get()).exists).toBe(false);
    });

    it('take turns on a document: no attempt is wasted', async () => {
      const counter = db.doc('counters/c');
      let attempts = 0;
      const increment = () =>
        db.runTransaction(async (transaction) => {
          attempts += 1;
          const { n = 0 } = (await transaction.get(counter)).data() ?? {};
          transaction.set(counter, { n: n + 1 });
        });
      await Promise.all(Array.from({ length: 20 }, increment));
      expect((await counter.get()).get('n')).toBe(20);
      expect(attempts).toBe(20);
    });

    it('see what a query finds, and run again when it would find something else', async () => {
      await fill(db, 3);
      const items = db.collection('items');
      let attempts = 0;
      await db.runTransaction(async (transaction) => {
        attempts += 1;
        const { size } = await transaction.get(items.where('group', '==', 0));
        if (attempts === 1) {
          await items.doc('new').set({ group: 0 });
        }
        transaction.set(db.doc('sums/s'), { size });
      });
      expect([attempts, (await db.doc('sums/s').get()).get('size')]).toEqual([2, 2]);
    });

    it('count within themselves', async () => {
      await fill(db, 7);
      const count = await db.runTransaction(async (transaction) => {
        const found = await transaction.get(db.collection('items').count());
        return found.data().count;
      });
      expect(count).toBe(7);
    });

    it('give up after as many attempts as they may make', async () => {
      await fill(db, 1);
      const items = db.collection('items');
      let attempts = 0;
      const busy = db.runTransaction(
        async (transaction) => {
          attempts += 1;
          await transaction.get(items.where('group', '==', 0));
          await items.doc(`new${attempts}`).set({ group: 0 });
          transaction.set(db.doc('sums/s'), {});
        },
        { maxAttempts: 2 },
      );
      await expect(busy).rejects.toMatchObject({ code: 10 });
      expect(attempts).toBe(2);
    });

    it('of a client that is lost in the middle hold up nobody', async () => {
      await db.doc('a/b').set({ n: 1 });
      const lost = stand.another();
      const { promise: locked, resolve } = Promise.withResolvers<void>();
      const abandoned = lost.runTransaction(async (transaction) => {
        await transaction.get(lost.doc('a/b'));
        resolve();
        await new Promise(() => {});
      });
      abandoned.catch(() => {});
      await locked;
      const write = db.doc('a/b').update({ n: 2 });
      await lost.terminate();
      await write;
      expect((await db.doc('a/b').get()).get('n')).toBe(2);
    }, 10_000);

    it('free their locks when the callback throws', async () => {
      const fails = db.runTransaction(async (transaction) => {
        await transaction.get(db.doc('c/a'));
        throw new Error('mine');
      });
      await expect(fails).rejects.toThrow('mine');
      await db.doc('c/a').set({ n: 1 });
      expect((await db.doc('c/a').get()).exists).toBe(true);
    });

    it('that only read see one moment', async () => {
      await db.doc('c/a').set({ n: 1 });
      const seen = await db.runTransaction(
        async (transaction) => {
          const first = (await transaction.get(db.doc('c/a'))).get('n');
          await db.doc('c/a').set({ n: 2 });
          await db.doc('c/b').set({ n: 2 });
          const { docs } = await transaction.get(db.collection('c'));
          return [first, ...docs.map((each) => each.get('n'))];
        },
        { readOnly: true },
      );
      expect(seen).toEqual([1, 1]);
    });

    it('that only read may look at the past', async () => {
      const first = await db.doc('c/a').set({ n: 1 });
      await db.doc('c/a').set({ n: 2 });
      const past = (readTime: Timestamp) =>
        db.runTransaction(async (transaction) => (await transaction.get(db.doc('c/a'))).data(), {
          readOnly: true,
          readTime,
        });
      expect(await past(first.writeTime)).toEqual({ n: 1 });
      await expect(past(Timestamp.fromMillis(Date.now() - 3_700_000))).rejects.toMatchObject({ code: 9 });
    });

    it('that only read may not write', async () => {
      const writes = db.runTransaction(async (transaction) => transaction.set(db.doc('c/a'), {}), {
        readOnly: true,
      });
      await expect(writes).rejects.toThrow(/read-only/u);
    });
  });
}
