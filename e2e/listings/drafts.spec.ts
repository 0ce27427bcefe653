/** What was begun: found again, in whichever browser, and gone with its photos when it is deleted. */
import { listingSchema } from '@docket/model/listing/listing';
import { paths, storagePaths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { imageIdOf, storedImage } from '../images/photos.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';
import { beginWith, draftRow, inputOf, itemRow, labelledPhoto, suggestedFields } from './listing-pages.ts';

const WORKSPACE = DEMO_WORKSPACE.id;

test('a draft is resumed in another browser, with what was typed and what was suggested; words on the photo are in the title', async ({
  page,
  browser,
}) => {
  const { label, file } = await labelledPhoto(0);
  const id = await beginWith(page, [file]);
  await inputOf(page, 'Description').fill('Found in the attic.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await openAsDemo(other, 'listings/drafts');
  const link = other.locator(`a[href$="/listings/${id}"]`).first();
  const drafts = other.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
  await expect(drafts.filter({ has: link })).toContainText('Suggestions ready');
  await link.click();
  await expect(inputOf(other, 'Description')).toHaveValue('Found in the attic.');
  await expect(inputOf(other, 'Title')).toHaveValue(new RegExp(label.brand, 'u'));
  await expect(inputOf(other, 'Model')).toHaveValue(label.model);
  await inputOf(other, 'Category').fill('Curiosities');
  // Both look at the same draft.
  await expect(inputOf(page, 'Category')).toHaveValue('Curiosities');
  await expect(inputOf(page, 'Title')).toHaveValue(new RegExp(label.brand, 'u'));
  await expect(suggestedFields(page).first()).toBeVisible();
  await other.getByRole('button', { name: 'Save item' }).click();
  await expect(itemRow(other, label.brand)).toContainText('Curiosities');
  await other.context().close();
});

/** Names of all that Storage has of an image of the library. */
async function objectsOf(imageId: string): Promise<string[]> {
  const [files] = await testAdmin().bucket.getFiles({
    prefix: storagePaths.libraryImage(WORKSPACE, imageId),
  });
  return files.map(({ name }) => name);
}

async function deleteDraft(page: Page, name: string): Promise<void> {
  await openAsDemo(page, 'listings/drafts');
  await draftRow(page, name)
    .getByRole('button', { name: `Delete ${name}` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete draft' }).click();
  await expect(draftRow(page, name)).toHaveCount(0);
}

test('a deleted draft takes its photos along, but for those that another item uses', async ({ page }) => {
  const [{ file: own }, { file: shared }] = [await labelledPhoto(4), await labelledPhoto(5)];
  const first = await beginWith(page, [own, shared]);
  await inputOf(page, 'Title').fill('To be thrown away');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const { db } = testAdmin();
  const stored = async (imageId: string) =>
    (await storedImage(testAdmin(), WORKSPACE, imageId)).processing_status;
  for (const photo of [own, shared])
    await expect.poll(async () => await stored(imageIdOf(photo)).catch(() => 'none')).toBe('completed');
  await beginWith(page, [shared]);
  await inputOf(page, 'Title').fill('To be kept');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect
    .poll(async () => {
      const keepers = await db.collection(paths.listings(WORKSPACE)).where('title', '==', 'To be kept').get();
      return keepers.docs.flatMap((one) => listingSchema.parse(one.data()).photos);
    })
    .toEqual([imageIdOf(shared)]);
  expect((await objectsOf(imageIdOf(own))).length).toBeGreaterThan(4);
  await deleteDraft(page, 'To be thrown away');
  await expect.poll(async () => await objectsOf(imageIdOf(own))).toEqual([]);
  await expect
    .poll(async () => (await db.doc(paths.image(WORKSPACE, imageIdOf(own))).get()).exists)
    .toBe(false);
  const [left] = await testAdmin().bucket.getFiles({ prefix: storagePaths.listing(WORKSPACE, first) });
  expect(left.map(({ name }) => name)).toEqual([]);
  expect((await objectsOf(imageIdOf(shared))).length).toBeGreaterThan(4);
});
