/** Figures of "Generate Items" and "Generate Deck": a big order, the same again, and a deck of all that a big linesheet has. */
import { deckSchema } from '@docket/model/deck';
import { formatBytes } from '@docket/model/limits';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { productSchema, type Product } from '@docket/model/product';
import sharp from 'sharp';
import { type Client, createCollection, uploadDocument } from '../../scripts/docket/client.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { inventStyles, type OrderedStyle, orderWorkbook } from '../fixtures/big-order.ts';
import type { Measure } from './measure.ts';
import { completedRun, durationOf, phasesOf, timeRow } from './runs.ts';

/** The collection that `measureOrder` leaves behind, with its items. */
export const ORDER_COLLECTION = 'order';

const CATEGORY = {
  id: 'all',
  name: 'Ready to wear',
  product_count: 500,
  confidence: 1,
  reason: 'Made for benchmarks',
};
const LINES = 2_000;
const ORDER_BUDGET_MS = 8_000;
const DECK_BUDGET_MS = 15_000;
const DECK_BUDGET_BYTES = 25_000_000;

/** An order of 2,000 lines against 500 products with pictures, and then once more. */
export async function measureOrder(stack: Stack, client: Client): Promise<Measure[]> {
  const collection = ORDER_COLLECTION;
  const styles = inventStyles(LINES);
  await createCollection(client, collection, 'Big order');
  await putProducts(stack, client, collection, styles);
  const order = await uploadOrder(client, collection, styles);
  const first = await completedRun(stack, client, 'item_generation', collection, [order]);
  const before = await writesOf(stack, client, collection);
  const again = await completedRun(stack, client, 'item_generation', collection, [order], 2);
  const after = await writesOf(stack, client, collection);
  const written = [...after].filter(([id, time]) => before.get(id) !== time).length;
  return [
    timeRow(
      `purchase order of ${LINES} lines → ${before.size} items saved (${phasesOf(first)})`,
      durationOf(first),
      ORDER_BUDGET_MS,
    ),
    timeRow(`the same order again (${phasesOf(again)})`, durationOf(again), ORDER_BUDGET_MS),
    {
      what: 'the same order again: items written',
      figure: String(written),
      budget: '0',
      kept: written === 0,
    },
  ];
}

/** Items and a deck of all products of a collection whose linesheet `document` has been processed. */
export async function measureDeck(
  stack: Stack,
  client: Client,
  collection: string,
  document: string,
): Promise<Measure[]> {
  const products = await stack.admin.db
    .collection(paths.products(client.workspace, collection, document))
    .get();
  const styles = products.docs.map((snapshot): OrderedStyle => {
    const { sku, name, colors, color_codes, wholesale_price } = productSchema.parse(snapshot.data());
    return {
      sku: sku ?? name,
      name,
      color: colors[0] ?? '',
      code: color_codes[0] ?? '',
      price: wholesale_price ?? 0,
    };
  });
  const order = await uploadOrder(client, collection, styles);
  const items = await completedRun(stack, client, 'item_generation', collection, [order]);
  const deck = await completedRun(stack, client, 'deck_generation', collection, []);
  const id = jobId(collection, 'deck_generation', deck.run);
  const stored = await stack.admin.db.doc(paths.deck(client.workspace, collection, id)).get();
  const { item_count, slide_count, pptx, pdf } = deckSchema.parse(stored.data());
  const largest = Math.max(pptx.bytes, pdf.bytes);
  return [
    timeRow(
      `order of ${styles.length} lines with pictures → items (${phasesOf(items)})`,
      durationOf(items),
      ORDER_BUDGET_MS,
    ),
    timeRow(
      `${item_count} items → deck of ${slide_count} slides (${phasesOf(deck)})`,
      durationOf(deck),
      DECK_BUDGET_MS,
    ),
    {
      what: `deck of ${item_count} items: the larger of PPTX and PDF`,
      figure: formatBytes(largest),
      budget: `≤ ${formatBytes(DECK_BUDGET_BYTES)}`,
      kept: largest <= DECK_BUDGET_BYTES,
    },
  ];
}

async function uploadOrder(
  client: Client,
  collection: string,
  styles: readonly OrderedStyle[],
): Promise<string> {
  const bytes = await orderWorkbook(styles);
  return await uploadDocument(client, collection, { name: 'order.xlsx', kind: 'purchase_order', bytes });
}

/** The time of the last write of each item. */
async function writesOf(stack: Stack, client: Client, collection: string): Promise<Map<string, string>> {
  const { docs } = await stack.admin.db.collection(paths.items(client.workspace, collection)).select().get();
  return new Map(docs.map(({ id, updateTime }) => [id, `${updateTime.seconds}.${updateTime.nanoseconds}`]));
}

/** What document processing would have made: a product for each style, with its colours and a picture. */
async function putProducts(
  stack: Stack,
  client: Client,
  collection: string,
  styles: readonly OrderedStyle[],
): Promise<void> {
  const { db, bucket } = stack.admin;
  const producer = jobId(collection, 'document_processing', 1);
  const picture = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#8899aa' } })
    .webp()
    .toBuffer();
  const linesheet = db.doc(paths.document(client.workspace, collection, 'linesheet'));
  await linesheet.set({ kind: 'linesheet' });
  const bySku = [...Map.groupBy(styles, ({ sku }) => sku).values()];
  const writer = db.bulkWriter();
  for (const [position, colors] of bySku.entries()) {
    const product = productOf(client, collection, producer, position, colors);
    const options = { resumable: false, metadata: { metadata: { firebaseStorageDownloadTokens: producer } } };
    if (product.image !== null) {
      await bucket.file(product.image.path).save(picture, options);
      await bucket.file(product.image.thumbnail_path).save(picture, options);
    }
    const path = paths.product(
      client.workspace,
      collection,
      linesheet.id,
      `1-${String(position).padStart(5, '0')}`,
    );
    void writer.set(db.doc(path), product);
  }
  await writer.close();
  const counts = { product_count: bySku.length, image_count: bySku.length, matched_count: bySku.length };
  await db
    .doc(paths.collection(client.workspace, collection))
    .update({ results: { job_id: producer, ...counts, currency: null }, categories: [CATEGORY] });
}

function productOf(
  client: Client,
  collection: string,
  producer: string,
  position: number,
  colors: readonly OrderedStyle[],
): Product {
  const place = { kind: 'page', number: 1, box: { x: 0, y: 0, width: 1, height: 1 } } as const;
  const at = [client.workspace, collection, 'linesheet', producer, `picture-${position}`] as const;
  return {
    job_id: producer,
    position,
    sku: colors[0]?.sku ?? null,
    name: colors[0]?.name ?? '',
    category: CATEGORY.name,
    wholesale_price: colors[0]?.price ?? null,
    msrp: null,
    currency: 'EUR',
    colors: colors.map(({ color }) => color),
    color_codes: colors.map(({ code }) => code),
    sizes: ['XS', 'S', 'M', 'L', 'XL'],
    prices_by_size: null,
    material: '100% wool',
    origin: 'Portugal',
    season: null,
    delivery: null,
    page: 1,
    confidence: {},
    places: {},
    place,
    image: {
      image_id: `picture-${position}`,
      path: storagePaths.image(...at),
      thumbnail_path: storagePaths.thumbnail(...at),
      token: producer,
      width: 400,
      height: 500,
      place,
      confidence: 1,
      reason: 'Made for benchmarks',
    },
  };
}
