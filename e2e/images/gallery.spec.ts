/** The images page: dropped, there at once, finished in the background, looked at, imported, deleted. */
import { createServer, type Server } from 'node:http';
import { storagePaths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { clearFaults, injectFault, releaseFault, testAdmin } from '../support/test-stack.ts';
import {
  HEIC_PHOTO,
  imageIdOf,
  makePhotos,
  makePhoneTurnedPhoto,
  type PhotoFile,
  storedImage,
} from './photos.ts';

const WORKSPACE = DEMO_WORKSPACE.id;

test.afterEach(clearFaults);

const tile = (page: Page, { name }: Pick<PhotoFile, 'name'>) =>
  page.getByRole('grid', { name: 'Images' }).getByRole('gridcell').filter({ hasText: name });

const choose = async (page: Page, files: readonly PhotoFile[]) =>
  await page.getByLabel('Image files').setInputFiles([...files]);

/** The widths of the picture that a tile shows, or could show, as `srcset` names them. */
const widthsOf = async (page: Page, photo: PhotoFile) =>
  ((await tile(page, photo).locator('img').getAttribute('srcset')) ?? '').match(/\d+w/gu) ?? [];

/** Whether the picture in a tile has really been drawn. */
const isDrawn = async (page: Page, photo: PhotoFile) =>
  await tile(page, photo)
    .locator('img')
    .evaluate((img) => img instanceof HTMLImageElement && img.complete && img.naturalWidth > 0);

test('photos are there as soon as they are dropped, and finished in the background, here and elsewhere; what is no photo says why', async ({
  page,
  browser,
}) => {
  const photos = [...(await makePhotos(5)), await makePhoneTurnedPhoto()];
  const [first] = photos;
  const turned = photos.at(-1);
  if (first === undefined || turned === undefined) throw new Error('No photos were made.');
  await injectFault('derive_images', 'before', { kind: 'hold' });
  await openAsDemo(page, 'images');
  const elsewhere = await (await browser.newContext()).newPage();
  await openAsDemo(elsewhere, 'images');

  await choose(page, [...photos, HEIC_PHOTO]);
  for (const photo of photos) await expect(tile(page, photo)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Files that were not added' })).toContainText(
    /is a HEIC (photo|picture)\. Use JPEG/u,
  );
  for (const photo of photos) await expect(tile(elsewhere, photo)).toContainText('Queued');
  await expect.poll(async () => await isDrawn(page, first)).toBe(true);
  await expect.poll(async () => await isDrawn(elsewhere, first)).toBe(true);

  await releaseFault('derive_images', 'before');
  for (const on of [page, elsewhere]) {
    for (const photo of photos) {
      await expect(tile(on, photo)).not.toContainText(/Queued|Processing|Thumbnails ready/u);
      await expect.poll(async () => await isDrawn(on, photo)).toBe(true);
    }
    expect(await widthsOf(on, turned)).toEqual(['120w', '240w', '480w', '600w']);
  }
  await expect(page.getByText('6 images ready')).toBeVisible();
  await expect(tile(elsewhere, turned)).toContainText('600 × 800');
  const { variants, thumbnails } = await storedImage(testAdmin(), WORKSPACE, imageIdOf(turned));
  for (const { path } of [...variants, ...thumbnails]) {
    const [bytes] = await testAdmin().bucket.file(path).download();
    const { exif, orientation = 1, width, height } = await sharp(bytes).metadata();
    expect({ exif, orientation }, path).toEqual({ exif: undefined, orientation: 1 });
    if (!path.includes('square')) expect(height, path).toBeGreaterThan(width);
  }
});

test('the same photos once more add nothing and say so', async ({ page }) => {
  const photos = await makePhotos(3);
  await openAsDemo(page, 'images');
  await choose(page, photos);
  for (const photo of photos)
    await expect
      .poll(async () =>
        (
          await testAdmin()
            .db.doc(`workspaces/${WORKSPACE}/images/${imageIdOf(photo)}`)
            .get()
        ).get('processing_status'),
      )
      .toBe('completed');
  const batches = async () =>
    (await testAdmin().db.collection(`workspaces/${WORKSPACE}/image_batches`).count().get()).data().count;
  const before = await batches();
  await page.reload();
  await choose(page, photos);
  const known = page.getByRole('list', { name: 'Files that are already here' });
  for (const { name } of photos) await expect(known).toContainText(name);
  expect(await batches()).toBe(before);
});

test('an image shows its facts and all that was made of it; deleted, its files are gone', async ({
  page,
}) => {
  const [photo] = await makePhotos(1, 1600, 1200);
  if (photo === undefined) throw new Error('No photo was made.');
  await openAsDemo(page, 'images');
  await choose(page, [photo]);
  await tile(page, photo).getByRole('link').click();
  const drawer = page.getByRole('dialog', { name: /Image/u });
  await expect(drawer).toContainText('1600 × 1200');
  await expect(drawer).toContainText('Web 1280 AVIF');
  await expect(drawer).toContainText('Square 1080 JPEG');
  await drawer.getByRole('button', { name: 'Delete' }).click();
  await page
    .getByRole('dialog', { name: 'Delete this image?' })
    .getByRole('button', { name: 'Delete image' })
    .click();
  await expect(tile(page, photo)).toBeHidden();
  const prefix = storagePaths.libraryImage(WORKSPACE, imageIdOf(photo));
  await expect.poll(async () => (await testAdmin().bucket.getFiles({ prefix }))[0].length).toBe(0);
});

test.describe('images from addresses', () => {
  let server: Server;
  let address: string;
  /** Whether the site answers at all. */
  let down = false;
  const pictures = new Map<string, { type: string; body: Buffer }>();

  test.beforeAll(async () => {
    const plain = sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a8f6a' } });
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
      pictures.set(`/coat.${format}`, {
        type: `image/${format}`,
        body: await plain.clone()[format]().toBuffer(),
      });
    pictures.set('/page.jpg', {
      type: 'image/jpeg',
      body: Buffer.from('<!doctype html><title>Sign in</title>'),
    });
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://site');
      const found = pictures.get(pathname);
      if (down) response.writeHead(503).end();
      else if (found === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': found.type }).end(found.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('The site has no port.');
    address = `http://127.0.0.1:${bound.port}`;
  });
  test.afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function importFrom(page: Page, addresses: readonly string[]): Promise<void> {
    await page.getByRole('button', { name: 'Import from addresses' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Addresses' }).fill(addresses.join('\n'));
    await dialog.getByRole('button', { name: /^Import \d/u }).click();
    await expect(dialog).toBeHidden();
  }

  test('are fetched and finished; what cannot be had says why', async ({ page }) => {
    await openAsDemo(page, 'images');
    await importFrom(page, [
      ...['jpeg', 'png', 'webp', 'avif'].map((format) => `${address}/coat.${format}?first`),
      `${address}/page.jpg`,
      `${address}/nothing.jpg`,
      'http://10.0.0.1/inside.jpg',
    ]);
    for (const format of ['jpeg', 'png', 'webp', 'avif'])
      await expect(tile(page, { name: `coat.${format}` })).toContainText('600 × 400');
    await expect(tile(page, { name: 'page.jpg' })).toContainText('There is no image at this address');
    await expect(tile(page, { name: 'nothing.jpg' })).toContainText('nothing at this address');
    await expect(tile(page, { name: 'inside.jpg' })).toContainText('This address is not fetched');
  });

  test('wait while their site does not answer, which an owner sees, and go on when it does', async ({
    page,
    browser,
  }) => {
    down = true;
    await openAsDemo(page, 'images');
    const queue = await (await browser.newContext()).newPage();
    await openAsDemo(queue, 'admin/processing');
    const services = queue.getByRole('region', { name: 'External services' });
    await importFrom(
      page,
      Array.from({ length: 6 }, (_, index) => `${address}/coat.webp?late=${index}-${Date.now()}`),
    );
    await expect(page.getByRole('grid', { name: 'Images' })).toContainText(
      /127\.0\.0\.1:\d+ does not answer/u,
    );
    const site = services.getByRole('listitem').filter({ hasText: new URL(address).host });
    await expect(site).toContainText(/Open|Half open/u);
    await expect(site).toContainText('5 failures');
    down = false;
    await expect(page.getByRole('grid', { name: 'Images' })).not.toContainText(
      /Waiting for host|Fetching|Queued/u,
    );
    await expect(site).toBeHidden();
    const failed = await testAdmin()
      .db.collection(`workspaces/${WORKSPACE}/images`)
      .where('processing_status', '==', 'failed')
      .get();
    expect(failed.docs.filter((image) => String(image.get('source.url')).includes('late='))).toEqual([]);
  });
});
