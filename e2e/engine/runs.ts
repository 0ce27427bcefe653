/** Runs of the sample documents through the public client path, for tests that look at results rather than at pages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { collectionSchema } from '@docket/model/collection';
import { type Job, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { productSchema } from '@docket/model/product';
import { expect } from '@playwright/test';
import { type Client, createCollection, uploadDocument } from '../../scripts/docket/client.ts';
import type { Admin } from '../../scripts/local-stack/admin.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');
const LINESHEET = 'harbour-and-vale-aw26-linesheet.pdf';
const ORDER = 'nordlicht-store-po-1187.xlsx';

/** Creates a collection with the sample linesheet and order in it. Returns the ids of the documents. */
export async function sampleCollection(client: Client, collection: string): Promise<string[]> {
  await createCollection(client, collection, collection);
  const linesheet = await readFile(path.join(SAMPLES, LINESHEET));
  const order = await readFile(path.join(SAMPLES, ORDER));
  return [
    await uploadDocument(client, collection, { name: LINESHEET, kind: 'linesheet', bytes: linesheet }),
    await uploadDocument(client, collection, { name: ORDER, kind: 'purchase_order', bytes: order }),
  ];
}

/** The latest status of document processing of a collection. */
export async function statusOf(
  admin: Admin,
  workspace: string,
  collection: string,
): Promise<ProcessingStatus | undefined> {
  const snapshot = await admin.db.doc(paths.collection(workspace, collection)).get();
  return collectionSchema.parse(snapshot.data()).processing_status.document_processing;
}

/** Waits until the collection's run has the wanted status. */
export async function reaches(
  admin: Admin,
  workspace: string,
  collection: string,
  status: ProcessingStatus['status'],
  timeout = 60_000,
): Promise<ProcessingStatus> {
  await expect
    .poll(async () => (await statusOf(admin, workspace, collection))?.status, { timeout, intervals: [100] })
    .toBe(status);
  const reached = await statusOf(admin, workspace, collection);
  if (reached === undefined) throw new Error('The status has gone again.');
  return reached;
}

export async function jobOf(admin: Admin, workspace: string, jobId: string): Promise<Job> {
  return jobSchema.parse((await admin.db.doc(paths.job(workspace, jobId)).get()).data());
}

/** The saved products without what names the run: two runs of the same material must agree in this. */
export async function productsOf(
  admin: Admin,
  workspace: string,
  collection: string,
  documents: readonly string[],
) {
  const products = [];
  for (const document of documents) {
    const found = await admin.db
      .collection(paths.products(workspace, collection, document))
      .orderBy('position')
      .get();
    for (const snapshot of found.docs) {
      const { job_id: _, image, ...product } = productSchema.parse(snapshot.data());
      products.push({
        ...product,
        image: image === null ? null : { id: image.image_id, place: image.place },
      });
    }
  }
  return products;
}

/** Names of all Storage objects made for a collection, apart from the originals. */
export async function derivedFiles(admin: Admin, workspace: string, collection: string): Promise<string[]> {
  const [files] = await admin.bucket.getFiles({ prefix: `${paths.collection(workspace, collection)}/` });
  return files.map((file) => file.name).filter((name) => name.includes('/runs/'));
}
