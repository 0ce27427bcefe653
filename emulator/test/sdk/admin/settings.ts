import { Firestore } from '@google-cloud/firestore';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { project } from '../../servers.ts';
import type { AdminStand } from './stand.ts';

export function settings(stand: AdminStand): void {
  describe('the Admin SDK with other settings', () => {
    it('leaves out what is undefined, and reads integers as bigint', async () => {
      const db = new Firestore({ projectId: project });
      db.settings({ ignoreUndefinedProperties: true, useBigInt: true });
      await db.doc('a/b').set({ n: 2n ** 60n, no: undefined });
      expect((await db.doc('a/b').get()).data()).toEqual({ n: 2n ** 60n });
      await db.terminate();
    });

    it('works over REST', async () => {
      // Over REST the SDK wants to sign in, even to an emulator.
      const owner = { authorization: 'Bearer owner' };
      const auth = {
        getRequestHeaders: () => Promise.resolve(new Headers(owner)),
        fetch: (url: string, { method, body }: RequestInit) =>
          fetch(url, { method: method ?? 'GET', body: body ?? null, headers: owner }),
      };
      const db = new Firestore({ projectId: project, preferRest: true, auth });
      await db.doc('a/b').set({ n: 1, text: 'é' });
      expect((await db.doc('a/b').get()).data()).toEqual({ n: 1, text: 'é' });
      expect((await db.collection('a').where('n', '==', 1).get()).size).toBe(1);
      expect((await db.collection('a').count().get()).data().count).toBe(1);
      const n = await db.runTransaction(async (transaction) => {
        const found = await transaction.get(db.doc('a/b'));
        transaction.update(found.ref, { n: 2 });
        return found.get('n');
      });
      expect([n, (await db.doc('a/b').get()).get('n')]).toEqual([1, 2]);
      await expect(db.doc('a/none').update({ n: 1 })).rejects.toMatchObject({ code: 5 });
      await db.terminate();
    });

    it('keeps databases apart', async () => {
      const app = initializeApp({ projectId: project }, 'other-database');
      const other = getFirestore(app, 'other');
      await other.doc('a/b').set({ n: 2 });
      expect((await stand.db.doc('a/b').get()).exists).toBe(false);
      expect((await other.doc('a/b').get()).get('n')).toBe(2);
      await deleteApp(app);
    });
  });
}
