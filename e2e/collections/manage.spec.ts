/** A collection gets another name, and goes, with everything that belonged to it. */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { type Client, connectClient, createCollection } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { sampleCollection } from '../engine/runs.ts';
import {
  cancelProcessing,
  collectionCard,
  manageCollection,
  openAsDemo,
  processButton,
  progressPanel,
} from '../support/pages.ts';
import { clearFaults, injectFault, testAdmin, testPorts } from '../support/test-stack.ts';

let client: Client;
let collection: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(() => {
  collection = `manage-${randomUUID().slice(0, 8)}`;
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

const stored = async () => await testAdmin().db.doc(paths.collection(client.workspace, collection)).get();

const objects = async () => {
  const prefix = `${paths.collection(client.workspace, collection)}/`;
  const [files] = await testAdmin().bucket.getFiles({ prefix });
  return files.map(({ name }) => name);
};

/** Fills the dialog that is open, and saves. */
async function rename(page: Page, name: string, season: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Rename collection' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Season or delivery').fill(season);
  await dialog.getByRole('button', { name: 'Save' }).click();
}

test('renamed on its page and taken back; renamed on its card for good', async ({ page }) => {
  const name = `${collection} renamed`;
  await createCollection(client, collection, collection);
  await openAsDemo(page, `collections/${collection}`);
  const title = page.getByRole('heading', { level: 1 });
  await manageCollection(page, collection, 'Rename…');
  await rename(page, name, 'Resort 2027');
  await expect(title).toHaveText(name);
  await expect(page.getByText('Resort 2027')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title).toHaveText(collection);
  await expect(page.getByText('Resort 2027')).toBeHidden();

  await page.getByRole('link', { name: 'Collections' }).first().click();
  await expect(collectionCard(page, collection)).toBeVisible();
  await manageCollection(page, collection, 'Rename…');
  await rename(page, name, 'Resort 2027');
  await expect(collectionCard(page, name)).toContainText('Resort 2027');
  await expect.poll(async () => (await stored()).get('name')).toBe(name);
});

test('not deleted while it is being processed; afterwards it goes with its files', async ({ page }) => {
  await sampleCollection(client, collection);
  await injectFault('filter_images', 'before', { kind: 'hold' });
  await openAsDemo(page, `collections/${collection}`);
  await processButton(page).click();
  await expect(progressPanel(page)).toContainText('Phase 3 of 6');
  await page.getByRole('button', { name: `Manage ${collection}` }).click();
  const item = page.getByRole('menuitem', { name: 'Delete…' });
  await expect(item).toHaveAttribute('aria-disabled', 'true');
  await expect(item).toContainText('Cancel processing first.');
  await page.keyboard.press('Escape');
  await cancelProcessing(page);
  await expect(processButton(page)).toBeEnabled();
  await clearFaults();

  await manageCollection(page, collection, 'Delete…');
  const dialog = page.getByRole('dialog', { name: `Delete “${collection}”?` });
  await expect(dialog).toContainText('Its 2 files will be deleted');
  await dialog.getByRole('button', { name: 'Delete collection' }).click();
  await expect(page).toHaveURL(/\/collections$/u);
  await expect(collectionCard(page, collection)).toBeHidden();
  await expect.poll(async () => (await stored()).exists).toBe(false);
  await expect.poll(objects).toEqual([]);
});

test('an empty one is deleted from its card, also for whoever is looking at it', async ({
  page,
  context,
}) => {
  await createCollection(client, collection, collection);
  await openAsDemo(page, 'collections');
  const other = await context.newPage();
  await other.goto(`${page.url()}/${collection}`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(collection);
  // A tab behind another one draws once a second.
  await page.bringToFront();
  await manageCollection(page, collection, 'Delete…');
  const dialog = page.getByRole('dialog', { name: `Delete “${collection}”?` });
  await expect(dialog).toContainText('It is empty.');
  await dialog.getByRole('button', { name: 'Keep collection' }).click();
  await expect(collectionCard(page, collection)).toBeVisible();
  await manageCollection(page, collection, 'Delete…');
  await dialog.getByRole('button', { name: 'Delete collection' }).click();
  await expect(collectionCard(page, collection)).toBeHidden();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This collection does not exist');
});
