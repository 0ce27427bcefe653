/** How the table of items behaves with 10,000 of them: tasks that keep the page from answering while somebody works. */
import { itemSchema } from '@docket/model/item';
import { paths } from '@docket/model/paths';
import type { Page } from '@playwright/test';
import type { Client } from '../../scripts/docket/client.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { longTasks } from './long-tasks.ts';
import { formatMs, type Measure } from './measure.ts';

const ITEMS = 10_000;
/** A notch of a wheel in pixels, and how often it is turned. */
const NOTCH = 120;
const NOTCHES = 120;

/**
 * Fills `collection`, whose items have been generated, up to 10,000 items, opens its table on `page`, which is signed in,
 * then scrolls and searches.
 */
export async function measureItemsTable(
  stack: Stack,
  client: Client,
  page: Page,
  collection: string,
): Promise<Measure[]> {
  await fill(stack, client, collection);
  await page.goto(`${stack.url}/w/${client.workspace}/collections/${collection}/items`);
  const grid = page.getByRole('grid', { name: 'Items' });
  await grid.getByRole('row').nth(5).waitFor({ timeout: 120_000 });
  await page
    .getByText(`${ITEMS.toLocaleString('en')} items`)
    .first()
    .waitFor({ timeout: 120_000 });
  await page.evaluate(UNTIL_IDLE);
  await grid.hover();
  const scrolling = await longTasks(page, async () => {
    for (let notch = 0; notch < NOTCHES; notch++) await page.mouse.wheel(0, NOTCH);
  });
  const searching = await longTasks(page, async () => {
    await page.getByRole('textbox', { name: 'Search items' }).pressSequentially('coat', { delay: 80 });
  });
  return [
    row(`table of ${ITEMS.toLocaleString('en')} items: tasks over 50 ms while scrolling`, scrolling),
    row(`table of ${ITEMS.toLocaleString('en')} items: tasks over 50 ms while searching`, searching),
  ];
}

function row(what: string, tasks: readonly number[]): Measure {
  const longest = tasks.length === 0 ? '' : `, the longest ${formatMs(Math.max(...tasks))}`;
  return { what, figure: `${tasks.length}${longest}`, budget: '0', kept: tasks.length === 0 };
}

/** Copies items under new ids until there are enough. */
async function fill(stack: Stack, client: Client, collection: string): Promise<void> {
  const { db } = stack.admin;
  const { docs } = await db.collection(paths.items(client.workspace, collection)).get();
  const writer = db.bulkWriter();
  for (let position = docs.length; position < ITEMS; position++) {
    const source = itemSchema.parse(docs[position % docs.length]?.data());
    void writer.set(db.doc(paths.item(client.workspace, collection, `copy-${position}`)), {
      ...source,
      position,
    });
  }
  await writer.close();
}

/** Runs in the page: resolves when it has had nothing to do for a second. */
const UNTIL_IDLE = `new Promise((resolve) => {
  let timer = setTimeout(resolve, 1000);
  new PerformanceObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(resolve, 1000);
  }).observe({ type: 'longtask' });
})`;
