/** The processing queue, as its owner operates it, and as nobody else can. */
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { paths } from '@docket/model/paths';
import { QUEUE_FIGURES_FUNCTION } from '@docket/model/queue';
import { expect, type Page, test } from '@playwright/test';
import { type Client, connectClient } from '../../scripts/docket/client.ts';
import { imageService } from '../../scripts/docket/image-service.ts';
import { DEMO_PROJECT, DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { imageIdOf, makePhotos, storedImage, toSend } from '../images/photos.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin, testPorts } from '../support/test-stack.ts';

const WORKSPACE = DEMO_WORKSPACE.id;
const FAILED = 50;

let client: Client;
test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.afterAll(async () => await client.close());

/** The figure of a state: "50" of "failed" among the images. */
const figure = (page: Page, section: 'Runs by state' | 'Images by state', state: string) =>
  page
    .getByRole('region', { name: section })
    .locator('dl > div', { has: page.getByText(state, { exact: true }) })
    .locator('dd');

async function pressAndConfirm(page: Page, button: string, confirm = button): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
}

/** Uploads photos and starts one batch of them, as any client does. */
async function startBatch(count: number) {
  const service = imageService(client);
  const batch = service.newId();
  const images = await Promise.all(
    (await makePhotos(count, 64, 48)).map(async (photo) => {
      const image = toSend(photo);
      const stored = await service.upload(image);
      await service.save(image, stored, batch);
      return { id: imageIdOf(photo), path: stored.path, token: stored.token, bytes: photo.buffer };
    }),
  );
  await service.start(
    batch,
    images.map(({ id }) => id),
  );
  return images;
}

test('an owner pauses the queue, sees 50 images fail when it goes on, and retries all of them; the figures are right throughout', async ({
  page,
}) => {
  await openAsDemo(page, 'admin/processing');
  await expect(page.getByText('The queue is running')).toBeVisible();
  const doneBefore = Number(
    (await figure(page, 'Images by state', 'done in total').innerText()).replaceAll(',', ''),
  );
  const failedBefore = Number(await figure(page, 'Images by state', 'failed').innerText());

  await pressAndConfirm(page, 'Pause queue');
  await expect(page.getByText('The queue is paused')).toBeVisible();
  const images = await startBatch(FAILED);
  await expect(figure(page, 'Runs by state', 'held')).toHaveText('1');
  await expect(figure(page, 'Images by state', 'in waiting batches')).toHaveText(String(FAILED));
  await expect(page.getByText('Oldest waiting: Process Images, 50 images')).toBeVisible();

  const { bucket } = testAdmin();
  await Promise.all(images.map(async ({ path }) => await bucket.file(path).delete()));
  await pressAndConfirm(page, 'Resume queue');
  await expect(figure(page, 'Images by state', 'failed')).toHaveText(String(failedBefore + FAILED));
  await expect(figure(page, 'Runs by state', 'held')).toHaveText('0');
  const failures = page.getByRole('region', { name: 'Failures' });
  await expect(failures.getByRole('region', { name: 'Image missing' })).toContainText(`${FAILED} images`);

  await Promise.all(
    images.map(async ({ path, token, bytes }) => {
      const metadata = { contentType: 'image/jpeg', metadata: { firebaseStorageDownloadTokens: token } };
      // With a condition it is sent again when the connection was just closed: it had not been used for a while.
      const preconditionOpts = { ifGenerationMatch: 0 };
      await bucket.file(path).save(bytes, { resumable: false, metadata, preconditionOpts });
    }),
  );
  await failures.getByRole('button', { name: `Retry ${FAILED}: Image missing`, exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Retry ${FAILED}`, exact: true })
    .click();
  await expect(figure(page, 'Images by state', 'done in total')).toHaveText(
    (doneBefore + FAILED).toLocaleString('en'),
  );
  await expect(figure(page, 'Images by state', 'failed')).toHaveText(String(failedBefore));
  await expect(figure(page, 'Images by state', 'in waiting batches')).toHaveText('0');
  await expect(figure(page, 'Images by state', 'in running batches')).toHaveText('0');
  await expect(page.getByRole('region', { name: 'Task queues' })).toContainText(/emulator/iu);
});

test('images that were here before derivatives were made get them: looked at first, made once', async ({
  page,
}) => {
  const [source] = await startBatch(1);
  if (source === undefined) throw new Error('There is no image to copy.');
  await expect
    .poll(async () => (await storedImage(testAdmin(), WORKSPACE, source.id)).processing_status)
    .toBe('completed');
  const { db, bucket } = testAdmin();
  const legacy = Array.from({ length: 30 }, (_, index) => `legacy-${Date.now()}-${index}`);
  for (const id of legacy) {
    const path = `workspaces/${WORKSPACE}/images/${id}/original/old.jpg`;
    await bucket.file(path).save(source.bytes, { resumable: false, contentType: 'image/jpeg' });
    await db.doc(paths.image(WORKSPACE, id)).set({
      file_name: 'old.jpg',
      content_type: 'image/jpeg',
      size: source.bytes.length,
      storage_path: path,
      uploaded_by: client.uid,
      uploaded_at: new Date(),
    });
  }
  await openAsDemo(page, 'admin/processing');
  const card = page.getByRole('region', { name: 'Backfill' });
  await card.getByRole('button', { name: 'Check what is missing' }).click();
  await expect(card).toContainText(/\d+ images \(/u);
  const [, missing = ''] = /([\d,]+) images \(/u.exec(await card.innerText()) ?? [];
  expect(Number(missing)).toBeGreaterThanOrEqual(legacy.length);
  for (const id of legacy) expect((await storedImage(testAdmin(), WORKSPACE, id)).variants).toEqual([]);
  await pressAndConfirm(page, `Make them (${missing})`);
  for (const id of legacy)
    await expect
      .poll(async () => (await storedImage(testAdmin(), WORKSPACE, id)).processing_status)
      .toBe('completed');
  await card.getByRole('button', { name: 'Check what is missing' }).click();
  const backfill = db.doc(paths.backfill(WORKSPACE, CURRENT_BACKFILL));
  await expect
    .poll(async () => (await backfill.get()).get('preview.missing'))
    .toBeLessThan(Number(missing) - 29);
});

test('whoever is no owner neither sees the queue nor can call what it shows', async ({ page }) => {
  const member = testAdmin().db.doc(paths.member(WORKSPACE, client.uid));
  await member.update({ role: 'editor' });
  try {
    await openAsDemo(page, 'admin/processing');
    await expect(
      page.getByRole('heading', { name: 'Only owners of this workspace can see the processing queue' }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'Processing queue' })).toBeHidden();
    const url = `http://127.0.0.1:${testPorts().functions}/${DEMO_PROJECT}/us-central1/${QUEUE_FIGURES_FUNCTION}`;
    const body = JSON.stringify({ data: { workspace: WORKSPACE } });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await client.idToken()}` };
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(403);
    expect(
      (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(401);
  } finally {
    await member.update({ role: 'owner' });
  }
});
