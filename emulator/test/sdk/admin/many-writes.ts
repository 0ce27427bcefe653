import { Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { type AdminStand, fill } from './stand.ts';

export function manyWrites({ db }: AdminStand): void {
  describe('a batch through the Admin SDK', () => {
    it('is committed at one moment', async () => {
      await db.doc('a/old').set({ n: 1 });
      await db.doc('a/gone').set({});
      const batch = db.batch();
      batch
        .create(db.doc('a/created'), { n: 1 })
        .set(db.doc('a/set'), { n: 1, m: 1 })
        .set(db.doc('a/set'), { n: 2 }, { merge: true })
        .update(db.doc('a/old'), 'n', 5)
        .delete(db.doc('a/gone'));
      const results = await batch.commit();
      expect(new Set(results.map(({ writeTime }) => writeTime.valueOf())).size).toBe(1);
      const { docs } = await db.collection('a').get();
      expect(docs.map((each) => [each.id, each.data()])).toEqual([
        ['created', { n: 1 }],
        ['old', { n: 5 }],
        ['set', { n: 2, m: 1 }],
      ]);
    });

    it('fails as a whole', async () => {
      const batch = db.batch();
      batch.set(db.doc('a/half'), {});
      batch.delete(db.doc('a/none'), { lastUpdateTime: Timestamp.now() });
      await expect(batch.commit()).rejects.toMatchObject({ code: 9 });
      expect((await db.doc('a/half').get()).exists).toBe(false);
    });
  });

  describe('a BulkWriter', () => {
    it('tells failures one by one', async () => {
      await db.doc('items/3').set({});
      const failed: string[] = [];
      const writer = db.bulkWriter();
      writer.onWriteError(({ documentRef, code }) => {
        failed.push(`${documentRef.id} ${code}`);
        return false;
      });
      const all = Array.from({ length: 50 }, (_, n) =>
        writer.create(db.doc(`items/${n}`), { n }).catch(() => {}),
      );
      await writer.close();
      await Promise.all(all);
      expect(failed).toEqual(['3 6']);
      expect((await db.collection('items').count().get()).data().count).toBe(50);
    });

    it('keeps the order of writes to one document, and tells each result', async () => {
      const writer = db.bulkWriter({ throttling: false });
      const results: string[] = [];
      writer.onWriteResult(({ id }, { writeTime }) =>
        results.push(`${id} ${writeTime instanceof Timestamp}`),
      );
      const ref = db.doc('items/a');
      const writes = [
        writer.set(ref, { n: 1 }),
        writer.update(ref, { m: 2 }),
        writer.set(ref, { n: 3 }, { merge: true }),
      ];
      await writer.flush();
      await Promise.all(writes);
      expect((await ref.get()).data()).toEqual({ n: 3, m: 2 });
      const gone = writer.delete(ref);
      await writer.close();
      await gone;
      expect((await ref.get()).exists).toBe(false);
      expect(results).toEqual(['a true', 'a true', 'a true', 'a true']);
    });

    it('tries again when it is told to', async () => {
      const writer = db.bulkWriter();
      const ref = db.doc('items/late');
      writer.onWriteError(({ failedAttempts }) => {
        void ref.set({ n: 0 });
        return failedAttempts < 5;
      });
      const update = writer.update(ref, { n: 1 });
      await writer.close();
      await update;
      expect((await ref.get()).get('n')).toBe(1);
    });

    it('holds to its limits', async () => {
      const writer = db.bulkWriter({ throttling: { initialOpsPerSecond: 1000, maxOpsPerSecond: 2000 } });
      const writes = Array.from({ length: 600 }, (_, n) => writer.set(db.doc(`items/b${n}`), { n }));
      await writer.close();
      await Promise.all(writes);
      expect((await db.collection('items').count().get()).data().count).toBe(600);
    });

    it('removes everything below a collection or a document', async () => {
      await db.doc('a/b').set({});
      await db.doc('a/b/c/d').set({});
      await db.doc('a/keep').set({});
      await db.doc('ab/x').set({});
      await db.recursiveDelete(db.doc('a/b'));
      expect((await db.collection('a').listDocuments()).map(({ id }) => id)).toEqual(['keep']);
      await fill(db, 30);
      await db.recursiveDelete(db.collection('a'), db.bulkWriter());
      await db.recursiveDelete(db.collection('items'));
      expect((await db.listCollections()).map(({ id }) => id)).toEqual(['ab']);
    });
  });
}
