/** Generate Items on screen: from an order to items, corrected, edited, run again, cancelled, and what stands in the way. */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { type Client, connectClient, uploadDocument } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { openAsDemo, tab } from '../support/pages.ts';
import { clearFaults, injectFault, testAdmin, testPorts, testUrl } from '../support/test-stack.ts';
import {
  addOrder,
  collectionWithOrder,
  itemsOf,
  preparedCollection,
  SAMPLE_ORDER,
  sampleFile,
  storedCollection,
} from './prepared.ts';

let client: Client;
let collection: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(() => {
  collection = `items-${randomUUID().slice(0, 8)}`;
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

const OTHER_LINESHEET = 'harbour-and-vale-aw26-linesheet.xlsx';

const generateButton = (page: Page) => page.getByRole('button', { name: 'Generate Items', exact: true });
const generated = (page: Page) => page.getByRole('region', { name: 'Items generated' });
const failed = (page: Page) => page.getByRole('region', { name: 'Item generation failed' });
const columns = (page: Page) => page.getByRole('region', { name: 'How the order was read', exact: true });
const itemsTable = (page: Page) => page.getByRole('grid', { name: 'Items' });
const row = (page: Page, name: string | RegExp) => itemsTable(page).getByRole('row', { name });
const stored = async () => await itemsOf(testAdmin(), client.workspace, collection);
const results = async () => (await storedCollection(testAdmin(), client.workspace, collection)).item_results;

async function openItems(page: Page): Promise<void> {
  await openAsDemo(page, `collections/${collection}/items`);
  await expect(generateButton(page)).toBeVisible();
}

/** Starts a run and waits until `run` of them have been completed. */
async function generate(page: Page, run = 1): Promise<void> {
  await generateButton(page).click();
  await expect.poll(async () => (await results())?.run).toBe(run);
  await expect(generateButton(page)).toBeEnabled();
}

test('an order becomes items, each matched with its product, while another browser sees the deck tab unlock', async ({
  browser,
}) => {
  await collectionWithOrder(testAdmin(), client, collection);
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = await Promise.all(contexts.map(async (context) => await context.newPage()));
  if (first === undefined || second === undefined) throw new Error('no page');
  await openItems(first);
  await openAsDemo(second, `collections/${collection}/deck-settings`);
  await expect(tab(second, 'Generate Deck')).toHaveAttribute('aria-disabled', 'true');
  await generate(first);
  await expect(generated(first)).toContainText('33 items: 33 created');
  await expect(generated(first)).toContainText('461');
  await expect(row(first, /Pilot Duffle Coat/u).first()).toContainText('XS 1 · S 2 · M 3 · L 2 · XL 1');
  await expect(tab(second, 'Generate Deck')).not.toHaveAttribute('aria-disabled', 'true');
  const items = await stored();
  expect(items.filter(({ generated: { product } }) => product === null)).toEqual([]);
  expect(items.filter(({ generated: { image } }) => image === null)).toEqual([]);
  expect((await results())?.failed_checks).toBe(0);
  await Promise.all(contexts.map(async (context) => await context.close()));
});

test('what a person edits, alone or in bulk, can be undone and survives another run, which writes nothing', async ({
  page,
}) => {
  await collectionWithOrder(testAdmin(), client, collection);
  await openItems(page);
  await generate(page);
  const before = await testAdmin().db.collection(paths.items(client.workspace, collection)).get();
  const updated = new Map(before.docs.map((item) => [item.id, item.updateTime.toMillis()]));

  const name = row(page, /Quay Car Coat/u).getByText('Quay Car Coat', { exact: true });
  await name.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Quay Driving Coat');
  await page.keyboard.press('Enter');
  await expect(row(page, /Quay Driving Coat/u)).toBeVisible();
  await expect
    .poll(async () => (await stored()).flatMap(({ edits }) => edits.name ?? []))
    .toEqual(['Quay Driving Coat']);

  await page.getByRole('textbox', { name: 'Search items' }).fill('knitwear');
  await expect(row(page, /Fisher Cable Crew/u).first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  await page.getByRole('button', { name: 'Exclude', exact: true }).click();
  const excluded = async () => (await stored()).filter(({ edits }) => edits.excluded === true).length;
  await expect.poll(excluded).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(excluded).toBe(0);

  await page.getByRole('textbox', { name: 'Search items' }).fill('');
  await generate(page, 2);
  await expect(generated(page)).toContainText('33 unchanged');
  await expect(row(page, /Quay Driving Coat/u)).toBeVisible();
  const after = await testAdmin().db.collection(paths.items(client.workspace, collection)).get();
  const rewritten = after.docs.filter(
    (item) =>
      item.get('run') !== 1 ||
      (item.get('edited_at') === undefined && item.updateTime.toMillis() !== updated.get(item.id)),
  );
  expect(rewritten).toEqual([]);
});

const TWO_QUANTITIES = [
  'Style no.,Colour,Size,Ordered,Confirmed,Unit price',
  'HV26-1010,Camel,S,10,4,164',
  'HV26-1010,Camel,M,10,6,164',
  'HV26-2005,Ecru,M,20,8,72',
].join('\n');

test('a corrected column is used at once, from the columns on, and remembered for the next file', async ({
  page,
}) => {
  await preparedCollection(testAdmin(), client, collection);
  await addOrder(client, collection, 'confirmed.csv', TWO_QUANTITIES);
  await openItems(page);
  await generate(page);
  expect((await stored()).map(({ generated: { quantity } }) => quantity)).toEqual([20, 20]);
  const section = columns(page);
  const head = section.getByRole('button', { name: /How the order was read/u });
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
  await section.getByRole('combobox', { name: /Ordered/u }).selectOption('ignored');
  await section.getByRole('combobox', { name: /Confirmed/u }).selectOption('quantity');
  await page.getByRole('button', { name: 'Use these columns and generate again' }).click();
  await expect.poll(async () => (await results())?.run).toBe(2);
  expect((await stored()).map(({ generated: { quantity } }) => quantity)).toEqual([10, 8]);
  await expect(generated(page)).toContainText('2 updated');
  const job = await testAdmin()
    .db.doc(paths.job(client.workspace, `${collection}-item_generation-2`))
    .get();
  expect(job.get('attempts').map((attempt: { phase: number }) => attempt.phase)).toEqual([3, 4, 5, 6, 7]);

  const other = `items-${randomUUID().slice(0, 8)}`;
  await preparedCollection(testAdmin(), client, other);
  await addOrder(client, other, 'next.csv', TWO_QUANTITIES.replace('10,4', '12,5'));
  collection = other;
  await page.goto(`${testUrl()}/w/${client.workspace}/collections/${collection}/items`);
  await generate(page);
  expect((await stored()).map(({ generated: { quantity } }) => quantity)).toEqual([11, 8]);
  await expect(columns(page)).toContainText('Corrected by hand');
});

test('cancelling while items are being saved leaves none of them, and earlier ones as they were', {
  tag: '@timed',
}, async ({ page }) => {
  await collectionWithOrder(testAdmin(), client, collection);
  await openItems(page);
  await injectFault('save_items', 'after', { kind: 'hold' });
  await generateButton(page).click();
  await expect.poll(async () => (await stored()).length).toBe(33);
  // Written, and not yet published: nobody sees them.
  await expect(itemsTable(page)).toBeHidden();
  await page
    .getByRole('button', { name: /^Cancel/u })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel/u })
    .click();
  await expect(generateButton(page)).toBeEnabled({ timeout: 2_000 });
  expect(await stored()).toEqual([]);
  await expect(tab(page, 'Generate Deck')).toHaveAttribute('aria-disabled', 'true');
  await clearFaults();

  await generate(page, 2);
  const whole = await stored();
  await addOrder(
    client,
    collection,
    'second.csv',
    'Style no.,Colour,Size,Qty\nHV26-1010,Camel,M,100\nNEW-1,Red,M,5',
  );
  await expect(page.getByText('These items are out of date')).toBeVisible();
  await injectFault('save_items', 'after', { kind: 'hold' });
  await generateButton(page).click();
  await expect.poll(async () => (await stored()).length).toBe(34);
  await page
    .getByRole('button', { name: /^Cancel/u })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel/u })
    .click();
  await expect(generateButton(page)).toBeEnabled({ timeout: 2_000 });
  const comparable = (items: typeof whole) => items.map((item) => ({ ...item, before: null }));
  expect(comparable(await stored())).toEqual(comparable(whole));
});

