/** The app as a person operates it: by the names that are read on screen. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { type SignedIn, whoIsSignedIn } from './signed-in.ts';
import { testUrl } from './test-stack.ts';

/** What a browser keeps of who is signed in, once a test of this worker has signed in with the demo account. */
let signedIn: SignedIn | undefined;

/** The browsers that are signed in. */
const known = new WeakSet<BrowserContext>();

/** Opens `path` of the demo workspace, e.g. `collections/sample`, signed in with the demo account. */
export async function openAsDemo(page: Page, path: string): Promise<void> {
  const address = `${testUrl()}/w/${DEMO_WORKSPACE.id}/${path}`;
  const context = page.context();
  if (!known.has(context)) {
    known.add(context);
    if (signedIn === undefined) {
      await page.goto(address);
      await page.getByRole('button', { name: 'Use the demo account' }).click();
      await expect(navigation(page)).toBeVisible();
      signedIn = await whoIsSignedIn(page);
    } else {
      // A page of the app that is open holds on to what is to be replaced.
      await page.goto('about:blank');
      await context.setStorageState(signedIn);
    }
  }
  await page.goto(address);
  await expect(navigation(page)).toBeVisible();
}

const navigation = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .or(page.getByRole('button', { name: 'Menu' }))
    .first();

export const processButton = (page: Page) =>
  page.getByRole('button', { name: 'Process Documents', exact: true });
export const progressPanel = (page: Page) => page.getByRole('status', { name: 'Processing progress' });
export const tab = (page: Page, name: string) => page.getByRole('tab', { name });
export const completedPanel = (page: Page) => page.getByRole('region', { name: 'Processing completed' });
export const failedPanel = (page: Page) => page.getByRole('region', { name: 'Processing failed' });

/** A collection in the list. */
export const collectionCard = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });

/** Chooses an item of a collection's menu, on its page or on its card. */
export async function manageCollection(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Manage ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Cancels the run that the page shows, and confirms. */
export async function cancelProcessing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel Processing' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel Processing' }).click();
}
