/** The pages of fitments as a person operates them, and jobs that are there before they look. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type FitmentJob, fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { paths } from '@docket/model/paths';
import { expect, type Page } from '@playwright/test';
import type { Client } from '../../scripts/docket/client.ts';
import { startFitmentJob } from '../../scripts/docket/fitments.ts';
import { openAsDemo } from '../support/pages.ts';
import { testAdmin } from '../support/test-stack.ts';

export const SAMPLE = path.resolve(import.meta.dirname, '../../samples/kestrel-parts.csv');

export const review = (page: Page) => page.getByRole('grid', { name: 'Fitments' });
export const reviewRow = (page: Page, part: string) =>
  review(page)
    .getByRole('row', { name: new RegExp(part, 'u') })
    .first();

export type Counts = FitmentJob['review'];

/** How many fitments the page says are pending, approved and rejected: "Pending 37". */
export async function shownCounts(page: Page): Promise<Counts> {
  const names = await page
    .getByRole('radiogroup', { name: 'Status' })
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.closest('div')?.textContent ?? ''));
  const [, pending = 0, approved = 0, rejected = 0] = names.map((name) =>
    Number(/[\d,]+$/u.exec(name.trim())?.[0].replaceAll(',', '')),
  );
  return { pending, approved, rejected };
}

export async function expectCounts(page: Page, counts: Counts): Promise<void> {
  await expect.poll(async () => await shownCounts(page)).toEqual(counts);
}

/** The job as it is stored. */
export async function storedJob({ workspace }: Client, id: string): Promise<FitmentJob> {
  return fitmentJobSchema.parse((await testAdmin().db.doc(paths.fitmentJob(workspace, id)).get()).data());
}

/** A job about the parts of a file, ready to be reviewed. */
export async function jobToReview(client: Client, id: string, csv?: string): Promise<FitmentJob> {
  const bytes = csv === undefined ? await readFile(SAMPLE) : new TextEncoder().encode(csv);
  await startFitmentJob(client, id, { name: `${id}.csv`, bytes });
  await expect.poll(async () => (await storedJob(client, id)).results !== null).toBe(true);
  return await storedJob(client, id);
}

export async function openJob(page: Page, id: string): Promise<void> {
  await openAsDemo(page, `fitments/jobs/${id}`);
  await expect(review(page)).toBeVisible();
}
