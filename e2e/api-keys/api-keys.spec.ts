/** An owner makes an API key, a program uses it, the owner sees that and revokes it. */
import { randomUUID } from 'node:crypto';
import { parseApiKey } from '@docket/model/api-key';
import { paths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin, testUrl } from '../support/test-stack.ts';

test('an API key is shown once, opens its workspace, and opens nothing more when it is revoked', async ({
  page,
}) => {
  const name = `Shop ${randomUUID().slice(0, 8)}`;
  await openAsDemo(page, 'settings/api-keys');
  await page.getByRole('button', { name: 'Create key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog).toContainText('Say what will use the key');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = (await dialog.getByLabel('API key', { exact: true }).innerText()).trim();
  await expect(dialog.getByLabel('Example')).toContainText(key);
  await dialog.getByRole('button', { name: 'I have kept the key' }).click();

  const row = page.getByRole('list', { name: 'API keys' }).getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('Never used');
  await expect(page.locator('body')).not.toContainText(key);
  const stored = await testAdmin().db.collection(paths.apiKeys(DEMO_WORKSPACE.id)).get();
  expect(JSON.stringify(stored.docs.map((found) => found.data()))).not.toContain(parseApiKey(key)?.secret);

  const address = `${testUrl()}/api/v1/workspaces/${DEMO_WORKSPACE.id}/collections`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(address, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('ratelimit-policy')).toMatch(/^"requests";q=\d+;w=60$/u);
  const body = JSON.stringify({ name: 'Not to be' });
  expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(403);
  await expect(row).toContainText('Last used');

  await row.getByRole('button', { name: `Revoke the key of ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect(row).toContainText('Revoked by');
  await expect.poll(async () => (await fetch(address, { headers })).status).toBe(401);
  await expect(row.getByRole('button')).toHaveCount(0);
});
