import type { BrowserContext, Page } from '@playwright/test';
import type { Firestore } from 'firebase-admin/firestore';

export type BrowserStand = {
  readonly port: number;
  /** The Admin SDK on the same server. */
  readonly db: Firestore;
  /** The bundle that scenarios load. */
  readonly bundle: string;
  /** A new profile, closed after the test. */
  readonly profile: () => Promise<BrowserContext>;
};

/** Opens the page's client with a cache in IndexedDB. */
export async function openPersistent(
  page: Page,
  port: number,
  manager: 'single' | 'multiple',
): Promise<void> {
  await page.evaluate(
    ({ port, manager }) => {
      const { persistentLocalCache, persistentMultipleTabManager, persistentSingleTabManager } = tab.sdk;
      const tabManager =
        manager === 'single' ? persistentSingleTabManager({}) : persistentMultipleTabManager();
      tab.open(port, { localCache: persistentLocalCache({ tabManager }) });
    },
    { port, manager },
  );
}
