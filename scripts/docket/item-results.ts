/** What `docket process` writes about an order: its mapping, and the items as JSON, XLSX and CSV. */
import { mappingSummary } from '@docket/functions/collections/ordering/mapping-summary';
import { effectiveCategories, effectiveCategoryName } from '@docket/model/category-edits';
import { collectionSchema } from '@docket/model/collection';
import { tableToCsv } from '@docket/model/export/csv';
import { tableToWorkbook } from '@docket/model/export/workbook';
import { type EffectiveItem, itemSchema } from '@docket/model/item';
import { countedItems, itemTable } from '@docket/model/item-table';
import { orderTableSchema } from '@docket/model/order';
import { paths } from '@docket/model/paths';
import { collection, doc, getDoc, getDocs, query, where } from 'firebase/firestore';
import type { Client } from './client.ts';
import { imageFile, writeJson, writeOutput } from './output.ts';
import type { NamedDocument } from './results.ts';

/** Writes mapping.json: the columns of the order, and of further ones under `further`. None for orders without tables. */
export async function writeMapping(
  client: Client,
  collectionId: string,
  jobId: string,
  orders: readonly NamedDocument[],
  out: string,
): Promise<void> {
  const summaries = [];
  for (const { id, name } of orders) {
    const tables = collection(client.db, paths.orderTables(client.workspace, collectionId, id));
    const found = await getDocs(query(tables, where('job_id', '==', jobId)));
    const read = found.docs.map((snapshot) => orderTableSchema.parse(snapshot.data()));
    if (read.length === 0) continue;
    summaries.push(
      mappingSummary(
        name,
        read.toSorted((a, b) => a.position - b.position),
      ),
    );
  }
  const [first, ...further] = summaries;
  if (first === undefined) return;
  await writeJson(out, 'mapping.json', further.length === 0 ? first : { ...first, further });
}

/** Writes items.json, items.xlsx and items.csv. Returns the number of items. */
export async function writeItems(
  client: Client,
  collectionId: string,
  run: number,
  out: string,
): Promise<number> {
  const snapshot = await getDoc(doc(client.db, paths.collection(client.workspace, collectionId)));
  const { categories: found, category_edits } = collectionSchema.parse(snapshot.data());
  const categories = effectiveCategories(found, category_edits);
  const stored = await getDocs(collection(client.db, paths.items(client.workspace, collectionId)));
  const items = countedItems(
    stored.docs.map((item) => itemSchema.parse(item.data())),
    run,
  );
  const rows = items.map((item) => ({
    ...row(item),
    category: effectiveCategoryName(item.category, categories),
  }));
  await writeJson(out, 'items.json', rows);
  const table = itemTable(items, categories);
  await writeOutput(out, 'items.csv', tableToCsv(table));
  await writeOutput(out, 'items.xlsx', await tableToWorkbook(table, 'Items'));
  return items.length;
}

function row(item: EffectiveItem) {
  const { sku, base_sku, color, color_code, sizes, quantity, unit_price, product, name, category } = item;
  const { wholesale_price, msrp, currency, material, origin, season, delivery, image, warnings } = item;
  return {
    sku,
    base_sku,
    color,
    color_code,
    sizes: quantitiesBySize(sizes),
    quantity,
    unit_price,
    product: product === null ? null : (product.sku ?? product.name),
    name,
    category,
    wholesale_price,
    msrp,
    currency,
    material,
    origin,
    season,
    delivery,
    image: image === null ? null : imageFile(image.image_id),
    warnings,
  };
}

/** Pieces by size; empty for an item without sizes. Pieces without a size among others stand under "". */
function quantitiesBySize(sizes: EffectiveItem['sizes']): Record<string, number> {
  const hasSizes = sizes.some(({ size }) => size !== '');
  return hasSizes ? Object.fromEntries(sizes.map(({ size, quantity }) => [size, quantity])) : {};
}
