import { describe, expect, it } from 'vitest';
import { openTab } from './chromium.ts';
import type { BrowserStand } from './stand.ts';

export function transports({ port, db, profile }: BrowserStand): void {
  describe('a page', () => {
    it.each([
      ['that streams', {}],
      [
        'that polls',
        { experimentalForceLongPolling: true, experimentalLongPollingOptions: { timeoutSeconds: 5 } },
      ],
      ['that finds out whether it can stream', { experimentalAutoDetectLongPolling: true }],
    ])('%s writes, and hears of what others write', async (_, settings) => {
      const page = await openTab(await profile());
      const heard = page.evaluate(
        ({ port, settings }) => {
          const { collection, doc, onSnapshot, setDoc } = tab.sdk;
          const opened = tab.open(port, settings);
          const seen: string[][] = [];
          return new Promise<string[][]>((resolve) => {
            onSnapshot(collection(opened, 'c'), ({ docs }) => {
              seen.push(docs.map(({ id }) => id));
              if (docs.length === 0) {
                void setDoc(doc(opened, 'c/mine'), {});
              }
              if (docs.length === 2) {
                resolve(seen);
              }
            });
          });
        },
        { port, settings },
      );
      while (!(await db.doc('c/mine').get()).exists) {
        // It comes when the page has heard that there is nothing.
      }
      await db.doc('c/others').set({});
      expect(await heard).toEqual([[], ['mine'], ['mine', 'others']]);
    });
  });
}
