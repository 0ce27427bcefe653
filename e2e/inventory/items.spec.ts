/** Items: saved at once whatever their picture does, counted by several people, and labelled. */
import { expect, type Page, test } from '@playwright/test';
import { openAsDemo } from '../support/pages.ts';
import { openPictureSite, type PictureSite } from './picture-site.ts';

let site: PictureSite;
test.beforeAll(async () => {
  site = await openPictureSite();
});
test.afterAll(async () => await site.close());

const row = (page: Page, name: string) =>
  page.getByRole('grid', { name: 'Items' }).getByRole('row').filter({ hasText: name });

interface NewItem {
  name: string;
  address?: string;
  stock?: number;
  level?: number;
}

async function addItem(page: Page, { name, address, stock, level }: NewItem): Promise<void> {
  await page.getByRole('button', { name: 'New item' }).click();
  const dialog = page.getByRole('dialog', { name: 'New item' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (address !== undefined)
    await dialog.getByRole('textbox', { name: 'or the address of an image' }).fill(address);
  if (stock !== undefined) await dialog.getByRole('textbox', { name: 'In stock' }).fill(String(stock));
  if (level !== undefined) await dialog.getByRole('textbox', { name: 'Reorder level' }).fill(String(level));
  await dialog.getByRole('button', { name: 'Save item' }).click();
  await expect(dialog).toBeHidden();
}

const pictureOf = (page: Page, name: string) =>
  row(page, name)
    .locator('img')
    .evaluateAll((all) => all.some((img) => img instanceof HTMLImageElement && img.naturalWidth > 0));

test('is saved at once; its picture comes by itself, or says why not and can be tried again', async ({
  page,
}) => {
  await openAsDemo(page, 'inventory');
  await addItem(page, { name: 'Wood glue', address: `${site.address}/glue.jpg`, stock: 12, level: 4 });
  await expect(row(page, 'Wood glue')).toContainText('Saved');
  await expect(row(page, 'Wood glue')).toContainText(/SKU-[0-9A-Z]{8}/u);
  await expect.poll(async () => await pictureOf(page, 'Wood glue')).toBe(true);

  site.be('html');
  await addItem(page, { name: 'Clamps', address: `${site.address}/clamps.jpg`, stock: 2, level: 2 });
  await expect(row(page, 'Clamps')).toContainText('Saved');
  await expect(row(page, 'Clamps')).toContainText('Low');
  await expect(row(page, 'Clamps')).toContainText('Picture failed');
  site.be('well');
  await page.getByRole('button', { name: 'Retry the picture of Clamps' }).click();
  await expect.poll(async () => await pictureOf(page, 'Clamps')).toBe(true);
  await expect(row(page, 'Clamps')).not.toContainText('Picture failed');
});

test('waits for nothing while the site of its picture is down or hangs, and the breaker says so', async ({
  page,
  browser,
}) => {
  site.be('down');
  await openAsDemo(page, 'inventory');
  const queue = await (await browser.newContext()).newPage();
  await openAsDemo(queue, 'admin/processing');
  for (const number of [1, 2, 3, 4, 5]) {
    const name = `Tin of paint ${number}`;
    await addItem(page, { name, address: `${site.address}/paint-${number}.jpg` });
    await expect(row(page, name)).toContainText('Saved');
  }
  const service = queue
    .getByRole('region', { name: 'External services' })
    .getByRole('listitem')
    .filter({ hasText: new URL(site.address).host });
  await expect(service).toContainText(/Open|Half open/u);
  site.be('hanging');
  await addItem(page, { name: 'Hanging lamp', address: `${site.address}/lamp.jpg` });
  await expect(row(page, 'Hanging lamp')).toContainText('Saved');
  site.be('well');
  for (const name of ['Tin of paint 1', 'Tin of paint 5', 'Hanging lamp'])
    await expect.poll(async () => await pictureOf(page, name)).toBe(true);
});
