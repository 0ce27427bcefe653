/** Parts and vehicles: from files and by hand, searched, found fitments for, and refused where a file is none of theirs. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';
import { expectCounts, review, SAMPLE } from './fitment-pages.ts';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function uploadParts(page: Page, chosen: string | ReturnType<typeof file>): Promise<void> {
  await page.getByRole('button', { name: 'Upload parts' }).first().click();
  await page.getByRole('dialog', { name: 'Upload parts' }).locator('input[type=file]').setInputFiles(chosen);
}
const outcome = (page: Page) => page.getByRole('dialog', { name: 'Upload parts' }).getByLabel('Outcome');

test('parts come from a file, once; some are selected, and their fitments found', async ({ page }) => {
  await openAsDemo(page, 'fitments/parts');
  await uploadParts(page, SAMPLE);
  await expect(outcome(page)).toContainText('Created32');
  await page.keyboard.press('Escape');
  await uploadParts(page, SAMPLE);
  await expect(outcome(page)).toContainText('Unchanged32');
  await expect(outcome(page)).toContainText('Created0');
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Search parts' }).fill('Subaru');
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  await page
    .getByRole('region', { name: 'Selected parts' })
    .getByRole('button', { name: 'Find fitments' })
    .click();
  const dialog = page.getByRole('dialog', { name: /Find fitments/u });
  await dialog.getByRole('button', { name: 'Find fitments' }).click();
  await expect(review(page)).toBeVisible();
  await expectCounts(page, { pending: 3, approved: 0, rejected: 0 });
});

test('a file that is no list of parts, or too large, is refused in plain words', async ({ page }) => {
  await openAsDemo(page, 'fitments/parts');
  await uploadParts(page, file('weather.csv', 'Day,Rain\nMonday,3\nTuesday,4'));
  const dialog = page.getByRole('dialog', { name: 'Upload parts' });
  await expect(dialog.getByRole('region', { name: /failed/u })).toContainText('part number');
  await page.keyboard.press('Escape');

  const rows = Array.from({ length: 200_000 }, (_, index) => `P-${index},Oil filter`).join('\n');
  await uploadParts(page, file('many.csv', `Part number,Title\n${rows}`));
  await expect(dialog.getByRole('region', { name: /failed/u })).toContainText('50,000');
  await page.keyboard.press('Escape');

  const folder = await mkdtemp(path.join(os.tmpdir(), 'docket-'));
  try {
    const huge = path.join(folder, 'huge.csv');
    const handle = await open(huge, 'w');
    await handle.truncate(1024 ** 3);
    await handle.close();
    await uploadParts(page, huge);
    await expect(dialog.getByText(/huge\.csv/u)).toContainText('50 MB');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a table of one’s own adds vehicles that no other knows, and the starter table comes back', async ({
  page,
}) => {
  const model = `Meridian ${randomUUID().slice(0, 4)}`;
  await openAsDemo(page, 'fitments/vehicles');
  await page.getByRole('button', { name: 'Import vehicles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import vehicles' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles(file('own.csv', `Make,Model,From,To\nKestrel,${model},2010,2014\nKestrel,Nowhere,none,`));
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  const table = page.getByRole('region', { name: 'The table in use' });
  await expect(table).toContainText('own.csv');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /Search/u }).fill(model);
  await expect(page.getByRole('cell', { name: model }).or(page.getByText(model)).first()).toBeVisible();

  await openAsDemo(page, 'fitments/parts');
  await page.getByRole('button', { name: 'Find fitments for a file' }).click();
  const upload = page.getByRole('dialog', { name: 'Find fitments for a file' });
  await upload
    .locator('input[type=file]')
    .setInputFiles(file('own-parts.csv', `Part number,Title\nX-1,Wiper Kestrel ${model} 2011-2016`));
  await upload.getByRole('button', { name: 'Find fitments' }).click();
  await expectCounts(page, { pending: 1, approved: 0, rejected: 0 });
  await expect(review(page)).toContainText('2011–2014');

  await openAsDemo(page, 'fitments/vehicles');
  await table.getByRole('button', { name: 'Back to the starter table' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use the starter table' }).click();
  await expect(table).toContainText('Starter table');
  const stored = testAdmin().db.doc(paths.vehicleTable(DEMO_WORKSPACE.id));
  await expect.poll(async () => (await stored.get()).exists).toBe(false);
});
