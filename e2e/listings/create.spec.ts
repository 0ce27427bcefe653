/** A new item in two steps: photos first, or not, then the details, with what the photos suggest. */
import { copyOf } from '@docket/functions/listings/analysis/testing/made-photos';
import { expect, test } from '@playwright/test';
import { openAsDemo } from '../support/pages.ts';
import { clearFaults, injectFault, releaseFault } from '../support/test-stack.ts';
import {
  beginWith,
  field,
  inputOf,
  itemRow,
  labelledPhoto,
  photoFile,
  photosOf,
  suggestedFields,
  suggestions,
} from './listing-pages.ts';

test.afterEach(clearFaults);

test('a title typed before the suggestions arrive stays; the other fields are filled and highlighted, and all are accepted', async ({
  page,
}) => {
  const { label, file } = await labelledPhoto(2);
  const blurred = photoFile(await copyOf(file.buffer, 'strongly blurred'));
  const closer = photoFile(await copyOf(file.buffer, 'cropped'));
  // Nobody looks at the photos before the person has begun to type.
  await injectFault('read_text', 'before', { kind: 'hold' });
  await beginWith(page, [file, blurred, closer]);
  await expect(photosOf(page)).toHaveCount(3);
  await inputOf(page, 'Title').pressSequentially('Lamp from ');
  await expect(suggestions(page)).toContainText('You can fill in the form meanwhile');
  await releaseFault('read_text', 'before');
  // Suggestions come in between two key presses.
  const typing = inputOf(page, 'Title').pressSequentially('my grandmother', { delay: 250 });
  await expect(field(page, 'Brand')).toHaveAttribute('data-origin', 'suggested');
  await typing;
  await expect(suggestions(page)).toContainText('highlighted below');
  await expect(inputOf(page, 'Title')).toHaveValue('Lamp from my grandmother');
  await expect(field(page, 'Title')).toHaveAttribute('data-origin', 'own');
  // What would have been suggested stands beside it, with what is printed on the photo.
  await expect(field(page, 'Title')).toContainText(label.brand);
  await expect(inputOf(page, 'Brand')).toHaveValue(label.brand);
  await expect(field(page, 'Brand')).toContainText('From text in a photo');
  await expect(inputOf(page, 'Description')).not.toHaveValue('');
  const faults = page.getByRole('list', { name: 'What could be better about the photos' });
  await expect(faults.getByRole('listitem').filter({ hasText: /^Photo 2, blurred/u })).toBeVisible();
  await expect(faults.getByRole('listitem').filter({ hasText: /^Photo 1,/u })).toHaveCount(0);

  const highlighted = await suggestedFields(page).count();
  expect(highlighted).toBeGreaterThanOrEqual(4);
  await page.getByRole('button', { name: `Accept all (${highlighted})` }).click();
  await expect(suggestedFields(page)).toHaveCount(0);
  await expect(inputOf(page, 'Brand')).toHaveValue(label.brand);
  await page.getByRole('button', { name: 'Save item' }).click();
  await expect(itemRow(page, 'Lamp from my grandmother')).toContainText(label.brand);
});

test('photos are skipped; an item needs a title, and nothing else', async ({ page }) => {
  await beginWith(page, []);
  await expect(suggestions(page)).toContainText('Add photos to get suggestions');
  await page.getByRole('button', { name: 'Save item' }).click();
  await expect(inputOf(page, 'Title')).toBeFocused();
  await expect(inputOf(page, 'Title')).toHaveAttribute('aria-invalid', 'true');
  await inputOf(page, 'Title').fill('Box of odd buttons');
  await page.getByRole('button', { name: 'Save item' }).click();
  await expect(itemRow(page, 'Box of odd buttons')).toBeVisible();
  await openAsDemo(page, 'listings/drafts');
  await expect(page.getByRole('heading', { name: 'Drafts', level: 1 })).toBeVisible();
  await expect(page.getByText('Box of odd buttons')).toHaveCount(0);
});

test('when the photos cannot be looked at, the form works and says so, and another try brings what was missing', async ({
  page,
}) => {
  const { label, file } = await labelledPhoto(3);
  await injectFault('read_text', 'before', { kind: 'fail', code: 'file_corrupt' });
  await beginWith(page, [file]);
  await expect(suggestions(page)).toContainText('You can fill in the form without suggestions');
  await inputOf(page, 'Size').fill('One size');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await clearFaults();
  await suggestions(page).getByRole('button', { name: 'Retry' }).click();
  await expect(inputOf(page, 'Title')).toHaveValue(new RegExp(label.brand, 'u'));
  await expect(inputOf(page, 'Size')).toHaveValue('One size');
});
