/** Figures of the whole stack: cold start, a big run from upload to products, phase changes on a screen. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Job, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../e2e/support/browser.ts';
import { jobOf, reaches, sampleCollection } from '../../e2e/engine/runs.ts';
import {
  type Client,
  connectClient,
  createCollection,
  startProcessing,
  uploadDocument,
} from '../../scripts/docket/client.ts';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { type Stack, startStack } from '../../scripts/local-stack/stack.ts';
import { localDirectory } from '../../scripts/local-stack/stack-file.ts';
import { measureApi } from './api.ts';
import { measureCosts } from './costs.ts';
import { measureFitments } from './fitments.ts';
import { measureImages } from './images.ts';
import { measureDeck, measureOrder, ORDER_COLLECTION } from './items.ts';
import { bigLinesheet } from '../fixtures/big-linesheet.ts';
import { measureImagesPage } from './images-page.ts';
import { measureInventory } from './inventory.ts';
import { measureItemsTable } from './items-table.ts';
import { formatMs, type Measure, percentile } from './measure.ts';
import { completedRun, durationOf, phasesOf, timeRow } from './runs.ts';

const START_BUDGET_MS = 15_000;
const RUN_BUDGET_MS = 20_000;
const SCREEN_BUDGET_MS = 150;
const SCREEN_RUNS = 5;
const WARM_UP_MS = 10_000;

/** What is measured on a stack. `run` includes a deck, `items` the table of items. */
export const STACK_PARTS = [
  'screen',
  'run',
  'items',
  'images',
  'images-page',
  'inventory',
  'fitments',
  'api',
  'costs',
] as const;
export type StackPart = (typeof STACK_PARTS)[number];

/** Starts a stack, measures `parts` and its start, and stops it. */
export async function measureStack(parts: ReadonlySet<StackPart>): Promise<Measure[]> {
  const started = performance.now();
  const stack = await startStack({
    // Not the folder of the fixtures, which are kept.
    name: 'bench-stack',
    durable: false,
    usualPorts: false,
    web: true,
    demo: true,
    official: false,
    // The pictures of inventory items come from this machine.
    environment: { DOCKET_ALLOW_LOOPBACK: 'true' },
    onStep: () => {},
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(stack.url);
    const demo = page.getByRole('button', { name: 'Use the demo account' });
    await demo.waitFor();
    const start = performance.now() - started;
    const client = await connectClient(stack.project, stack.ports);
    await demo.click();
    await page.getByRole('button', { name: 'Create collection' }).first().waitFor();
    const measures = [timeRow('local stack: cold start to usable page', start, START_BUDGET_MS)];
    for (const part of STACK_PARTS)
      if (parts.has(part)) measures.push(...(await measurePart(part, stack, client, page)));
    await client.close();
    return measures;
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function measurePart(part: StackPart, stack: Stack, client: Client, page: Page): Promise<Measure[]> {
  switch (part) {
    case 'screen':
      return [await measureScreen(stack, client, page)];
    case 'run':
      return await measureRun(stack, client, (await bigLinesheet()).document);
    case 'items':
      return [
        ...(await measureOrder(stack, client)),
        ...(await measureItemsTable(stack, client, page, ORDER_COLLECTION)),
      ];
    case 'images':
      // A page that is open draws, and a stack that has just been started still warms up: both take part of the machine.
      await page.goto('about:blank');
      await pause(WARM_UP_MS);
      return await measureImages(stack, client);
    case 'images-page':
      return await measureImagesPage(stack, client, page);
    case 'inventory':
      return await measureInventory(stack, client, page);
    case 'fitments':
      // A page that is open draws, which takes part of the machine.
      await page.goto('about:blank');
      return await measureFitments(stack, client);
    case 'api':
      await page.goto('about:blank');
      return await measureApi(stack, client);
    case 'costs':
      return await measureCosts(stack, client, page);
  }
}

async function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findBrowser(path.join(localDirectory, 'chromium'));
  return await chromium.launch({
    executablePath,
    args: BROWSER_ARGS,
    env: { ...process.env, ...environment },
  });
}

async function measureRun(stack: Stack, client: Client, file: string): Promise<Measure[]> {
  const collection = 'big';
  await createCollection(client, collection, 'Big linesheet');
  const bytes = await readFile(file);
  const id = await uploadDocument(client, collection, { name: 'big.pdf', kind: 'linesheet', bytes });
  const job = await completedRun(stack, client, 'document_processing', collection, [id]);
  const products = await stack.admin.db
    .collection(paths.products(client.workspace, collection, id))
    .count()
    .get();
  const what = `40 pages, ${products.data().count} products: phases 1–6 (${phasesOf(job)})`;
  return [
    timeRow(what, durationOf(job), RUN_BUDGET_MS),
    ...(await measureDeck(stack, client, collection, id)),
  ];
}

/** How long after the engine's decision a phase's name stands on a page that somebody watches. */
async function measureScreen(stack: Stack, client: Client, page: Page): Promise<Measure> {
  const delays: number[] = [];
  for (let run = 1; run <= SCREEN_RUNS; run++) {
    const collection = `screen-${run}`;
    const documents = await sampleCollection(client, collection);
    await page.goto(`${stack.url}/w/${DEMO_WORKSPACE.id}/collections/${collection}`);
    await page.getByRole('button', { name: 'Process Documents' }).waitFor();
    const seen = watchPhases(page);
    const jobId = await startProcessing(client, collection, documents);
    await reaches(stack.admin, client.workspace, collection, 'completed');
    await page.getByRole('region', { name: 'Processing completed' }).waitFor();
    delays.push(...delaysOf(await jobOf(stack.admin, client.workspace, jobId), await seen()));
  }
  const p95 = percentile(delays, 0.95);
  const p50 = percentile(delays, 0.5);
  return timeRow(
    `phase change → on screen, p95 of ${delays.length} (p50 ${formatMs(p50)})`,
    p95,
    SCREEN_BUDGET_MS,
  );
}

/** Runs in the page: resolves to the time at which each phase's number was first in the document. */
const WATCH_PHASES = `new Promise((resolve) => {
  const seen = {};
  const look = () => {
    const phase = /Phase (\\d) of \\d/.exec(document.body.innerText)?.[1];
    if (phase !== undefined) seen[phase] ??= Date.now();
    if (document.querySelector('[aria-label="Processing completed"]') !== null) resolve(seen);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
})`;

/** Starts to watch the phases on the page, which reads the same clock as this process. */
function watchPhases(page: Page): () => Promise<Record<string, number>> {
  const watching = page.evaluate<Record<string, number>>(WATCH_PHASES);
  return async () => await watching;
}

/** From the end of each phase, which is when the next one is announced, to its name on the page. */
function delaysOf(job: Job, seen: Record<string, number>): number[] {
  return jobSchema.parse(job).attempts.flatMap(({ phase, ended_at }) => {
    const shown = seen[String(phase + 1)];
    return shown === undefined || ended_at === null ? [] : [shown - ended_at.getTime()];
  });
}
