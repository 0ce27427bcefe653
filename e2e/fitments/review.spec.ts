/** Fitments: from a file to a review with mouse and keys, by two people at once, and to what is exported. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { paths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { type Client, connectClient } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin, testPorts } from '../support/test-stack.ts';
import {
  expectCounts,
  jobToReview,
  openJob,
  review,
  reviewRow,
  SAMPLE,
  shownCounts,
  storedJob,
} from './fitment-pages.ts';

let client: Client;
let job: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(() => {
  job = `fit-${randomUUID().slice(0, 8)}`;
});
test.afterAll(async () => await client.close());

test('a file of parts becomes fitments, which are approved by keys and exported; what is not understood is said', async ({
  page,
}) => {
  await openAsDemo(page, 'fitments/parts');
  await page.getByRole('button', { name: 'Find fitments for a file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find fitments for a file' });
  await dialog.locator('input[type=file]').setInputFiles(SAMPLE);
  await dialog.getByRole('textbox', { name: 'Name of the job' }).fill(job);
  await dialog.getByRole('button', { name: 'Find fitments' }).click();
  await expect(page.getByRole('heading', { level: 1, name: job })).toBeVisible();
  await expect(page.getByText('Needs review').first()).toBeVisible();
  await expectCounts(page, { pending: 37, approved: 0, rejected: 0 });

  await reviewRow(page, 'KM-1006').click();
  await expect(page.getByText('“Ford F150” names the Ford F-150 and “2015-2020” its years.')).toBeVisible();
  await page.keyboard.press('a');
  await expect(reviewRow(page, 'KM-1006')).toContainText('Approved');
  // A decision goes on to the next row.
  await page.keyboard.press('k');
  await page.keyboard.press('r');
  await expectCounts(page, { pending: 36, approved: 0, rejected: 1 });
  await page.keyboard.press('k');
  await page.keyboard.press('u');
  await expectCounts(page, { pending: 37, approved: 0, rejected: 0 });

  await page.getByRole('tab', { name: 'Exceptions' }).click();
  await expect(page.getByText('“Honda” names a make and no model of it.')).toBeVisible();
  await expect(page.getByText('Unknown model').first()).toBeVisible();
  await page.getByRole('tab', { name: 'File' }).click();
  await expect(page.getByText('Part number', { exact: true }).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  await page
    .getByRole('region', { name: 'Selected fitments' })
    .getByRole('button', { name: 'Approve' })
    .click();
  await expectCounts(page, { pending: 0, approved: 37, rejected: 0 });
  await expect(page.getByText('Completed').first()).toBeVisible();

  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible();
  await page.getByRole('textbox', { name: /Search/u }).fill('KM-1015');
  await expect(page.getByText('Toyota Corolla').first()).toBeVisible();
  await page.getByRole('textbox', { name: /Search/u }).fill('');
  const aces = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: /ACES/u }).click();
  const xml = await readFile(await (await aces).path(), 'utf8');
  expect(xml).toContain('<Part>KM-1015</Part>');
});

test('two people decide at once, each undoes their own, and the counts are right for both and on the job', async ({
  browser,
}) => {
  const { review: found } = await jobToReview(client, job);
  const all = found.pending;
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = await Promise.all(contexts.map(async (context) => await context.newPage()));
  if (first === undefined || second === undefined) throw new Error('no page');
  await openJob(first, job);
  await openJob(second, job);

  // Hondas belong to both: the first approves all, the second rejects these at the same moment.
  await second.getByRole('textbox', { name: 'Search fitments' }).fill('Honda');
  await expect(
    second
      .getByRole('status')
      .filter({ hasText: /fitments$/u })
      .first(),
  ).not.toHaveText(`${all} fitments`);
  await second.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  await first.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  const decide = (page: typeof first, name: string) =>
    page
      .getByRole('region', { name: 'Selected fitments' })
      .getByRole('button', { name, exact: true })
      .click();
  await Promise.all([decide(first, 'Approve'), decide(second, 'Reject')]);
  await second.getByRole('textbox', { name: 'Search fitments' }).fill('');

  const figures = async () => (await storedJob(client, job)).review;
  /** What the groups say themselves. */
  const truth = async () => {
    const groups = testAdmin().db.collection(paths.fitmentGroups(client.workspace, job));
    const decisions = (await groups.get()).docs.flatMap((group) =>
      Object.values(fitmentGroupSchema.parse(group.data()).decisions),
    );
    const approved = decisions.filter((decision) => decision === 'approved').length;
    return { pending: all - decisions.length, approved, rejected: decisions.length - approved };
  };
  // Each page shows its own decisions before they are stored: when both show what is stored, all have arrived.
  await expect
    .poll(async () => {
      const stored = await truth();
      const others = await Promise.all([figures(), shownCounts(first), shownCounts(second)]);
      return stored.pending === 0 && others.every((counts) => isDeepStrictEqual(counts, stored));
    })
    .toBe(true);
  const decided = await truth();

  // The first takes back what they approved where it still stands; the others' decisions stay.
  await first.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(figures).toEqual({ pending: decided.approved, approved: 0, rejected: decided.rejected });
  await expectCounts(second, await figures());
  await openAsDemo(second, 'fitments/jobs');
  const row = second.getByRole('row').filter({ has: second.locator(`a[href$="/jobs/${job}"]`) });
  await expect(row).toContainText(`${decided.approved} pending`);
  await expect(row).toContainText('Needs review');
  await Promise.all(contexts.map(async (context) => await context.close()));
});

test('what the search finds is decided on without the rest, and a decision stays through a reload', async ({
  page,
}) => {
  const { review: found } = await jobToReview(client, job);
  await openJob(page, job);
  await page.getByRole('textbox', { name: 'Search fitments' }).fill('Subaru');
  await expect(
    review(page)
      .getByRole('row', { name: /Subaru/u })
      .first(),
  ).toBeVisible();
  await expect(review(page).getByRole('row', { name: /Honda/u })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  await page
    .getByRole('region', { name: 'Selected fitments' })
    .getByRole('button', { name: 'Reject' })
    .click();
  const decided = { pending: found.pending - 3, approved: 0, rejected: 3 };
  await expectCounts(page, decided);
  await page.reload();
  await expectCounts(page, decided);
});
