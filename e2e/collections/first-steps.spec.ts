/** Somebody new: an account, a workspace, a collection, files of their own, results. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { completedPanel, failedPanel, processButton } from '../support/pages.ts';
import { testUrl } from '../support/test-stack.ts';

const sample = (name: string) => path.resolve(import.meta.dirname, '../../samples', name);

test('from nothing to unlocked tabs with files of one’s own', async ({ page }) => {
  await page.goto(testUrl());
  await page.getByRole('button', { name: /Create an account/u }).click();
  await page.getByLabel('E-mail').fill('ada@docket.example');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: /Create account/u }).click();
  await page.getByLabel('Workspace name').fill('Ada’s shop');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('button', { name: 'Create collection' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Spring deliveries');
  await dialog.getByRole('button', { name: 'Create collection' }).click();
  await expect(processButton(page)).toBeDisabled();

  await page
    .getByLabel('Linesheets', { exact: true })
    .setInputFiles(sample('harbour-and-vale-aw26-linesheet.xlsx'));
  await page
    .getByLabel('Purchase orders', { exact: true })
    .setInputFiles(sample('nordlicht-store-po-1187.xlsx'));
  await expect(processButton(page)).toBeEnabled();
  await processButton(page).click();
  await expect(completedPanel(page)).toBeVisible();
  await page
    .getByRole('link', { name: 'Continue to Deck Settings' })
    .or(page.getByRole('button', { name: 'Continue to Deck Settings' }))
    .click();
  await expect(page.getByText('Outerwear').first()).toBeVisible();
});

test('a wrong file is named at its phase; replaced, the run goes through', async ({ page }) => {
  await page.goto(testUrl());
  await page.getByRole('button', { name: 'Use the demo account' }).click();
  await page.getByRole('button', { name: 'Create collection' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill('Wrong files');
  await page.getByRole('dialog').getByRole('button', { name: 'Create collection' }).click();
  await page.getByLabel('Linesheets', { exact: true }).setInputFiles({
    name: 'linesheet.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nthis is not the rest of a PDF\n%%EOF\n'),
  });
  await page
    .getByLabel('Purchase orders', { exact: true })
    .setInputFiles(sample('nordlicht-store-po-1187.xlsx'));
  await processButton(page).click();
  await expect(failedPanel(page)).toContainText('“linesheet.pdf” is damaged');
  await expect(page.getByRole('button', { name: 'Retry Processing' })).toBeEnabled();
});
