/** Every screen, in both colour schemes and on a narrow phone: nothing but trifles for axe, nothing wider than the screen. */
import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Client, connectClient, startProcessing, startRun } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { reaches, sampleCollection } from '../engine/runs.ts';
import { jobToReview, openJob } from '../fitments/fitment-pages.ts';
import { makePhotos, sendPhotos } from '../images/photos.ts';
import { beginWith, itemRow, labelledPhoto, suggestions } from '../listings/listing-pages.ts';
import { storedCollection } from './prepared.ts';
import { collectionCard, openAsDemo, progressPanel, tab } from '../support/pages.ts';
import {
  clearFaults,
  injectFault,
  releaseFault,
  testAdmin,
  testPorts,
  testUrl,
} from '../support/test-stack.ts';

let client: Client;
let done: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
  done = `done-${randomUUID().slice(0, 8)}`;
  const documents = await sampleCollection(client, done);
  await startProcessing(client, done, documents);
  await reaches(testAdmin(), client.workspace, done, 'completed');
  await startRun(client, 'item_generation', done, documents.slice(1), 1);
  await sendPhotos(client, await makePhotos(3));
  await expect
    .poll(async () => (await storedCollection(testAdmin(), client.workspace, done)).item_count)
    .toBe(33);
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

/** How a screen is looked at: as people have it at a desk, and at night on a narrow phone. */
const APPEARANCES = [
  { name: 'light, wide', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark, 360 px', colorScheme: 'dark', viewport: { width: 360, height: 780 } },
] as const;

/** Looks at what is shown in each appearance, and leaves it in the first. */
async function expectSound(page: Page, screen: string): Promise<void> {
  for (const appearance of APPEARANCES) {
    await putOn(page, appearance);
    await expectSoundAsShown(page, `${screen}, ${appearance.name}`);
  }
  await putOn(page, APPEARANCES[0]);
}

async function putOn(page: Page, { colorScheme, viewport }: (typeof APPEARANCES)[number]): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

async function expectSoundAsShown(page: Page, screen: string): Promise<void> {
  // There are no frames whose results would have to be put together on a page of their own.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const weighty = violations.filter(({ impact }) => impact !== 'minor');
  const found = weighty.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
  expect(found, screen).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${screen}: horizontal overflow`).toBeLessThanOrEqual(0);
}

test.describe('every screen', () => {
  test('sign-in, collections, results and every tab', async ({ page }) => {
    await page.goto(testUrl());
    await expect(page.getByRole('button', { name: 'Use the demo account' })).toBeVisible();
    await expectSound(page, 'sign-in');
    await openAsDemo(page, 'collections');
    await expect(collectionCard(page, done)).toBeVisible();
    await expectSound(page, 'collections');
    await page.getByRole('button', { name: `Manage ${done}` }).click();
    await expectSound(page, 'menu of a collection');
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(page.getByRole('dialog')).toContainText('Its 2 files');
    await expectSound(page, 'deletion');
    await page.keyboard.press('Escape');
    await page.goto(`${testUrl()}/w/${client.workspace}/collections/gone`);
    await expect(page.getByRole('heading', { name: 'This collection does not exist' })).toBeVisible();
    await expectSound(page, 'no such collection');
    await page.goto(`${testUrl()}/w/${client.workspace}/collections/${done}`);
    await expect(page.getByRole('region', { name: 'Processing completed' })).toBeVisible();
    await expectSound(page, 'completed');
    await tab(page, 'Deck Settings').click();
    await expect(page.getByText('Outerwear').first()).toBeVisible();
    await expectSound(page, 'deck settings');
    await tab(page, 'Collection Items').click();
    await expect(page.getByText('Pilot Duffle Coat').first()).toBeVisible();
    await expectSound(page, 'collection items');
    await page.getByRole('button', { name: /How the order was read/u }).click();
    await expect(page.getByText('Style no.').first()).toBeVisible();
    await expectSound(page, 'how the order was read');
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Totals').click();
    await expect(page.getByRole('table', { name: 'Totals by category' })).toBeVisible();
    await expectSound(page, 'totals');
    await tab(page, 'Generate Deck').click();
    await expect(page.getByRole('region', { name: 'Deck to generate' })).toContainText('33');
    await expectSound(page, 'generate deck');
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('region', { name: 'Runs' })).toBeVisible();
    await expectSound(page, 'history');
    await page.goto(`${testUrl()}/w/${client.workspace}/activity`);
    await expect(page.getByRole('region', { name: 'Analytics' })).toBeVisible();
    await expectSound(page, 'activity');
    await page.goto(`${testUrl()}/w/${client.workspace}/analytics`);
    await expect(page.getByRole('region', { name: 'Runs over time' })).toBeVisible();
    await page.getByRole('button', { name: /^Show as table of Runs/u }).click();
    await expect(page.getByRole('table', { name: /Runs by day/u })).toBeVisible();
    await expectSound(page, 'analytics');
    await page.goto(`${testUrl()}/w/${client.workspace}/settings/notifications`);
    await expect(page.getByRole('region', { name: 'Webhooks' })).toBeVisible();
    await expectSound(page, 'notifications');
    await page.goto(`${testUrl()}/w/${client.workspace}/settings/members`);
    await expect(page.getByRole('list', { name: 'Members' })).toBeVisible();
    await expectSound(page, 'members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await expectSound(page, 'a new invitation');
    await page.goto(`${testUrl()}/join/elsewhere/none#none`);
    await expect(page.getByRole('heading', { name: 'This invitation is not valid' })).toBeVisible();
    await expectSound(page, 'an invitation');
    await page.goto(`${testUrl()}/w/${client.workspace}/images`);
    await expect(page.getByRole('grid', { name: 'Images' }).getByRole('gridcell').first()).toBeVisible();
    await expectSound(page, 'images');
    await page.getByRole('grid', { name: 'Images' }).getByRole('link').first().click();
    await expect(page.getByRole('dialog', { name: /Image/u })).toContainText('Thumbnail 160');
    await expectSound(page, 'an image');
    await page.goto(`${testUrl()}/w/${client.workspace}/images`);
    await page.getByRole('button', { name: 'Import from addresses' }).click();
    await page.getByRole('textbox', { name: 'Addresses' }).fill('not an address');
    await expect(page.getByRole('list', { name: 'Lines that will be left out' })).toBeVisible();
    await expectSound(page, 'import from addresses');
    await page.goto(`${testUrl()}/w/${client.workspace}/admin/processing`);
    await expect(page.getByRole('region', { name: 'Backfill' })).toBeVisible();
    await expectSound(page, 'processing queue');
  });

  test('stock, its places, suppliers and reorders', async ({ page }) => {
    await openAsDemo(page, 'inventory');
    await page.getByRole('button', { name: 'New item' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New item' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(`Sandpaper ${done}`);
    await expectSound(page, 'new item of stock');
    await dialog.getByRole('button', { name: 'Save item' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: `Sandpaper ${done}` })).toContainText('Saved');
    await expectSound(page, 'stock');
    await page.getByRole('button', { name: 'Import CSV' }).click();
    await expect(page.getByRole('dialog', { name: 'Import items' })).toBeVisible();
    await expectSound(page, 'import of items');
    for (const [part, heading] of [
      ['suppliers', 'Suppliers'],
      ['locations', 'Locations'],
      ['reorders', 'Reorders'],
    ] as const) {
      await openAsDemo(page, `inventory/${part}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expectSound(page, part);
    }
  });

  test('items that are offered, from their photos on', async ({ page }) => {
    await openAsDemo(page, 'listings/new');
    await expectSound(page, 'photos of a new item');
    const { label, file } = await labelledPhoto(6);
    await beginWith(page, [file]);
    await expect(suggestions(page)).toContainText('highlighted below');
    await expectSound(page, 'suggestions');
    await openAsDemo(page, 'listings/drafts');
    await expect(page.getByRole('list', { name: 'Drafts' })).toContainText('Suggestions ready');
    await expectSound(page, 'drafts');
    await page.goBack();
    await expect(suggestions(page)).toContainText('highlighted below');
    await page.getByRole('button', { name: 'Save item' }).click();
    await expect(itemRow(page, label.brand)).toBeVisible();
    await expectSound(page, 'my items');
  });

  test('parts, the vehicles they fit, and the table these are from', async ({ page }) => {
    await jobToReview(client, `fit-${done}`);
    await openJob(page, `fit-${done}`);
    await expectSound(page, 'review of fitments');
    await page.getByRole('button', { name: 'Keys of the review' }).click();
    await expect(page.getByRole('dialog', { name: 'Keys of the review' })).toBeVisible();
    await expectSound(page, 'keys of the review');
    await page.keyboard.press('Escape');
    for (const [section, shown] of [
      ['Exceptions', 'No vehicle named'],
      ['File', 'What each column was taken for'],
    ] as const) {
      await page.getByRole('tab', { name: section }).click();
      await expect(page.getByText(shown).first()).toBeVisible();
      await expectSound(page, `fitments, ${section}`);
    }
    await openAsDemo(page, 'fitments/parts');
    await page.getByRole('button', { name: 'New part' }).first().click();
    await page.getByRole('textbox', { name: 'Part number' }).fill(`KM-${done}`);
    await page.getByRole('textbox', { name: 'Description' }).fill('Oil filter Honda Civic 2006-2011');
    await expectSound(page, 'new part');
    await page.getByRole('dialog').getByRole('button', { name: 'Add part' }).click();
    await expect(page.getByRole('row').filter({ hasText: `KM-${done}` })).toBeVisible();
    await expectSound(page, 'parts');
    for (const [part, heading] of [
      ['jobs', 'AI Jobs & Progress'],
      ['results', 'Results'],
      ['vehicles', 'Vehicles'],
    ] as const) {
      await openAsDemo(page, `fitments/${part}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expectSound(page, `fitments, ${part}`);
    }
  });

  test('a run under way, and a failed one', async ({ page }) => {
    const collection = `busy-${randomUUID().slice(0, 8)}`;
    await injectFault('extract_products', 'before', { kind: 'hold' });
    await openAsDemo(page, `collections/${collection}`);
    await startProcessing(client, collection, await sampleCollection(client, collection));
    await expect(progressPanel(page)).toContainText('Phase 5 of 6');
    await expectSound(page, 'running');
    await injectFault('match_images', 'before', { kind: 'fail', code: 'file_corrupt' });
    await releaseFault('extract_products', 'before');
    await expect(page.getByRole('region', { name: 'Processing failed' })).toBeVisible();
    await expectSound(page, 'failed');
  });
});
