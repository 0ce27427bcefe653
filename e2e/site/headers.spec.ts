/** The site under the headers that it is deployed with (firebase.json). */
import { API_BASE, OPENAPI_ROUTE } from '@docket/model/api/address';
import { expect, test } from '@playwright/test';
import { openAsDemo } from '../support/pages.ts';
import { testUrl } from '../support/test-stack.ts';

test('pages need nothing that the headers forbid', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  // Pictures, previews, files, charts, and a callable function.
  for (const path of [
    'collections/sample/deck-settings',
    'images',
    'listings/new',
    'analytics',
    'admin/processing',
  ]) {
    await openAsDemo(page, path);
    await expect(page.getByRole('main')).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Task queues' })).toBeVisible();
  expect(refused).toEqual([]);
});

test('the site says how it may be used, and hands the API over', async ({ request }) => {
  const site = await request.get(`${testUrl()}/w/anything`);
  expect(site.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  });
  const [asset = ''] = /\/assets\/[^"]+\.js/u.exec(await site.text()) ?? [];
  const script = await request.get(`${testUrl()}${asset}`);
  expect(script.headers()['cache-control']).toContain('immutable');
  const api = await request.get(`${testUrl()}${API_BASE}${OPENAPI_ROUTE}`);
  expect(api.headers()['content-type']).toContain('json');
  expect(await api.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/u) });
});
