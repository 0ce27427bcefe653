/** The sample order against each sample linesheet: every line finds its product, and nothing needs a second look. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../src/collections/content.ts';
import { buildItems } from '../src/collections/items/build-items.ts';
import { matchProducts } from '../src/collections/items/match-products.ts';
import { stylesOf } from '../src/collections/items/order-styles.ts';
import { product } from '../src/collections/items/testing/build.ts';
import { extractLines } from '../src/collections/ordering/extract-lines.ts';
import { identifyColumns } from '../src/collections/ordering/identify-columns.ts';
import { extractText } from '../src/collections/reading/extract-text.ts';
import { recogniseFile } from '../src/collections/reading/recognise-file.ts';
import { understand } from '../src/collections/understanding/testing/understand.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

async function contentOf(name: string, kind: 'linesheet' | 'purchase_order'): Promise<DocumentContent> {
  const bytes = new Uint8Array(await readFile(path.join(SAMPLES, name)));
  const source = { bytes, name, kind: await recogniseFile(bytes, { name, kind }) };
  return await extractText(source, { signal: new AbortController().signal, onProgress: () => {} });
}

describe('the sample order', () => {
  it.each([
    'harbour-and-vale-aw26-linesheet.pdf',
    'harbour-and-vale-aw26-linesheet.xlsx',
    'harbour-and-vale-aw26-style-list.csv',
  ])('is found whole in %s', async (linesheet) => {
    const { products: extracted } = await understand(await contentOf(linesheet, 'linesheet'));
    const products = extracted.map((found) => product(found));
    const order = await contentOf('nordlicht-store-po-1187.xlsx', 'purchase_order');
    const { lines } = await extractLines(order, await identifyColumns(order, new Map()));
    const { styles, styleOf } = stylesOf(lines);
    const matches = matchProducts(styles, products);
    const matched = lines.map((line, index) => ({
      ...line,
      document_id: 'order',
      match: matches[styleOf[index] ?? -1] ?? null,
    }));
    const items = buildItems(matched, products, []).map(({ generated }) => generated);
    expect(items).toHaveLength(33);
    expect(items.filter((item) => item.product?.sku !== item.sku)).toEqual([]);
    expect(
      items.flatMap(({ sku, color, warnings }) => warnings.map((warning) => `${sku} ${color} ${warning}`)),
    ).toEqual([]);
    expect(items.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(461);
  });
});
