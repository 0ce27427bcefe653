/** What `docket process` writes: the results of a run as files that other programs can read. */
import { type Collection, collectionSchema } from '@docket/model/collection';
import { paths } from '@docket/model/paths';
import { type Product, productSchema } from '@docket/model/product';
import { collection, doc, getDoc, getDocs, orderBy, query, where } from 'firebase/firestore';
import { getBytes, ref } from 'firebase/storage';
import type { Client } from './client.ts';
import { imageFile, writeJson, writeOutput } from './output.ts';

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
        await writeOutput(out, imageFile(product.image.image_id), new Uint8Array(bytes));
      }
    }
  }
  await writeJson(out, 'products.json', rows);
  return rows.length;
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
