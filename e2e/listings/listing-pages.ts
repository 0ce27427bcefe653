/** The pages of listings as a person operates them, and photos of things with words on them. */
import {
  MADE_LABELS,
  type MadeLabel,
  photoOfLabel,
} from '@docket/functions/listings/analysis/testing/made-photos';
import { expect, type Locator, type Page } from '@playwright/test';
import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import type { PhotoFile } from '../images/photos.ts';
import { openAsDemo } from '../support/pages.ts';

/** A file as telephones name them: all alike. */
export function photoFile(buffer: Buffer): PhotoFile {
  return { name: 'image.png', mimeType: 'image/png', buffer };
}

/** A photo that no other test has, of the made label with this number. */
export async function labelledPhoto(number: number): Promise<{ label: MadeLabel; file: PhotoFile }> {
  const label = MADE_LABELS[number];
  if (label === undefined) throw new RangeError(`There are ${MADE_LABELS.length} labels`);
  const [r, g, b] = [randomInt(256), randomInt(256), randomInt(256)];
  // One pixel is enough to be another file, and nothing to whoever looks at it.
  const mark = { create: { width: 1, height: 1, channels: 3, background: { r, g, b } } } as const;
  const buffer = await sharp(await photoOfLabel(label, number))
    .composite([{ input: mark, left: randomInt(200), top: randomInt(100) }])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { label, file: photoFile(buffer) };
}

/** Goes through step 1 with these photos; resolves on step 2, with the listing's id. */
export async function beginWith(page: Page, photos: readonly PhotoFile[]): Promise<string> {
  await openAsDemo(page, 'listings/new');
  if (photos.length === 0) await page.getByRole('button', { name: 'Skip photos' }).click();
  else {
    await page.getByLabel('Photos', { exact: true }).setInputFiles([...photos]);
    await expect(photosOf(page)).toHaveCount(photos.length);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await expect(field(page, 'Title')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  if (id === undefined || id === 'new') throw new Error(`${page.url()} is not the page of a listing`);
  return id;
}

export const photosOf = (page: Page): Locator =>
  page.getByRole('list', { name: 'Photos in their order' }).getByRole('listitem');

/** A field with all that stands below it. */
export const field = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

export const inputOf = (page: Page, name: string): Locator =>
  field(page, name).getByRole('textbox').or(field(page, name).getByRole('combobox')).first();

/** Those that show what is suggested. */
export const suggestedFields = (page: Page): Locator => page.locator('[data-origin="suggested"]');

export const suggestions = (page: Page): Locator => page.getByRole('region', { name: 'Suggestions' });

/** A draft in their list. */
export const draftRow = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Drafts' }).getByRole('listitem').filter({ hasText: name });

/** An item in their list. */
export const itemRow = (page: Page, name: string): Locator =>
  page.getByRole('table', { name: 'My Items' }).getByRole('row').filter({ hasText: name });
