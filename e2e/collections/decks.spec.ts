/** Deck settings with their live preview, categories by hand, and decks that can be opened. */
import { randomUUID } from 'node:crypto';
import { deckSchema, deckSettingsSchema } from '@docket/model/deck';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { type Client, connectClient, startRun } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { clearFaults, injectFault, testAdmin, testPorts, testUrl } from '../support/test-stack.ts';
import { collectionWithOrder, storedCollection } from './prepared.ts';

let client: Client;
let collection: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(async () => {
  collection = `deck-${randomUUID().slice(0, 8)}`;
  const order = await collectionWithOrder(testAdmin(), client, collection);
  await startRun(client, 'item_generation', collection, [order], 1);
  await expect
    .poll(async () => (await storedCollection(testAdmin(), client.workspace, collection)).item_count)
    .toBe(33);
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

const preview = (page: Page) => page.getByRole('region', { name: 'Live preview' });
const decks = (page: Page) => page.getByRole('list', { name: 'Decks' });
const settings = async () => {
  const stored = await testAdmin().db.doc(paths.deckSettings(client.workspace, collection)).get();
  return deckSettingsSchema.parse(stored.data());
};
const storedDecks = async () => {
  const found = await testAdmin().db.collection(paths.decks(client.workspace, collection)).get();
  return found.docs.map((deck) => deckSchema.parse(deck.data()));
};

test('settings are saved as they are typed and shown at once; the deck is as the preview promised', async ({
  page,
  browser,
}) => {
  await openAsDemo(page, `collections/${collection}/deck-settings`);
  await expect(preview(page)).toContainText('33 styles');
  await page.getByRole('textbox', { name: 'Title' }).fill('Herbst/Winter für Größen 46–58');
  await expect(preview(page)).toContainText('Herbst/Winter');
  await page.getByRole('radio', { name: '9 items' }).check();
  await expect(page.getByRole('status', { name: 'Saving' })).toContainText('Saved');
  await expect.poll(async () => (await settings()).layout).toBe(9);
  expect((await settings()).title).toBe('Herbst/Winter für Größen 46–58');
  const slides = Number(/(\d+) slides/u.exec(await preview(page).innerText())?.[1]);

  const other = await browser.newContext();
  const watcher = await other.newPage();
  await openAsDemo(watcher, `collections/${collection}/deck`);
  await page.goto(`${testUrl()}/w/${client.workspace}/collections/${collection}/deck`);
  await page.getByRole('button', { name: 'Generate Deck', exact: true }).click();
  await expect(decks(watcher)).toContainText(`33 items on ${slides} slides`);
  await expect(decks(page)).toContainText(`33 items on ${slides} slides`);
  await other.close();

  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      decks(page).getByRole('link', { name }).click(),
    ]);
    const stream = await file.createReadStream();
    return { name: file.suggestedFilename(), bytes: Buffer.concat(await stream.toArray()) };
  };
  const pptx = await download('PowerPoint');
  expect(pptx.name).toMatch(/\.pptx$/u);
  const parts = Object.keys(unzipSync(pptx.bytes));
  expect(parts.filter((part) => /^ppt\/slides\/slide\d+\.xml$/u.test(part))).toHaveLength(slides);
  const pdf = await download('PDF');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.name).toMatch(/\.pdf$/u);

  await decks(page)
    .getByRole('button', { name: /^Delete/u })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/u })
    .click();
  await expect(decks(page)).toBeHidden();
  await expect
    .poll(async () => {
      const prefix = `workspaces/${client.workspace}/collections/${collection}/decks/`;
      return (await testAdmin().bucket.getFiles({ prefix }))[0].length;
    })
    .toBe(0);
});

test('a cancelled deck leaves no files; the one before stays', { tag: '@timed' }, async ({ page }) => {
  await openAsDemo(page, `collections/${collection}/deck`);
  const generate = page.getByRole('button', { name: 'Generate Deck', exact: true });
  await generate.click();
  await expect(decks(page).getByRole('listitem')).toHaveCount(1);
  await injectFault('write_pdf', 'after', { kind: 'hold' });
  await generate.click();
  await expect.poll(async () => (await storedDecks()).length).toBe(2);
  await page
    .getByRole('button', { name: /^Cancel/u })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel/u })
    .click();
  await expect(generate).toBeEnabled({ timeout: 2_000 });
  expect((await storedDecks()).map(({ run }) => run)).toEqual([1]);
  const prefix = `workspaces/${client.workspace}/collections/${collection}/`;
  const [files] = await testAdmin().bucket.getFiles({ prefix });
  expect(files.map(({ name }) => name).filter((name) => name.includes('deck_generation-2'))).toEqual([]);
  await expect(decks(page).getByRole('listitem')).toHaveCount(1);
});

test('categories are renamed, merged and moved, here and in the items, and taken apart again', async ({
  page,
}) => {
  await openAsDemo(page, `collections/${collection}/deck-settings`);
  const categories = page.getByRole('list', { name: 'Categories' });
  await categories.getByRole('button', { name: 'Rename Outerwear' }).click();
  await page.getByRole('textbox', { name: 'New name for Outerwear' }).fill('Coats');
  await page.keyboard.press('Enter');
  await expect(categories.getByRole('heading').first()).toHaveText('Coats');
  await categories.getByRole('checkbox', { name: 'Select Coats' }).check();
  await categories.getByRole('checkbox', { name: 'Select Knitwear' }).check();
  await page.getByRole('button', { name: 'Merge into…' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: /Coats/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(categories.getByRole('heading', { name: 'Knitwear' })).toBeHidden();
  await categories.getByRole('button', { name: 'Move Coats down' }).click();
  await expect(categories.getByRole('heading').nth(1)).toHaveText('Coats');
  await page.getByRole('tab', { name: 'Collection Items' }).click();
  const row = page
    .getByRole('grid', { name: 'Items' })
    .getByRole('row', { name: /Fisher Cable Crew/u })
    .first();
  await expect(row).toContainText('Coats');
  await page.getByRole('tab', { name: 'Deck Settings' }).click();
  await categories.getByRole('button', { name: 'Split Knitwear off Coats' }).click();
  await expect(categories.getByRole('heading', { name: 'Knitwear' })).toBeVisible();
});

test('a hint gives other categories', async ({ page }) => {
  await openAsDemo(page, `collections/${collection}/deck-settings`);
  await page.getByText('Not the categories you expected? Give a hint').click();
  const form = page.getByRole('form', { name: 'Hint for categories' });
  await form.getByRole('textbox').fill('Coats & Jackets, Shirts, Dresses');
  await form.getByRole('button', { name: 'Try Again with This Hint' }).click();
  await expect
    .poll(async () => {
      const { categories } = await storedCollection(testAdmin(), client.workspace, collection);
      return categories.map(({ name }) => name);
    })
    .toEqual(['Coats & Jackets', 'Shirts', 'Dresses', 'Other']);
});
