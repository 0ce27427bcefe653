/** `docket process`: linesheets and a purchase order in, categories, products and pictures out. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { collectionSchema } from '@docket/model/collection';
import { type Job, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { isRunning } from '@docket/model/processing-status';
import { deleteDoc, doc, getDoc, onSnapshot } from 'firebase/firestore';
import { type Client, createCollection, startProcessing, type UploadFile, uploadDocument } from './client.ts';
import { ProgressBar } from './progress-bar.ts';
import { writeResults, writeStatus } from './results.ts';

export interface ProcessOptions {
  linesheets: string[];
  purchaseOrders: string[];
  out: string;
}

/** What went wrong, in a sentence for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs the command on a connected client. Throws a CommandError when the run does not complete. */
export async function processDocuments(client: Client, options: ProcessOptions): Promise<string> {
  const files = [
    ...(await Promise.all(options.linesheets.map(async (file) => await load(file, 'linesheet')))),
    ...(await Promise.all(options.purchaseOrders.map(async (file) => await load(file, 'purchase_order')))),
  ];
  const collectionId = `cli-${randomBytes(8).toString('hex')}`;
  await createCollection(client, collectionId, 'Command line');
  try {
    const documents: { id: string; name: string }[] = [];
    for (const file of files)
      documents.push({ id: await uploadDocument(client, collectionId, file), name: file.name });
    const ids = documents.map(({ id }) => id);
    const jobId = await startProcessing(client, collectionId, ids);
    const status = await follow(client, collectionId);
    await writeStatus(await readJob(client, jobId), options.out);
    if (status.status !== 'completed') throw new CommandError(failure(status));
    const count = await writeResults(client, collectionId, jobId, documents, options.out);
    return `${count} products written to ${options.out}`;
  } finally {
    await deleteDoc(doc(client.db, paths.collection(client.workspace, collectionId)));
  }
}

async function load(file: string, kind: UploadFile['kind']): Promise<UploadFile> {
  try {
    return { name: path.basename(file), kind, bytes: await readFile(file) };
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}

/** Shows the run until it has ended, and returns its last status. */
async function follow(client: Client, collectionId: string): Promise<ProcessingStatus> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessingStatus>();
  const bar = new ProgressBar(process.stderr);
  let current: ProcessingStatus | undefined;
  const show = () => current !== undefined && bar.show(current, new Date());
  const stop = onSnapshot(
    doc(client.db, paths.collection(client.workspace, collectionId)),
    (snapshot) => {
      const parsed = collectionSchema.safeParse(snapshot.data({ serverTimestamps: 'estimate' }));
      current = parsed.data?.processing_status.document_processing;
      show();
      if (current !== undefined && !isRunning(current)) resolve(current);
    },
    reject,
  );
  const clock = setInterval(show, 500);
  try {
    return await promise;
  } finally {
    clearInterval(clock);
    stop();
    bar.end();
  }
}

async function readJob(client: Client, jobId: string): Promise<Job> {
  return jobSchema.parse((await getDoc(doc(client.db, paths.job(client.workspace, jobId)))).data());
}

function failure(status: ProcessingStatus): string {
  if (status.error === null) return `Processing ended as ${status.status}.`;
  const { phase, total_phases } = status.progress;
  return `Phase ${phase} of ${total_phases} (${status.error.phase}): ${status.error.message}`;
}
