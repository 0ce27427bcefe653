/**
 * Collections that are ready for items: the sample's linesheet is processed once, and every test gets a copy of what that
 * has made, with an order of its own.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { collectionSchema } from '@docket/model/collection';
import { type Item, itemSchema } from '@docket/model/item';
import { paths } from '@docket/model/paths';
import { type Client, uploadDocument } from '../../scripts/docket/client.ts';
import type { Admin } from '../../scripts/local-stack/admin.ts';
import { sampleCollection, reaches } from '../engine/runs.ts';
import { startProcessing } from '../../scripts/docket/client.ts';

const SOURCE = 'prepared-source';
const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

/** The sample's purchase order. */
export const SAMPLE_ORDER = 'nordlicht-store-po-1187.xlsx';

/** A file of `samples/`. */
export async function sampleFile(name: string): Promise<Uint8Array> {
  return await readFile(path.join(SAMPLES, name));
}

async function processedSource(admin: Admin, client: Client): Promise<void> {
  if ((await admin.db.doc(paths.collection(client.workspace, SOURCE)).get()).exists) return;
  await startProcessing(client, SOURCE, await sampleCollection(client, SOURCE));
  await reaches(admin, client.workspace, SOURCE, 'completed');
}

/** Creates `collection` with the processed linesheet of the sample and no order. */
export async function preparedCollection(admin: Admin, client: Client, collection: string): Promise<void> {
  await processedSource(admin, client);
  const { workspace } = client;
  const source = await admin.db.doc(paths.collection(workspace, SOURCE)).get();
  await admin.db.doc(paths.collection(workspace, collection)).set({ ...source.data(), name: collection });
  const documents = await admin.db.collection(paths.documents(workspace, SOURCE)).get();
  const linesheet = documents.docs.find((document) => document.get('kind') === 'linesheet');
  if (linesheet === undefined) throw new Error('The sample has no linesheet.');
  await admin.db.doc(paths.document(workspace, collection, linesheet.id)).set(linesheet.data());
  const products = await linesheet.ref.collection('products').get();
  const batch = admin.db.batch();
  for (const product of products.docs)
    batch.set(admin.db.doc(paths.product(workspace, collection, linesheet.id, product.id)), product.data());
  await batch.commit();
}

/** Uploads an order to a collection. Returns the document's id. */
export async function addOrder(
  client: Client,
  collection: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return await uploadDocument(client, collection, { name, kind: 'purchase_order', bytes });
}

/** A prepared collection with the sample's order. Returns the id of the order. */
export async function collectionWithOrder(admin: Admin, client: Client, collection: string): Promise<string> {
  await preparedCollection(admin, client, collection);
  return await addOrder(client, collection, SAMPLE_ORDER, await sampleFile(SAMPLE_ORDER));
}

/** The stored items of a collection by position. */
export async function itemsOf(admin: Admin, workspace: string, collection: string): Promise<Item[]> {
  const found = await admin.db.collection(paths.items(workspace, collection)).get();
  return found.docs
    .map((snapshot) => itemSchema.parse(snapshot.data()))
    .sort((a, b) => a.position - b.position);
}

/** The collection as stored. */
export async function storedCollection(admin: Admin, workspace: string, collection: string) {
  return collectionSchema.parse((await admin.db.doc(paths.collection(workspace, collection)).get()).data());
}
