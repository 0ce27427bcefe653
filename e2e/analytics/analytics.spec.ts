/** The analytics of a workspace, on a page that stays open while runs come to their ends. */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import {
  mergeFigures,
  NO_ANALYTICS,
  NO_FIGURES,
  pipelineAnalyticsSchema,
  type RunFigures,
} from '@docket/model/pipeline-analytics';
import { expect, test } from '@playwright/test';
import { type Client, connectClient, startProcessing } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { sampleCollection } from '../engine/runs.ts';
import { openAsDemo } from '../support/pages.ts';
import { clearFaults, injectFault, testAdmin, testPorts } from '../support/test-stack.ts';

let client: Client;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

/** What other tests on this stack have left. */
async function countedSoFar(): Promise<RunFigures> {
  const path = paths.pipelineAnalytics(client.workspace, 'document_processing');
  const stored = pipelineAnalyticsSchema.safeParse((await testAdmin().db.doc(path).get()).data());
  return (stored.data ?? NO_ANALYTICS).days.reduce<RunFigures>(mergeFigures, NO_FIGURES);
}

test('a run that ends is counted on the open page, a failed one with its cause and the way to it', async ({
  page,
}) => {
  const collection = `analytics-${randomUUID().slice(0, 8)}`;
  const { completed, failed } = await countedSoFar();
  await openAsDemo(page, 'analytics?pipeline=document_processing');
  await expect(page.getByRole('heading', { name: 'Analytics', exact: true })).toBeVisible();
  await injectFault('extract_images', 'before', { kind: 'fail', code: 'file_without_pages' });
  await startProcessing(client, collection, await sampleCollection(client, collection));

  const runs = page.getByRole('region', { name: 'Runs over time' });
  await expect(runs).toContainText(`${completed} completed, ${failed + 1} failed`);
  const causes = page.getByRole('region', { name: 'Failures by cause' });
  const cause = causes.getByRole('listitem').filter({ hasText: 'File without pages' });
  await expect(cause).toContainText('This file has no pages. Export it again and replace it.');
  await expect(cause).toContainText('In Process Documents, “Extracting images from documents”');
  await clearFaults();

  await cause.getByRole('link', { name: 'Failed runs of Process Documents' }).click();
  await expect(page.getByRole('combobox', { name: 'Outcome' })).toHaveValue('failed');
  const list = page.getByRole('region', { name: 'Runs', exact: true });
  await list.getByRole('button', { name: collection }).click();
  await list.getByRole('button', { name: 'Retry' }).click();
  await page.goBack();
  await expect(runs).toContainText(`${completed + 1} completed, ${failed + 1} failed`);
  await page.getByRole('button', { name: /^Show as table of Durations/u }).click();
  const times = page.getByRole('table', { name: 'How long the phases of Process Documents took' });
  await expect(times.getByRole('row', { name: /^Matching images to products \d+ \d/u })).toBeVisible();
});
