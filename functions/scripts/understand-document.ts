/**
 * Reads and understands one linesheet as the pipeline does and writes what was found, to look at it and to score it:
 *
 *   node functions/scripts/understand-document.ts FILE --out DIR [--hint TEXT]
 *
 * DIR gets categories.json, products.json (with the picture of each product as a file in DIR/images), matches.json
 * (why each picture was taken) and images/. Prints the time of each phase.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DocketError } from '@docket/model/errors';
import { extractImages } from '../src/collections/reading/extract-images.ts';
import { extractText } from '../src/collections/reading/extract-text.ts';
import { filterImages } from '../src/collections/reading/filter-images.ts';
import { recogniseFile } from '../src/collections/reading/recognise-file.ts';
import type { ReadOptions, SourceFile } from '../src/collections/reading/source-file.ts';
import { extractProducts } from '../src/collections/understanding/extract-products.ts';
import { generateCategories } from '../src/collections/understanding/generate-categories.ts';
import { matchImages } from '../src/collections/understanding/match-images.ts';

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what}: ${Math.round(performance.now() - started)} ms`);
  return result;
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, JSON.stringify(value, null, 1));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, hint: { type: 'string' } },
  });
  const [path] = positionals;
  const { out, hint } = values;
  if (path === undefined || out === undefined) {
    throw new Error('Usage: node functions/scripts/understand-document.ts FILE --out DIR [--hint TEXT]');
  }
  await mkdir(join(out, 'images'), { recursive: true });
  const bytes = new Uint8Array(await readFile(path));
  const document = basename(path);
  const source: SourceFile = {
    bytes,
    name: document,
    kind: await recogniseFile(bytes, { name: document, kind: 'linesheet' }),
  };
  const options: ReadOptions = { signal: new AbortController().signal, onProgress: () => undefined };
  const extracted = await timed('1 Pictures', () =>
    extractImages(source, options, async ({ image_id, full }) => {
      await writeFile(join(out, 'images', `${image_id}.webp`), full);
    }),
  );
  const content = await timed('2 Text', () => extractText(source, options));
  const images = await timed('3 Product pictures', () => filterImages(extracted, content));
  const categories = await timed('4 Categories', () =>
    generateCategories([{ document_id: document, content, images }], hint === undefined ? {} : { hint }),
  );
  const products = await timed('5 Products', () => extractProducts(content, categories, { images }));
  const matches = await timed('6 Matching', () => matchImages(products, images));
  console.log(
    `${categories.length} categories, ${products.length} products, ${matches.filter((match) => match !== null).length} with a picture`,
  );
  await writeJson(join(out, 'categories.json'), categories);
  await writeJson(join(out, 'matches.json'), matches);
  await writeJson(
    join(out, 'products.json'),
    products.map((product, index) => {
      const match = matches[index] ?? null;
      return { document, ...product, image: match === null ? null : `images/${match.image_id}.webp` };
    }),
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof DocketError ? `${error.code}: ${error.userMessage}` : error);
  process.exitCode = 1;
}
