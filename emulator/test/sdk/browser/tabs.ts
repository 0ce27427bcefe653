import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { openTab } from './chromium.ts';
import { type BrowserStand, openPersistent } from './stand.ts';

/** Resolves when the tab sees a document whose `n` is as wanted, from wherever. */
const sees = (page: Page, path: string, wanted: number) =>
  page.evaluate(
    ({ path, wanted }) =>
      new Promise<boolean>((resolve) => {
        const stop = tab.sdk.onSnapshot(tab.sdk.doc(tab.db, path), (snapshot) => {
          if (snapshot.get('n') === wanted) {
            queueMicrotask(() => stop());
            resolve(snapshot.metadata.hasPendingWrites);
          }
        });
      }),
    { path, wanted },
  );

const write = (page: Page, path: string, n: number) =>
  page.evaluate(
    ({ path, n }) => {
      void tab.sdk.setDoc(tab.sdk.doc(tab.db, path), { n });
    },
    { path, n },
  );

export function tabs({ port, db, profile }: BrowserStand): void {
  async function pair(): Promise<[Page, Page]> {
    const context = await profile();
    const pages: [Page, Page] = [await openTab(context), await openTab(context)];
    for (const page of pages) {
      await openPersistent(page, port, 'multiple');
    }
    return pages;
  }

  describe('two tabs with one cache', () => {
    it('see each other’s writes, and the server sees each once', async () => {
      await db.doc('c/counter').set({ n: 0 });
      const [left, right] = await pair();
      const seen = Promise.all([sees(left, 'c/counter', 6), sees(right, 'c/counter', 6)]);
      for (const page of [left, right]) {
        await page.evaluate(async () => {
          const { doc, increment, updateDoc } = tab.sdk;
          await Promise.all([1, 2, 3].map(() => updateDoc(doc(tab.db, 'c/counter'), { n: increment(1) })));
        });
      }
      await seen;
      expect((await db.doc('c/counter').get()).get('n')).toBe(6);
    });

    it('see without a network what the other has written', async () => {
      const [left, right] = await pair();
      await Promise.all([left, right].map((page) => page.evaluate(() => tab.sdk.disableNetwork(tab.db))));
      await write(left, 'c/a', 7);
      expect(await sees(right, 'c/a', 7)).toBe(true);
      await Promise.all([left, right].map((page) => page.evaluate(() => tab.sdk.enableNetwork(tab.db))));
      await right.evaluate(() => tab.sdk.waitForPendingWrites(tab.db));
      expect((await db.doc('c/a').get()).get('n')).toBe(7);
    });

    it('go on when one of them is closed', async () => {
      const [left, right] = await pair();
      await write(left, 'c/a', 1);
      await sees(right, 'c/a', 1);
      const later = sees(right, 'c/a', 3);
      await left.close({ runBeforeUnload: true });
      await write(right, 'c/b', 2);
      await right.evaluate(() => tab.sdk.waitForPendingWrites(tab.db));
      await db.doc('c/a').set({ n: 3 });
      await later;
      expect((await db.doc('c/b').get()).get('n')).toBe(2);
    });

    it('may also be opened in the way of older pages', async () => {
      await db.doc('c/a').set({ n: 1 });
      const context = await profile();
      const read = (page: Page, shared: boolean) =>
        page.evaluate(
          async ({ port, shared }) => {
            const { doc, enableIndexedDbPersistence, enableMultiTabIndexedDbPersistence, getDoc } = tab.sdk;
            const opened = tab.open(port, {});
            await (shared ? enableMultiTabIndexedDbPersistence(opened) : enableIndexedDbPersistence(opened));
            return (await getDoc(doc(opened, 'c/a'))).get('n');
          },
          { port, shared },
        );
      expect(await read(await openTab(context), true)).toBe(1);
      expect(await read(await openTab(context), true)).toBe(1);
      expect(await read(await openTab(await profile()), false)).toBe(1);
    });
  });
}
