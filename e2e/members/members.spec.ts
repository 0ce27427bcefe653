/** Somebody is invited by a link, joins, is made an editor and is removed, all of it in pages that stay open. */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_USER, DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';

const members = (page: Page) => page.getByRole('list', { name: 'Members' });
const createButton = (page: Page) => page.getByRole('button', { name: 'Create collection' }).first();

const takeBackButton = (page: Page, whom: string) =>
  page.getByRole('button', { name: `Take back: ${whom}`, exact: true });

/** Invites `whom` as a viewer; returns the link. */
async function invite(page: Page, whom: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Role').selectOption('viewer');
  await dialog.getByLabel('For whom').fill(whom);
  await dialog.getByRole('button', { name: 'Make link' }).click();
  const link = (await dialog.getByLabel('Link', { exact: true }).innerText()).trim();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

test('invited by link, somebody joins, gets another role and is removed, while both look', async ({
  page,
  browser,
}) => {
  const name = `ada-${randomUUID().slice(0, 8)}`;
  await openAsDemo(page, 'settings/members');
  // The last owner stays.
  await expect(page.getByLabel(`Role of ${DEMO_USER.displayName}`)).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Leave' })).toBeDisabled();

  const retracted = await invite(page, `not ${name}`);
  await takeBackButton(page, `not ${name}`).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(takeBackButton(page, `not ${name}`)).toBeHidden();
  const link = await invite(page, name);
  await expect(takeBackButton(page, name)).toBeVisible();
  const stored = await testAdmin().db.collection(paths.invitations(DEMO_WORKSPACE.id)).get();
  expect(JSON.stringify(stored.docs.map((found) => found.data()))).not.toContain(new URL(link).hash.slice(1));

  const other = await browser.newPage();
  const asked: string[] = [];
  other.on('request', (request) => void asked.push(request.url()));
  await other.goto(retracted);
  await expect(other.getByRole('region', { name: 'Invitation' })).toContainText('was taken back');
  await other.goto(link);
  await expect(other.getByRole('region', { name: 'Invitation' })).toContainText(DEMO_WORKSPACE.name);
  await other.getByLabel('E-mail').fill(`${name}@docket.example`);
  await other.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await other.getByRole('button', { name: /Create account/u }).click();
  await other.getByRole('button', { name: 'Join workspace' }).click();
  await expect(other.getByRole('heading', { name: 'Collections' })).toBeVisible();
  await expect(createButton(other)).toBeHidden();
  expect(asked.filter((url) => url.includes(new URL(link).hash.slice(1)))).toEqual([]);

  await expect(members(page)).toContainText(name);
  await expect(takeBackButton(page, name)).toBeHidden();
  await page.getByLabel(`Role of ${name}`).selectOption('editor');
  await expect(createButton(other)).toBeVisible();

  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove member' }).click();
  await expect(
    other.getByRole('heading', { name: `You are no longer a member of ${DEMO_WORKSPACE.name}` }),
  ).toBeVisible();
  await expect(members(page)).not.toContainText(name);

  // The link has let one person in, and is no way back.
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'This invitation has been used' })).toBeVisible();
  await other.close();
});
