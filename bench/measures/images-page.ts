/** How the images page takes 137 photos at once: how soon they are there, and whether it can be used meanwhile. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paths } from '@docket/model/paths';
import type { Page } from '@playwright/test';
import type { Client } from '../../scripts/docket/client.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { photos } from '../fixtures/photos.ts';
import { longTasks } from './long-tasks.ts';
import { formatMs, type Measure } from './measure.ts';
import { timeRow } from './runs.ts';

const TILES_BUDGET_MS = 500;
const SAVED_BUDGET_MS = 20_000;
const TASK_BUDGET_MS = 200;
const LIMIT_MS = 180_000;

/** Runs in the page: resolves to the time at which the first tile was in the document. */
const FIRST_TILE = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('[data-tile]') !== null) resolve(Date.now());
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
})`;

/** Chooses the photos on `page`, which is signed in, and uses the page until all are saved. */
export async function measureImagesPage(stack: Stack, client: Client, page: Page): Promise<Measure[]> {
  const folder = await otherPhotos();
  try {
    const files = (await readdir(folder)).map((name) => path.join(folder, name));
    await page.goto(`${stack.url}/w/${client.workspace}/images`);
    const input = page.getByLabel('Image files').first();
    await input.waitFor({ state: 'attached' });
    const saved = async () => await countImages(stack, client);
    const before = await saved();
    const firstTile = page.evaluate<number>(FIRST_TILE);
    let started = 0;
    let shownMs = 0;
    let savedMs = 0;
    const tasks = await longTasks(page, async () => {
      // Reading the names of the files takes the tool that drives the browser a while.
      await page.evaluate(`document.querySelector('input[type=file]').addEventListener('change',
        () => { window.docketChosen = Date.now(); }, { capture: true, once: true })`);
      await input.setInputFiles(files);
      started = await page.evaluate<number>('window.docketChosen');
      shownMs = (await firstTile) - started;
      const search = page.getByRole('textbox', { name: 'Search images' });
      while ((await saved()) < before + files.length) {
        if (Date.now() - started > LIMIT_MS) throw new Error('The photos have not been saved.');
        await search.fill('photo-1');
        await page.mouse.wheel(0, 400);
        await search.fill('');
        // As a person does: a software renderer that draws all the time would be what is measured.
        await page.waitForTimeout(1000);
      }
      savedMs = Date.now() - started;
    });
    const longest = Math.max(0, ...tasks);
    return [
      timeRow(`${files.length} photos chosen: on the page`, shownMs, TILES_BUDGET_MS),
      timeRow(`${files.length} photos chosen: all uploaded and saved`, savedMs, SAVED_BUDGET_MS),
      {
        what: `longest task of the page while they are uploaded and it is scrolled and searched (${tasks.length} over 50 ms)`,
        figure: formatMs(longest),
        budget: `≤ ${formatMs(TASK_BUDGET_MS)}`,
        kept: longest <= TASK_BUDGET_MS,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The photos of the benchmark as other files: a byte after its end changes nothing of a picture but its name. */
async function otherPhotos(): Promise<string> {
  const folder = await photos();
  const copies = await mkdtemp(path.join(tmpdir(), 'docket-photos-'));
  for (const name of await readdir(folder))
    await writeFile(
      path.join(copies, name),
      Buffer.concat([await readFile(path.join(folder, name)), Buffer.of(0)]),
    );
  return copies;
}

async function countImages({ admin }: Stack, { workspace }: Client): Promise<number> {
  return (await admin.db.collection(paths.images(workspace)).count().get()).data().count;
}
