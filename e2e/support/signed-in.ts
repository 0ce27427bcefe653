/** A browser that is signed in already: what Firebase Authentication keeps there, taken from one that has signed in. */
import type { Page } from '@playwright/test';
import { z } from 'zod';

/** Where Firebase Authentication keeps the account. The cache of Firestore, beside it, belongs to one browser alone. */
const ACCOUNT_DATABASE = 'firebaseLocalStorageDb';

const stateSchema = z.looseObject({
  origins: z.array(
    z.looseObject({ origin: z.string(), indexedDB: z.array(z.looseObject({ name: z.string() })) }),
  ),
});

/** Storage of a browser, as Playwright puts it into another. */
export type SignedIn = Awaited<ReturnType<typeof whoIsSignedIn>>;

/** Reads who is signed in from the browser of `page`. */
export async function whoIsSignedIn(page: Page) {
  const state = stateSchema.parse(await page.context().storageState({ indexedDB: true }));
  return {
    cookies: [],
    origins: state.origins.map(({ origin, indexedDB }) => ({
      origin,
      localStorage: [],
      indexedDB: indexedDB.filter(({ name }) => name === ACCOUNT_DATABASE),
    })),
  };
}
