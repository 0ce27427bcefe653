/**
 * What one typical collection uses of all that is paid for: documents, seconds, files, bytes. Kept in bench/costs/measured.json, and
 * as the table of docs/operations.md that is computed from it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { deckSchema } from '@docket/model/deck';
import type { Job } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import type { Page } from '@playwright/test';
import type { DocumentReference } from 'firebase-admin/firestore';
import { sampleCollection } from '../../e2e/engine/runs.ts';
import type { Client } from '../../scripts/docket/client.ts';
import { DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { type Measured, measuredFile, operationsFile, readPrices, withCosts } from '../costs/monthly-cost.ts';
import type { Measure } from './measure.ts';
import { completedRun, durationOf } from './runs.ts';
import { resetUsage, total, usageOf } from './usage.ts';

const COLLECTION = 'costs';
/** A page that has nothing more to load. */
const QUIET_MS = 3_000;

/** Makes the sample collection from upload to deck while a page looks on, visits it as somebody new, and keeps what was counted. */
export async function measureCosts(stack: Stack, client: Client, page: Page): Promise<Measure[]> {
  await page.goto('about:blank');
  await pause(QUIET_MS);
  await resetUsage(stack);
  const documents = await sampleCollection(client, COLLECTION);
  await page.goto(`${stack.url}/w/${DEMO_WORKSPACE.id}/collections/${COLLECTION}`);
  const runs = [
    await completedRun(stack, client, 'document_processing', COLLECTION, documents.slice(0, 1)),
    await completedRun(stack, client, 'item_generation', COLLECTION, documents.slice(1)),
    await completedRun(stack, client, 'deck_generation', COLLECTION, []),
  ];
  await pause(QUIET_MS);
  const usage = await usageOf(stack);
  await page.goto('about:blank');
  const files = await filesOf(stack, client);
  const measured: Measured = {
    collection: await describeCollection(stack, client, documents[0] ?? ''),
    reads: total(usage.reads),
    writes: total(usage.writes),
    ...workOf(runs),
    light_invocations: runs.length,
    objects_left: files.length,
    stored_bytes: files.reduce((sum, bytes) => sum + bytes, 0),
    record_bytes: await bytesOfRecords(stack, client),
    deck_bytes: await deckBytes(stack, client, runs),
    ...(await visit(stack, page)),
  };
  await writeFile(measuredFile, `${JSON.stringify(measured, null, 2)}\n`);
  const document = await readFile(operationsFile, 'utf8');
  await writeFile(operationsFile, withCosts(document, measured, await readPrices()));
  return [
    {
      what: `one collection (${measured.collection}): documents read, written`,
      figure: `${measured.reads} read, ${measured.writes} written, ${measured.worker_seconds} s of workers`,
      budget: 'none',
      kept: true,
    },
  ];
}

function workOf(runs: readonly Job[]) {
  const milliseconds = runs.reduce((sum, job) => sum + durationOf(job), 0);
  return {
    worker_invocations: runs.reduce((sum, { attempts }) => sum + attempts.length, 0),
    worker_seconds: Math.ceil(milliseconds / 1000),
  };
}

/** The sizes of the collection's objects. */
async function filesOf(stack: Stack, client: Client): Promise<number[]> {
  const [files] = await stack.admin.bucket.getFiles({
    prefix: storagePaths.collection(client.workspace, COLLECTION),
  });
  return files.map(({ metadata }) => Number(metadata.size));
}

/** The records of the collection, with everything below it, and its runs. */
async function bytesOfRecords({ admin: { db } }: Stack, { workspace }: Client): Promise<number> {
  const runs = await db.collection(paths.jobs(workspace)).where('subject.id', '==', COLLECTION).get();
  const below = await bytesBelow(db.doc(paths.collection(workspace, COLLECTION)));
  return below + runs.docs.reduce((sum, run) => sum + bytesOf(run.data()), 0);
}

async function bytesBelow(record: DocumentReference): Promise<number> {
  const subcollections = await record.listCollections();
  const found = await Promise.all(subcollections.map(async (records) => await records.get()));
  const below = await Promise.all(
    found.flatMap(({ docs }) => docs).map(async ({ ref }) => await bytesBelow(ref)),
  );
  return below.reduce((sum, bytes) => sum + bytes, bytesOf((await record.get()).data()));
}

const bytesOf = (fields: unknown) => Buffer.byteLength(JSON.stringify(fields ?? {}));

async function deckBytes(stack: Stack, client: Client, runs: readonly Job[]): Promise<number> {
  const id = jobId(COLLECTION, 'deck_generation', runs.at(-1)?.run ?? 1);
  const stored = await stack.admin.db.doc(paths.deck(client.workspace, COLLECTION, id)).get();
  const { pptx, pdf } = deckSchema.parse(stored.data());
  return pptx.bytes + pdf.bytes;
}

async function describeCollection(stack: Stack, client: Client, linesheet: string): Promise<string> {
  const { db } = stack.admin;
  const [products, items] = await Promise.all([
    db
      .collection(paths.products(client.workspace, COLLECTION, linesheet))
      .count()
      .get(),
    db.collection(paths.items(client.workspace, COLLECTION)).count().get(),
  ]);
  return `a linesheet of ${products.data().count} products, an order of ${items.data().count} items, a deck`;
}

/** A visit by a browser that has never been there: the items of the collection with their pictures. */
async function visit(stack: Stack, onlooker: Page) {
  await resetUsage(stack);
  const stranger = await onlooker.context().browser()?.newContext();
  const page = await stranger?.newPage();
  if (page === undefined) throw new Error('The browser opens no page.');
  const bytes = { visit_picture_bytes: 0, visit_site_bytes: 0 };
  const counted: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const port = Number(new URL(request.url()).port);
    counted.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
        const size = Math.max(0, responseBodySize) + Math.max(0, responseHeadersSize);
        if (port === stack.ports.storage) bytes.visit_picture_bytes += size;
        if (port === stack.ports.hosting) bytes.visit_site_bytes += size;
      }),
    );
  });
  await page.goto(stack.url);
  await page.getByRole('button', { name: 'Use the demo account' }).click();
  await page.getByRole('button', { name: 'Create collection' }).first().waitFor();
  await page.goto(`${stack.url}/w/${DEMO_WORKSPACE.id}/collections/${COLLECTION}/items`);
  await page.getByRole('row').nth(1).waitFor();
  await pause(QUIET_MS);
  await Promise.allSettled(counted);
  const { reads } = await usageOf(stack);
  await stranger?.close();
  return { visit_reads: total(reads), ...bytes };
}