test('an order that cannot be read, orders nothing, or is not there: each says what to do, and nothing is lost', async ({
  page,
}) => {
  await preparedCollection(testAdmin(), client, collection);
  await openItems(page);
  await expect(generateButton(page)).toBeDisabled();
  await expect(page.getByText('Upload a purchase order first.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to Collection Info' })).toBeVisible();

  const people = await addOrder(
    client,
    collection,
    'people.csv',
    'Name,Phone\nAnna Berg,0171 5551234\nBen Dahl,0171 5559876',
  );
  await expect(page.getByText('Reads “people.csv”')).toBeVisible();
  await generateButton(page).click();
  await expect(failed(page)).toContainText('No table with article numbers or names and quantities was found');
  await expect(columns(page)).toContainText('Phone');

  await testAdmin()
    .db.doc(paths.document(client.workspace, collection, people))
    .delete();
  const empty = await addOrder(
    client,
    collection,
    'blank-form.csv',
    'Style no.,Colour,Size,Quantity,Unit price\nHV26-1010,Camel,S,,164\nHV26-1010,Camel,M,,164',
  );
  await expect(page.getByText('Reads “blank-form.csv”')).toBeVisible();
  await generateButton(page).click();
  await expect(failed(page)).toContainText('orders nothing');
  await expect(failed(page)).toContainText('blank-form.csv');

  await testAdmin()
    .db.doc(paths.document(client.workspace, collection, empty))
    .delete();
  await addOrder(client, collection, SAMPLE_ORDER, await sampleFile(SAMPLE_ORDER));
  await expect(page.getByText(`Reads “${SAMPLE_ORDER}”`)).toBeVisible();
  await generate(page, 3);
  expect(await stored()).toHaveLength(33);

  // The linesheet is replaced after items exist: they stay, and the page says so and what to do.
  const linesheets = await testAdmin()
    .db.collection(paths.documents(client.workspace, collection))
    .where('kind', '==', 'linesheet')
    .get();
  await uploadDocument(client, collection, {
    name: OTHER_LINESHEET,
    kind: 'linesheet',
    bytes: await sampleFile(OTHER_LINESHEET),
  });
  for (const linesheet of linesheets.docs) await linesheet.ref.delete();
  await expect(
    page.getByText(`The linesheet was replaced by “${OTHER_LINESHEET}”. Process Documents`),
  ).toBeVisible();
  expect(await stored()).toHaveLength(33);

  // And when it has been processed.
  await testAdmin()
    .db.doc(paths.collection(client.workspace, collection))
    .update({ 'results.job_id': 'another-run' });
  await expect(page.getByText('The linesheet has been processed again since')).toBeVisible();
  expect(await stored()).toHaveLength(33);
});

