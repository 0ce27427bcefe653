/** How soon a new item with the address of its picture is saved on screen, while the pictures are being fetched. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { openPictureSite } from '../../e2e/inventory/picture-site.ts';
import type { Client } from '../../scripts/docket/client.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { formatMs, type Measure, percentile } from './measure.ts';
import { timeRow } from './runs.ts';

const ITEMS = 30;
/** Those before are not counted: the first ones load what saving needs. */
const WARM_UP = 3;
const SAVED_BUDGET_MS = 100;

/** Milliseconds from sending the form. */
const timesSchema = z.object({ shown: z.number(), saved: z.number() });

/** Runs in the page: resolves to when `name` stood in the list, and when it stood there as saved, since the form was sent. */
const untilSaved = (name: string) => `new Promise((resolve) => {
  document.addEventListener('submit', () => {
    const begun = performance.now();
    let shown = null;
    const look = () => {
      const row = [...document.querySelectorAll('tr')].find((row) => row.textContent.includes('${name}'));
      if (row === undefined) return;
      shown ??= performance.now() - begun;
      if (!row.textContent.includes('Saved')) return;
      observer.disconnect();
      resolve({ shown, saved: performance.now() - begun });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, { capture: true, once: true });
})`;

/** Adds items on `page`, which is signed in, as a person does. */
export async function measureInventory(stack: Stack, client: Client, page: Page): Promise<Measure[]> {
  const site = await openPictureSite();
  try {
    await page.goto(`${stack.url}/w/${client.workspace}/inventory`);
    const times: z.infer<typeof timesSchema>[] = [];
    for (let index = 0; index < ITEMS + WARM_UP; index++) {
      const name = `Measured ${String(index).padStart(3, '0')}`;
      // The new one alone is in the list, so that it is in sight.
      if (index > 0) await page.getByRole('textbox', { name: 'Search items' }).fill(name);
      await page.getByRole('button', { name: 'New item' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'New item' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
      await dialog
        .getByRole('textbox', { name: 'or the address of an image' })
        .fill(`${site.address}/measured-${index}.jpg`);
      // A person takes a moment to look for the button.
      await page.waitForTimeout(400);
      const saved = page.evaluate<unknown>(untilSaved(name));
      await dialog.getByRole('button', { name: 'Save item' }).click();
      const time = timesSchema.parse(await saved);
      if (index >= WARM_UP) times.push(time);
      await dialog.waitFor({ state: 'hidden' });
    }
    return [
      savingRow(
        'in the list',
        times.map(({ shown }) => shown),
      ),
      savingRow(
        'saved on screen, the server having answered',
        times.map(({ saved }) => saved),
      ),
    ];
  } finally {
    await site.close();
  }
}

function savingRow(what: string, times: readonly number[]): Measure {
  const p50 = formatMs(percentile(times, 0.5));
  return timeRow(
    `inventory item with an image address: ${what}, p95 of ${times.length} (p50 ${p50})`,
    percentile(times, 0.95),
    SAVED_BUDGET_MS,
  );
}
