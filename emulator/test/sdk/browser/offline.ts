import { describe, expect, it } from 'vitest';
import { openTab } from './chromium.ts';
import { type BrowserStand, openPersistent } from './stand.ts';

export function offline({ port, db, bundle, profile }: BrowserStand): void {
  /** A profile with one page whose client keeps its cache. */
  async function opened() {
    const context = await profile();
    const page = await openTab(context);
    await openPersistent(page, port, 'single');
    const reload = async () => {
      await page.reload();
      await openPersistent(page, port, 'single');
    };
    return { context, page, reload };
  }

  describe('a page without a network', () => {
    it('finds what it has read before, also after it was reloaded', async () => {
      await db.doc('c/a').set({ n: 1 });
      await db.doc('c/b').set({ n: 2 });
      const { context, page, reload } = await opened();
      await page.evaluate(() => tab.sdk.getDocs(tab.sdk.collection(tab.db, 'c')).then(({ size }) => size));
      await context.setOffline(true);
      await reload();
      const found = await page.evaluate(async () => {
        const { collection, doc, getDocFromCache, getDocsFromCache } = tab.sdk;
        const { docs } = await getDocsFromCache(collection(tab.db, 'c'));
        return [docs.map(({ id }) => id), (await getDocFromCache(doc(tab.db, 'c/b'))).data()];
      });
      expect(found).toEqual([['a', 'b'], { n: 2 }]);
    });

    it('sends what was written in it exactly once, although it was reloaded', async () => {
      await db.doc('c/counter').set({ n: 0 });
      const { context, page, reload } = await opened();
      await page.evaluate(() => tab.sdk.getDoc(tab.sdk.doc(tab.db, 'c/counter')).then(({ id }) => id));
      await context.setOffline(true);
      const local = await page.evaluate(async () => {
        const { addDoc, collection, doc, getDocFromCache, increment, updateDoc } = tab.sdk;
        for (let n = 0; n < 10; n += 1) {
          void updateDoc(doc(tab.db, 'c/counter'), { n: increment(1) });
          void addDoc(collection(tab.db, 'added'), { n });
        }
        return (await getDocFromCache(doc(tab.db, 'c/counter'))).get('n');
      });
      expect(local).toBe(10);
      await reload();
      expect((await db.doc('c/counter').get()).get('n')).toBe(0);
      await context.setOffline(false);
      await page.evaluate(() => tab.sdk.waitForPendingWrites(tab.db));
      await reload();
      await page.evaluate(() => tab.sdk.waitForPendingWrites(tab.db));
      expect((await db.doc('c/counter').get()).get('n')).toBe(10);
      expect((await db.collection('added').count().get()).data().count).toBe(10);
    });

    it('writes once although the answer to its request is lost', async () => {
      await db.doc('c/counter').set({ n: 0 });
      const { context, page } = await opened();
      let lost = 0;
      await context.route(/Write\/channel\?.*\bSID=/u, async (route) => {
        if (route.request().method() === 'POST' && lost === 0) {
          lost += 1;
          await route.fetch();
          await route.abort('connectionreset');
        } else {
          await route.continue();
        }
      });
      await page.evaluate(async () => {
        const { doc, increment, updateDoc } = tab.sdk;
        await Promise.all([1, 2, 3].map(() => updateDoc(doc(tab.db, 'c/counter'), { n: increment(1) })));
      });
      expect([lost, (await db.doc('c/counter').get()).get('n')]).toEqual([1, 3]);
    });

    it('sees limited queries filled from what it knows, and corrected afterwards', async () => {
      for (const n of [1, 2, 3, 4]) {
        await db.doc(`items/i${n}`).set({ n });
      }
      const { context, page } = await opened();
      const best = () =>
        page.evaluate(async () => {
          const { collection, getDocs, limit, orderBy, query } = tab.sdk;
          const found = await getDocs(query(collection(tab.db, 'items'), orderBy('n', 'desc'), limit(2)));
          return found.docs.map(({ id }) => id);
        });
      await page.evaluate(() =>
        tab.sdk.getDocs(tab.sdk.collection(tab.db, 'items')).then(({ size }) => size),
      );
      expect(await best()).toEqual(['i4', 'i3']);
      await context.setOffline(true);
      await page.evaluate(async () => {
        await tab.sdk.disableNetwork(tab.db);
        void tab.sdk.deleteDoc(tab.sdk.doc(tab.db, 'items/i4'));
      });
      expect(await best()).toEqual(['i3', 'i2']);
      await db.doc('items/i9').set({ n: 9 });
      await context.setOffline(false);
      await page.evaluate(async () => {
        await tab.sdk.enableNetwork(tab.db);
        await tab.sdk.waitForPendingWrites(tab.db);
      });
      expect(await best()).toEqual(['i9', 'i3']);
    });

    it('forgets what was deleted while it was away', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, n) => db.doc(`c/d${n}`).set({ n })));
      const { page, reload } = await opened();
      const settled = () =>
        page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const { collection, onSnapshot } = tab.sdk;
              const stop = onSnapshot(
                collection(tab.db, 'c'),
                { includeMetadataChanges: true },
                ({ size, metadata }) => {
                  if (!metadata.fromCache) {
                    stop();
                    resolve(size);
                  }
                },
              );
            }),
        );
      expect(await settled()).toBe(30);
      await page.evaluate(() => tab.sdk.disableNetwork(tab.db));
      await Promise.all(Array.from({ length: 29 }, (_, n) => db.doc(`c/d${n}`).delete()));
      await db.doc('c/new').set({ n: 1 });
      await reload();
      expect(await settled()).toBe(2);
      const cached = await page.evaluate(async () => {
        const { docs } = await tab.sdk.getDocsFromCache(tab.sdk.collection(tab.db, 'c'));
        return docs.map(({ id }) => id);
      });
      expect(cached).toEqual(['d29', 'new']);
    });

    it('still has a bundle that was loaded before', async () => {
      const { context, page, reload } = await opened();
      await context.setOffline(true);
      await page.evaluate(async (bundle) => {
        await tab.sdk.loadBundle(tab.db, bundle);
      }, bundle);
      await reload();
      const found = await page.evaluate(async () => {
        const named = await tab.sdk.namedQuery(tab.db, 'all');
        const { docs } = await tab.sdk.getDocsFromCache(named ?? tab.sdk.collection(tab.db, 'none'));
        return docs.map((each) => each.get('n'));
      });
      expect(found).toEqual([1, 2]);
    });

    it('has nothing left when its cache was cleared', async () => {
      await db.doc('c/a').set({ n: 1 });
      const { context, page, reload } = await opened();
      await page.evaluate(async () => {
        await tab.sdk.getDoc(tab.sdk.doc(tab.db, 'c/a'));
        await tab.sdk.terminate(tab.db);
        await tab.sdk.clearIndexedDbPersistence(tab.db);
      });
      await context.setOffline(true);
      await reload();
      const size = await page.evaluate(
        async () => (await tab.sdk.getDocsFromCache(tab.sdk.collection(tab.db, 'c'))).size,
      );
      expect(size).toBe(0);
    });

    it('answers from indexes of its own, while they are kept and after', async () => {
      await Promise.all(Array.from({ length: 120 }, (_, n) => db.doc(`c/d${n}`).set({ n })));
      const { page } = await opened();
      const found = await page.evaluate(async () => {
        const {
          collection,
          deleteAllPersistentCacheIndexes,
          disablePersistentCacheIndexAutoCreation,
          enablePersistentCacheIndexAutoCreation,
          getDocs,
          getDocsFromCache,
          getPersistentCacheIndexManager,
          query,
          where,
        } = tab.sdk;
        await getDocs(collection(tab.db, 'c'));
        const last = query(collection(tab.db, 'c'), where('n', '>=', 118));
        const manager = getPersistentCacheIndexManager(tab.db);
        const sizes: number[] = [];
        if (manager) {
          enablePersistentCacheIndexAutoCreation(manager);
          sizes.push((await getDocsFromCache(last)).size, (await getDocsFromCache(last)).size);
          disablePersistentCacheIndexAutoCreation(manager);
          deleteAllPersistentCacheIndexes(manager);
          sizes.push((await getDocsFromCache(last)).size);
        }
        return sizes;
      });
      expect(found).toEqual([2, 2, 2]);
    });
  });
}