test('an order by names alone, with totals that do not add up, says where to look', async ({ page }) => {
  await preparedCollection(testAdmin(), client, collection);
  await addOrder(
    client,
    collection,
    'names.csv',
    'Item,Colour,Size,Quantity,Unit price\nPilot Duffle Coat,Camel,M,4,164\nSea Monster,Green,L,2,10\nTotal,,,9,',
  );
  await openItems(page);
  await generate(page);
  await expect(page.getByText('A printed total differs from what was read')).toBeVisible();
  await expect(page.getByText(/prints 9 pieces.*6 were read/u)).toBeVisible();
  const items = await stored();
  expect(items.map(({ generated: { name, product } }) => [name, product?.sku ?? null])).toEqual([
    ['Pilot Duffle Coat', 'HV26-1010'],
    ['Sea Monster', null],
  ]);
  await expect(generated(page)).toContainText('1 item is not in the linesheet');
});

test('items are exported as they are shown, in both formats', async ({ page }) => {
  await preparedCollection(testAdmin(), client, collection);
  await addOrder(client, collection, 'names.csv', 'Item,Size,Quantity\n=1+1,M,4\nPilot Duffle Coat,M,2');
  await openItems(page);
  await generate(page);
  const download = async (format: RegExp) => {
    await page.getByRole('button', { name: /Export/u }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    return await file.createReadStream().then(async (stream) => Buffer.concat(await stream.toArray()));
  };
  expect((await download(/All as CSV/u)).toString('utf8')).toContain("'=1+1");
  expect((await download(/All as Excel/u)).subarray(0, 2).toString()).toBe('PK');
});
