/** The person in control: pause and resume, several collections at once, what has run and what has failed. */
import { randomUUID } from 'node:crypto';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { type Client, connectClient, startProcessing } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { jobOf, reaches, sampleCollection, statusOf } from '../engine/runs.ts';
import { completedPanel, openAsDemo, processButton, progressPanel, tab } from '../support/pages.ts';
import { clearFaults, injectFault, testAdmin, testPorts, testUrl } from '../support/test-stack.ts';
import { collectionWithOrder } from './prepared.ts';

let client: Client;
let collection: string;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
});
test.beforeEach(() => {
  collection = `control-${randomUUID().slice(0, 8)}`;
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

/** The page shows a wish before the engine has heard of it. */
const pauseIsKnown = async () =>
  await expect
    .poll(
      async () =>
        (await jobOf(testAdmin(), client.workspace, `${collection}-document_processing-1`)).pause_requested,
      { intervals: [50] },
    )
    .toBe(true);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a run is paused after its phase, stays paused through a reload, and goes on where it stopped', async ({
  page,
}) => {
  await sampleCollection(client, collection);
  await openAsDemo(page, `collections/${collection}`);
  await injectFault('filter_images', 'after', { kind: 'hold' });
  await processButton(page).click();
  await expect(progressPanel(page)).toContainText('Phase 3 of 6');
  await button(page, 'Pause').click();
  await expect(progressPanel(page)).toContainText('Pausing after this step…');
  await pauseIsKnown();
  await clearFaults();
  await expect(progressPanel(page)).toContainText('Paused in phase 4 of 6');
  await page.reload();
  await expect(progressPanel(page)).toContainText('Paused in phase 4 of 6');
  await expect(processButton(page)).toBeDisabled();
  expect((await statusOf(testAdmin(), client.workspace, collection))?.status).toBe('paused');
  await button(page, 'Resume').click();
  await expect(completedPanel(page)).toBeVisible();
  const { attempts } = await jobOf(testAdmin(), client.workspace, `${collection}-document_processing-1`);
  expect(attempts.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual(
    [1, 2, 3, 4, 5, 6].map((phase) => `${phase} succeeded`),
  );
});

test('a paused run can be cancelled, and leaves nothing', { tag: '@timed' }, async ({ page }) => {
  await sampleCollection(client, collection);
  await openAsDemo(page, `collections/${collection}`);
  await injectFault('generate_categories', 'after', { kind: 'hold' });
  await processButton(page).click();
  await expect(progressPanel(page)).toContainText('Phase 4 of 6');
  await button(page, 'Pause').click();
  await pauseIsKnown();
  await clearFaults();
  await expect(progressPanel(page)).toContainText('Paused in phase 5 of 6');
  await expect(tab(page, 'Deck Settings')).not.toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Cancel Processing' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel Processing' }).click();
  await expect(processButton(page)).toBeEnabled({ timeout: 2_000 });
  await expect(tab(page, 'Deck Settings')).toHaveAttribute('aria-disabled', 'true');
});

test('three collections are started together and run side by side; one that cannot start says why', async ({
  page,
}) => {
  const ids = [1, 2, 3].map((number) => `${collection}-${number}`);
  for (const id of ids) await sampleCollection(client, id);
  const empty = `${collection}-empty`;
  await testAdmin()
    .db.doc(paths.collection(client.workspace, empty))
    .set({ name: empty, season: '', created_by: client.uid, created_at: new Date() });
  await openAsDemo(page, 'collections');
  const search = page.getByRole('textbox', { name: 'Search collections' });
  if (await search.isVisible()) await search.fill(collection);
  await button(page, 'Select').click();
  for (const id of [...ids, empty]) await page.getByRole('checkbox', { name: `Select ${id}` }).click();
  await injectFault('generate_categories', 'after', { kind: 'hold' });
  await page.getByRole('button', { name: /^Process Documents/u }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'Will start' })).toContainText(`${collection}-1`);
  await expect(dialog.getByRole('region', { name: 'Cannot start' })).toContainText(
    'Add a linesheet and a purchase order first.',
  );
  await dialog.getByRole('button', { name: 'Start 3 runs' }).click();
  // All three are under way at once: none has ended when the last has begun.
  for (const id of ids)
    await expect
      .poll(async () => (await statusOf(testAdmin(), client.workspace, id))?.status)
      .toMatch(/queued|processing/u);
  await expect(page.getByRole('list', { name: 'Running' }).first().getByRole('listitem')).toHaveCount(3);
  await clearFaults();
  for (const id of ids) await reaches(testAdmin(), client.workspace, id, 'completed');
  const runs = await Promise.all(
    ids.map(async (id) => await jobOf(testAdmin(), client.workspace, `${id}-document_processing-1`)),
  );
  const begun = runs.map(({ started_at }) => started_at?.getTime() ?? 0);
  const ended = runs.map(({ completed_at }) => completed_at?.getTime() ?? 0);
  expect(Math.max(...begun)).toBeLessThan(Math.min(...ended));
});

test('runs are remembered: a failure with its attempts until somebody dismisses it, and figures of all of them', async ({
  page,
}) => {
  const documents = await sampleCollection(client, collection);
  await injectFault('extract_text', 'before', { kind: 'fail', code: 'file_corrupt' });
  await startProcessing(client, collection, documents);
  await reaches(testAdmin(), client.workspace, collection, 'failed');
  await openAsDemo(page, 'collections');
  const tray = page.getByRole('region', { name: 'Activity' });
  await expect(tray).toContainText(collection);
  await page.goto(`${testUrl()}/w/${client.workspace}/activity`);
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention).toContainText(collection);
  await expect(attention).toContainText('is damaged and cannot be opened');
  await attention.getByRole('button', { name: `Dismiss Process Documents: ${collection}` }).click();
  await expect(attention.getByText(collection)).toBeHidden();
  await page.goto(`${testUrl()}/w/${client.workspace}/collections/${collection}`);
  await page.getByRole('button', { name: 'Retry Processing' }).click();
  await expect(completedPanel(page)).toBeVisible();
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('dialog');
  await expect(history.getByRole('region', { name: 'Process Documents in figures' })).toContainText(
    '1 completed',
  );
  await history.getByRole('region', { name: 'Runs' }).getByRole('button').first().click();
  await expect(history.getByRole('list', { name: 'Phases' })).toContainText('Extracting text with positions');
  await expect(history).toContainText('damaged');
  await page.keyboard.press('Escape');

  await page.goto(`${testUrl()}/w/${client.workspace}/activity`);
  await expect(page.getByRole('region', { name: 'Analytics' })).toContainText('Process Documents');
  await expect(page.getByRole('region', { name: 'Analytics' })).toContainText('success rate');
});

test('from the second run on, the time remaining is said', async ({ page }) => {
  await collectionWithOrder(testAdmin(), client, collection);
  await openAsDemo(page, `collections/${collection}/items`);
  const generate = button(page, 'Generate Items');
  await generate.click();
  await expect(page.getByRole('region', { name: 'Items generated' })).toContainText('33 created');
  await injectFault('parse_order', 'before', { kind: 'hold' });
  await generate.click();
  const progress = page.getByRole('status', { name: 'Item generation progress' });
  await expect(progress).toContainText('Step 2 of 7: Parsing purchase order');
  await expect(progress).toContainText(/left/u);
  await clearFaults();
  await expect(page.getByRole('region', { name: 'Items generated' })).toContainText('33 unchanged');
});
