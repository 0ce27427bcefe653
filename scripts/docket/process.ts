/** `docket process`: linesheets and a purchase order in; categories, products, pictures, items and a deck out. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '@docket/model/paths';
import { deleteDoc, doc } from 'firebase/firestore';
import { type Client, createCollection, type UploadFile, uploadDocument } from './client.ts';
import { CommandError } from './command-error.ts';
import { writeDeck } from './deck-results.ts';
import { writeItems, writeMapping } from './item-results.ts';
import { type NamedDocument, writeResults } from './results.ts';
import { type EndedRun, runPipeline } from './run-pipeline.ts';
import { writeStatus } from './status.ts';

/** Paths of files to be read, and of the folder to be written into. */
export interface ProcessOptions {
  linesheets: string[];
  purchaseOrders: string[];
  out: string;
}

/** A collection that is being worked on: each pipeline adds its run, and the files of what it has made. */
interface Work {
  client: Client;
  collectionId: string;
  linesheets: NamedDocument[];
  orders: NamedDocument[];
  runs: EndedRun[];
  out: string;
}

/**
 * Runs the command on a connected client. Throws a CommandError when a run does not complete; what was made until then is
 * written.
 */
export async function processDocuments(client: Client, options: ProcessOptions): Promise<string> {
  const linesheets = await loadAll(options.linesheets, 'linesheet');
  const orders = await loadAll(options.purchaseOrders, 'purchase_order');
  const collectionId = `cli-${randomBytes(8).toString('hex')}`;
  await createCollection(client, collectionId, 'Command line');
  try {
    const work = {
      client,
      collectionId,
      linesheets: await uploadAll(client, collectionId, linesheets),
      orders: await uploadAll(client, collectionId, orders),
      runs: [],
      out: options.out,
    };
    const made = [await makeProducts(work)];
    if (orders.length > 0) made.push(await makeItems(work), await makeDeck(work));
    return `${made.join(', ')} written to ${options.out}`;
  } finally {
    await deleteDoc(doc(client.db, paths.collection(client.workspace, collectionId)));
  }
}

async function makeProducts(work: Work): Promise<string> {
  const documents = [...work.linesheets, ...work.orders];
  const run = await ended(
    work,
    await runPipeline(work.client, 'document_processing', work.collectionId, idsOf(documents)),
  );
  succeed(run);
  const count = await writeResults(work.client, work.collectionId, run.jobId, documents, work.out);
  return `${count} products`;
}

async function makeItems(work: Work): Promise<string> {
  const { client, collectionId, orders, out } = work;
  const run = await ended(work, await runPipeline(client, 'item_generation', collectionId, idsOf(orders)));
  await writeMapping(client, collectionId, run.jobId, orders, out);
  succeed(run);
  return `${await writeItems(client, collectionId, run.job.run, out)} items`;
}

async function makeDeck(work: Work): Promise<string> {
  const { client, collectionId, out } = work;
  const run = await ended(work, await runPipeline(client, 'deck_generation', collectionId, []));
  succeed(run);
  return `a deck of ${await writeDeck(client, collectionId, run.jobId, out)} slides`;
}

/** Adds a run that has ended to status.json, whether it has completed or not. */
async function ended(work: Work, run: EndedRun): Promise<EndedRun> {
  work.runs.push(run);
  await writeStatus(
    work.runs.map(({ job }) => job),
    work.out,
  );
  return run;
}

function succeed({ failure }: EndedRun): void {
  if (failure !== null) throw new CommandError(failure);
}

const idsOf = (documents: readonly NamedDocument[]) => documents.map(({ id }) => id);

async function loadAll(files: readonly string[], kind: UploadFile['kind']): Promise<UploadFile[]> {
  return await Promise.all(
    files.map(async (file) => {
      try {
        return { name: path.basename(file), kind, bytes: await readFile(file) };
      } catch {
        throw new CommandError(`${file} cannot be read.`);
      }
    }),
  );
}

async function uploadAll(
  client: Client,
  collectionId: string,
  files: readonly UploadFile[],
): Promise<NamedDocument[]> {
  const documents: NamedDocument[] = [];
  for (const file of files) {
    documents.push({ id: await uploadDocument(client, collectionId, file), name: file.name });
  }
  return documents;
}
