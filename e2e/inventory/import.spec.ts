/** Many items from a file: seen before, watched, reported row by row, and not doubled when the file comes again. */
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';
import { openPictureSite, type PictureSite } from './picture-site.ts';

const WORKSPACE = DEMO_WORKSPACE.id;
const ROWS = 500;
const PICTURES = 200;
/** Of the pictures, those that are not there. */
const LOST = 8;
/** Bad rows by their line in the file; none of them has a picture. */
const BAD: ReadonlyMap<number, string> = new Map([
  [240, ',SKU-I-238,1,Main Workshop,'],
  [270, 'Bolt 268,SKU-I-268,many,Main Workshop,'],
  [300, 'Bolt 298,SKU-I-1,4,Main Workshop,'],
  [401, 'Bolt 400,SKU-I-400,4,Main Workshop,ftp://example.com/bolt.jpg'],
]);

let site: PictureSite;
test.beforeAll(async () => {
  site = await openPictureSite();
});
test.afterAll(async () => await site.close());

function table(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const lost = index >= PICTURES - LOST;
    const url = index < PICTURES ? `${site.address}/bolt-${index}.${lost ? 'gone' : 'jpg'}` : '';
    return BAD.get(index + 2) ?? `Bolt ${index},SKU-I-${index},${index % 50},Main Workshop,${url}`;
  });
  return ['Name,SKU,Quantity,Location,Image URL', ...rows].join('\n');
}

async function importFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import items' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'bolts.csv', mimeType: 'text/csv', buffer: Buffer.from(table()) });
  await expect(dialog.getByRole('status', { name: 'Rows' })).toContainText(
    `${ROWS - BAD.size} rows are good, ${BAD.size} rows have a problem`,
  );
  for (const line of BAD.keys()) await expect(dialog).toContainText(new RegExp(`\\b${line}\\b`, 'u'));
  await dialog.getByRole('button', { name: `Import ${ROWS - BAD.size} items` }).click();
}

const figures = (page: Page) => page.getByRole('dialog', { name: 'Import items' }).getByLabel('Outcome');

/** How many of the pictures are in which state. */
async function pictureStates(): Promise<Record<string, number>> {
  const { docs } = await testAdmin().db.collection(paths.images(WORKSPACE)).get();
  const own = docs.filter((image) => String(image.get('source.url')).startsWith(`${site.address}/bolt-`));
  const byState = Map.groupBy(own, (image) => String(image.get('processing_status')));
  return Object.fromEntries([...byState].map(([state, images]) => [state, images.length]));
}

/** When each item was written last. */
async function itemTimes(): Promise<Map<string, number>> {
  const { docs } = await testAdmin().db.collection(paths.inventoryItems(WORKSPACE)).get();
  return new Map(
    docs
      .filter((item) => String(item.get('sku')).startsWith('SKU-I-'))
      .map((item) => [item.id, item.updateTime.toMillis()]),
  );
}

test('500 rows come in with their pictures, bad ones are named, and the same file again changes nothing', {
  // Two hundred pictures in a minute need both processors.
  tag: '@timed',
}, async ({ page }) => {
  await openAsDemo(page, 'inventory');
  await importFile(page);
  const good = ROWS - BAD.size;
  await expect(figures(page)).toContainText(`Created${good}`);
  await expect(figures(page)).toContainText(`Failed${BAD.size}`);
  const dialog = page.getByRole('dialog', { name: 'Import items' });
  for (const line of BAD.keys()) await expect(dialog).toContainText(new RegExp(`\\b${line}\\b`, 'u'));
  const before = await itemTimes();
  expect(before.size).toBe(good);
  await expect.poll(pictureStates).toEqual({ completed: PICTURES - LOST, failed: LOST });
  await expect(dialog).toContainText(`${PICTURES} images fetched, ${LOST} of them failed`);

  await dialog.getByRole('button', { name: 'Import another file' }).click();
  await page.keyboard.press('Escape');
  await importFile(page);
  await expect(figures(page)).toContainText(`Unchanged${good}`);
  await expect(figures(page)).toContainText('Created0');
  expect(await itemTimes()).toEqual(before);
  for (let index = 0; index < PICTURES - LOST; index++)
    expect(site.asked.get(`/bolt-${index}.jpg`), `picture ${index}`).toBe(1);
});
