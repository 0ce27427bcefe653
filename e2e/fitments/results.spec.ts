/** What becomes of approved fitments, and the table of vehicles that parts are matched with. */
import { readFile } from 'node:fs/promises';
import { paths } from '@docket/model/paths';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';

const WORKSPACE = DEMO_WORKSPACE.id;
const JOB = 'results-of-two-runs';

const fitment = (part: number, submodel: string, from: number, to: number) => ({
  part,
  make: 'Honda',
  model: 'Civic',
  submodel,
  qualifiers: [],
  from,
  to,
  confidence: 0.9,
  reasoning: '“Civic” names the Honda Civic',
});

/** A job that has completed, of whose fitments one is pending. */
async function putJob(): Promise<void> {
  const { db } = testAdmin();
  await db.doc(paths.fitmentGroup(WORKSPACE, JOB, 'g0')).set({
    index: 0,
    parts: [
      { part_id: 'p1', part_number: 'RES-1', description: 'Brake pads' },
      { part_id: 'p2', part_number: 'RES-2', description: 'Oil filter' },
    ],
    fitments: {
      a: fitment(0, '', 2001, 2003),
      b: fitment(0, '', 2004, 2005),
      c: fitment(0, 'EX', 2005, 2006),
      d: fitment(1, '', 2005, 2005),
    },
    exceptions: [],
    decisions: { a: 'approved', b: 'approved', c: 'approved' },
  });
  await db.doc(paths.fitmentJob(WORKSPACE, JOB)).set({
    type: 'selection',
    name: 'Two brakes',
    part_count: 2,
    created_by: 'nobody',
    created_at: new Date(),
    results: { parts: 2, fitments: 4, exceptions: 0, groups: 1 },
    review: { pending: 1, approved: 3, rejected: 0 },
    processing_status: {},
  });
}

async function savedBy(page: Page, menuItem: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: menuItem }).click();
  return await readFile(await (await download).path(), 'utf8');
}

test('approved fitments are listed in ranges of years, live, and saved as CSV and ACES XML', async ({
  page,
}) => {
  await putJob();
  await openAsDemo(page, 'fitments/results');
  const table = page.getByRole('table', { name: 'Approved fitments' });
  await page.getByRole('textbox', { name: 'Search fitments' }).fill('res-');
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table).toContainText('2001–2005');
  await expect(table).not.toContainText('RES-2');
  await page.getByText('to check before you send').click();
  await expect(page.getByRole('list', { name: 'Things to check' })).toContainText(
    'RES-1 fits Honda Civic 2005 twice: all of them, and EX only.',
  );

  await testAdmin()
    .db.doc(paths.fitmentGroup(WORKSPACE, JOB, 'g0'))
    .update({ 'decisions.d': 'approved' });
  await expect(table).toContainText('RES-2');
  await page.getByText('By vehicle').click();
  await expect(page.getByRole('table', { name: 'Parts by model' })).toContainText(/Civic.*2001–2006.*2/u);

  expect(await savedBy(page, 'year ranges')).toContain('RES-1,Brake pads,Honda,Civic,,,2001,2005\r\n');
  expect(await savedBy(page, 'one row a year')).toContain('RES-1,Brake pads,Honda,Civic,,,2004\r\n');
  const aces = await savedBy(page, 'ACES XML');
  expect(aces).toContain(`<Company>${DEMO_WORKSPACE.name}</Company>`);
  expect(aces).toContain('<Part>RES-2</Part>');
  await testAdmin().db.doc(paths.fitmentJob(WORKSPACE, JOB)).delete();
  await expect(page.getByText('RES-1')).toHaveCount(0);
});

test('a table of vehicles is imported, told what is wrong with, and given back for the starter table', async ({
  page,
}) => {
  await openAsDemo(page, 'fitments/vehicles');
  const inUse = page.getByRole('region', { name: 'The table in use' });
  const table = page.getByRole('table', { name: 'Vehicles' });
  const search = page.getByRole('textbox', { name: 'Search vehicles' });
  await expect(inUse).toContainText('Starter table');
  await search.fill('chevy camaro 1968');
  await expect(table).toContainText('Camaro');

  await page.getByRole('button', { name: 'Import vehicles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import vehicles' });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'Kleinwagen.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Marke;Modell;von;bis\nZonk;Hopper;2001;2009\nZonk;;2001;2009\nZonk;Jumper;2005;\n'),
  });
  await dialog.getByRole('radio', { name: 'Replace the table in use' }).check();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(inUse).toContainText('Kleinwagen.csv');
  await inUse.getByText('1 row of the file was left out').click();
  await expect(inUse).toContainText('Line 3');
  await search.fill('hopper 2004');
  await expect(table).toContainText('2001–2009');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('Zonk,Jumper,2005,');

  await inUse.getByRole('button', { name: 'Back to the starter table' }).click();
  await page.getByRole('button', { name: 'Use the starter table' }).click();
  await expect(inUse).toContainText('Starter table');
  await search.fill('camaro');
  await expect(table).toContainText('Camaro');
});
