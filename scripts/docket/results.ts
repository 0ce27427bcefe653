/** What `docket process` writes: the results of a run as files that other programs can read. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Collection, collectionSchema } from '@docket/model/collection';
import type { Job } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { phaseAt } from '@docket/model/pipelines';
import { type Product, productSchema } from '@docket/model/product';
import { collection, doc, getDoc, getDocs, orderBy, query, where } from 'firebase/firestore';
import { getBytes, ref } from 'firebase/storage';
import type { Client } from './client.ts';

/** A document of the run: its id and the name of its file. */
export interface NamedDocument {
  id: string;
  name: string;
}

/** Writes categories.json, products.json and the pictures into `out`. Returns the number of products. */
export async function writeResults(
  client: Client,
  collectionId: string,
  jobId: string,
  documents: readonly NamedDocument[],
  out: string,
): Promise<number> {
  await mkdir(path.join(out, 'images'), { recursive: true });
  const { categories } = await readCollection(client, collectionId);
  await writeJson(out, 'categories.json', categories);
  const rows: unknown[] = [];
  const written = new Set<string>();
  for (const document of documents) {
    const products = await readProducts(client, collectionId, document.id, jobId);
    for (const product of products) {
      rows.push(row(document.name, product));
      if (product.image !== null && !written.has(product.image.path)) {
        written.add(product.image.path);
        const bytes = await getBytes(ref(client.storage, product.image.path));
        await writeFile(path.join(out, imageFile(product.image.image_id)), Buffer.from(bytes));
      }
    }
  }
  await writeJson(out, 'products.json', rows);
  return rows.length;
}

/** Writes status.json: how each phase went. */
export async function writeStatus(job: Job, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const numbers = [...new Set(job.attempts.map((attempt) => attempt.phase))];
  const phases = numbers.map((number) => {
    const attempts = job.attempts.filter((attempt) => attempt.phase === number);
    const started = attempts[0]?.started_at ?? null;
    const ended = attempts.at(-1)?.ended_at ?? null;
    const ms = started === null || ended === null ? null : ended.getTime() - started.getTime();
    return {
      phase: number,
      label: phaseAt(job.pipeline, number).label,
      started,
      ended,
      ms,
      attempts: attempts.length,
    };
  });
  await writeJson(out, 'status.json', { status: job.status, error: job.error, phases });
}

async function readCollection(client: Client, collectionId: string): Promise<Collection> {
  const snapshot = await getDoc(doc(client.db, paths.collection(client.workspace, collectionId)));
  return collectionSchema.parse(snapshot.data());
}

async function readProducts(
  client: Client,
  collectionId: string,
  documentId: string,
  jobId: string,
): Promise<Product[]> {
  const products = collection(client.db, paths.products(client.workspace, collectionId, documentId));
  const found = await getDocs(query(products, where('job_id', '==', jobId), orderBy('position')));
  return found.docs.map((snapshot) => productSchema.parse(snapshot.data()));
}

const imageFile = (imageId: string) => path.posix.join('images', `${imageId}.webp`);

function row(document: string, product: Product) {
  const { sku, name, category, wholesale_price, msrp, currency, colors, color_codes, sizes } = product;
  const { prices_by_size, material, origin, season, delivery, page, confidence } = product;
  return {
    document,
    page,
    sku,
    name,
    category,
    wholesale_price,
    msrp,
    currency,
    colors,
    color_codes,
    sizes,
    prices_by_size,
    material,
    origin,
    season,
    delivery,
    image: product.image === null ? null : imageFile(product.image.image_id),
    confidence,
  };
}

async function writeJson(out: string, name: string, value: unknown): Promise<void> {
  await writeFile(path.join(out, name), `${JSON.stringify(value, null, 1)}\n`);
}
