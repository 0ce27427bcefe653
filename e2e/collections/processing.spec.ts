/** "Process Documents" on screen: live for everybody who watches, once however often it is started, stopped at will. */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { type Client, connectClient } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { derivedFiles, jobOf, productsOf, sampleCollection } from '../engine/runs.ts';
import {
  cancelProcessing,
  completedPanel,
  failedPanel,
  openAsDemo,
  processButton,
  progressPanel,
  tab,
} from '../support/pages.ts';
import { clearFaults, injectFault, testAdmin, testPorts } from '../support/test-stack.ts';

let client: Client;
let collection: string;
let documents: string[];

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(async () => {
  collection = `page-${randomUUID().slice(0, 8)}`;
  documents = await sampleCollection(client, collection);
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

const jobsOfCollection = async () => {
  const jobs = await testAdmin().db.collection(paths.jobs(client.workspace)).get();
  return jobs.docs.filter((job) => job.get('subject.id') === collection);
};

test('two browsers watch one run; three clicks in the same instant start it once; tabs unlock by themselves', async ({
  browser,
}) => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext(), browser.newContext()]);
  const pages = await Promise.all(contexts.map(async (context) => await context.newPage()));
  for (const page of pages) {
    await openAsDemo(page, `collections/${collection}`);
    await expect(processButton(page)).toBeEnabled();
    await expect(tab(page, 'Collection Items')).toHaveAttribute('aria-disabled', 'true');
  }
  await injectFault('extract_products', 'before', { kind: 'hold' });
  // Whether the button can still be pressed or not: where another click was faster, its run is there already.
  await Promise.all(pages.map(async (page) => await processButton(page).click({ force: true })));
  for (const page of pages) {
    await expect(progressPanel(page)).toContainText('Phase 5 of 6: Extracting structured products');
    // Categories exist from phase 4 on: the next two tabs are open while the run goes on.
    await expect(tab(page, 'Deck Settings')).not.toHaveAttribute('aria-disabled', 'true');
    await expect(tab(page, 'Generate Deck')).toHaveAttribute('aria-disabled', 'true');
  }
  await clearFaults();
  for (const page of pages) {
    await expect(completedPanel(page)).toContainText('39');
    await tab(page, 'Collection Items').click();
    await expect(page.getByText('Pilot Duffle Coat')).toBeVisible();
  }
  expect(await jobsOfCollection()).toHaveLength(1);
  await Promise.all(contexts.map(async (context) => await context.close()));
});

test('a reload in the middle shows the phase that is running', async ({ page }) => {
  await injectFault('filter_images', 'before', { kind: 'hold' });
  await openAsDemo(page, `collections/${collection}`);
  await processButton(page).click();
  await expect(progressPanel(page)).toContainText('Phase 3 of 6: Filtering product images');
  await page.reload();
  await expect(progressPanel(page)).toContainText('Phase 3 of 6: Filtering product images');
  await expect(processButton(page)).toBeDisabled();
  await clearFaults();
  await expect(completedPanel(page)).toBeVisible();
});

test('Cancel is acknowledged at once and leaves the collection startable within 2 s, files kept, nothing half done', {
  tag: '@timed',
}, async ({ page }) => {
  await injectFault('match_images', 'after', { kind: 'hold' });
  await openAsDemo(page, `collections/${collection}`);
  await processButton(page).click();
  await expect(progressPanel(page)).toContainText('Phase 6 of 6');
  await expect
    .poll(async () => (await productsOf(testAdmin(), client.workspace, collection, documents)).length)
    .toBe(39);
  await page.getByRole('button', { name: 'Cancel Processing' }).first().click();
  const confirmed = Date.now();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel Processing' }).click();
  await expect(processButton(page)).toBeEnabled({ timeout: 2_000 });
  expect(Date.now() - confirmed).toBeLessThan(2_000);
  expect(await productsOf(testAdmin(), client.workspace, collection, documents)).toEqual([]);
  expect(await derivedFiles(testAdmin(), client.workspace, collection)).toEqual([]);
  await expect(page.getByText('harbour-and-vale-aw26-linesheet.pdf')).toBeVisible();
  await expect(tab(page, 'Deck Settings')).toHaveAttribute('aria-disabled', 'true');
  await clearFaults();
  await processButton(page).click();
  await expect(completedPanel(page)).toBeVisible();
});

test('a run can be cancelled while it is held up in its first phase, by somebody else', async ({
  browser,
}) => {
  await injectFault('extract_images', 'before', { kind: 'hold' });
  const [starter, other] = [await browser.newContext(), await browser.newContext()];
  const [first, second] = [await starter.newPage(), await other.newPage()];
  await openAsDemo(first, `collections/${collection}`);
  await openAsDemo(second, `collections/${collection}`);
  await processButton(first).click();
  await expect(progressPanel(second)).toContainText('Phase 1 of 6');
  await cancelProcessing(second);
  await expect(processButton(first)).toBeEnabled();
  await expect(processButton(second)).toBeEnabled();
  await starter.close();
  await other.close();
});

test('a failure in phase 4 shows its message, and Retry runs phase 4 on, not 1', async ({ page }) => {
  await injectFault('generate_categories', 'before', { kind: 'fail', code: 'file_corrupt' });
  await openAsDemo(page, `collections/${collection}`);
  await processButton(page).click();
  await expect(failedPanel(page)).toContainText('Generating categories');
  await expect(failedPanel(page)).toContainText('is damaged and cannot be opened');
  await page.getByRole('button', { name: 'Retry Processing' }).click();
  await expect(completedPanel(page)).toBeVisible();
  const { attempts } = await jobOf(testAdmin(), client.workspace, `${collection}-document_processing-1`);
  expect(attempts.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual([
    '1 succeeded',
    '2 succeeded',
    '3 succeeded',
    '4 failed',
    '4 succeeded',
    '5 succeeded',
    '6 succeeded',
  ]);
});

test('a hiccup is retried by itself and shown while it waits', async ({ page }) => {
  await injectFault('extract_text', 'before', { kind: 'fail', code: 'internal' });
  await openAsDemo(page, `collections/${collection}`);
  await processButton(page).click();
  await expect(page.getByText(/Attempt 2 of 3/u).first()).toBeAttached();
  await expect(completedPanel(page)).toBeVisible();
});

test('the address of a locked tab leads back to Collection Info', async ({ page }) => {
  await openAsDemo(page, `collections/${collection}/deck-settings`);
  await expect(tab(page, 'Collection Info')).toHaveAttribute('aria-selected', 'true');
  await expect(page).not.toHaveURL(/deck-settings/u);
});

test('a second run replaces the results of the first', async ({ page }) => {
  await openAsDemo(page, `collections/${collection}`);
  await processButton(page).click();
  await expect(completedPanel(page)).toBeVisible();
  await processButton(page).click();
  await expect
    .poll(async () =>
      (await jobsOfCollection()).map((job) => `${job.get('run')} ${job.get('status')} ${job.get('open')}`),
    )
    .toContain('2 completed false');
  expect(await productsOf(testAdmin(), client.workspace, collection, documents)).toHaveLength(39);
  const files = await derivedFiles(testAdmin(), client.workspace, collection);
  expect(files.filter((name) => name.includes('-document_processing-1/'))).toEqual([]);
});
