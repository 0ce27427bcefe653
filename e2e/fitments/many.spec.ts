/** Thousands of fitments: approved in one action, and a job over thousands of parts that is cancelled. */
import { randomUUID } from 'node:crypto';
import { paths, storagePaths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { inventedParts } from '../../bench/fixtures/invented-parts.ts';
import { type Client, connectClient } from '../../scripts/docket/client.ts';
import { startFitmentJob } from '../../scripts/docket/fitments.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin, testPorts } from '../support/test-stack.ts';
import { expectCounts, jobToReview, openJob, storedJob } from './fitment-pages.ts';

const APPROVED_WITHIN_MS = 10_000;
const CANCELLED_WITHIN_MS = 2_000;

let client: Client;
let job: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(() => {
  job = `fit-${randomUUID().slice(0, 8)}`;
});
test.afterAll(async () => await client.close());

test('5,000 fitments are approved in one action, counted exactly, and the undo restores them', {
  tag: '@timed',
}, async ({ page }) => {
  const { review } = await jobToReview(client, job, inventedParts(2_200));
  expect(review.pending).toBeGreaterThanOrEqual(5_000);
  await openJob(page, job);
  await expectCounts(page, { ...review });
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  const begun = Date.now();
  await page
    .getByRole('region', { name: 'Selected fitments' })
    .getByRole('button', { name: 'Approve' })
    .click();
  await expectCounts(page, { pending: 0, approved: review.pending, rejected: 0 });
  await expect
    .poll(async () => (await storedJob(client, job)).review, { intervals: [100] })
    .toEqual({ pending: 0, approved: review.pending, rejected: 0 });
  expect(Date.now() - begun).toBeLessThan(APPROVED_WITHIN_MS);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expectCounts(page, { ...review });
  await expect.poll(async () => (await storedJob(client, job)).review).toEqual(review);
});

test('a job over 10,000 parts shows what it has, and is cancelled at once without leaving anything', {
  tag: '@timed',
}, async ({ page }) => {
  const { workspace } = client;
  await startFitmentJob(client, job, {
    name: 'many.csv',
    bytes: new TextEncoder().encode(inventedParts(10_000)),
  });
  await openAsDemo(page, `fitments/jobs/${job}`);
  const groups = testAdmin().db.collection(paths.fitmentGroups(workspace, job));
  await expect
    .poll(async () => (await groups.count().get()).data().count, { intervals: [50] })
    .toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Cancel Generation' }).first().click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Cancel Generation' });
  await expect(confirm).toBeVisible();
  const begun = Date.now();
  await confirm.click();
  await expect(page.getByText('Cancelled').first()).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(CANCELLED_WITHIN_MS);
  expect((await groups.get()).empty).toBe(true);
  const [files] = await testAdmin().bucket.getFiles({
    prefix: storagePaths.fitmentJobRun(workspace, job, ''),
  });
  expect(files).toEqual([]);
});
