/**
 * Whole linesheets, from bytes to products with pictures, held against what they say. The samples always; the shared
 * evaluation data, which is not part of the repository, where it lies beside it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractImages } from '../src/collections/reading/extract-images.ts';
import { extractText } from '../src/collections/reading/extract-text.ts';
import { filterImages } from '../src/collections/reading/filter-images.ts';
import { recogniseFile } from '../src/collections/reading/recognise-file.ts';
import { extractProducts } from '../src/collections/understanding/extract-products.ts';
import { generateCategories } from '../src/collections/understanding/generate-categories.ts';
import { matchImages } from '../src/collections/understanding/match-images.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SAMPLES = path.join(ROOT, 'samples');
const SHARED = path.join(ROOT, '../shared');
const TIMEOUT_MS = 120_000;

async function understand(file: string) {
  const name = path.basename(file);
  const bytes = new Uint8Array(await readFile(file));
  const source = () => ({ bytes: new Uint8Array(bytes), name, kind });
  const kind = await recogniseFile(bytes, { name, kind: 'linesheet' });
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  const pictures = await extractImages(source(), options, async () => {});
  const content = await extractText(source(), options);
  const images = filterImages(pictures, content);
  const categories = await generateCategories([{ document_id: name, content, images }]);
  const products = await extractProducts(content, categories, { images });
  const matches = matchImages(products, images);
  return products.map((product, index) => ({
    document: name,
    ...product,
    image: matches[index]?.image_id ?? null,
  }));
}

const truthSchema = z.object({
  products: z.array(z.looseObject({ sku: z.string(), name: z.string(), category: z.string().optional() })),
});

describe('a sample linesheet', () => {
  it.each([
    { name: 'harbour-and-vale-aw26-linesheet.pdf', pictures: 39 },
    { name: 'harbour-and-vale-aw26-linesheet.xlsx', pictures: 39 },
    { name: 'harbour-and-vale-aw26-style-list.csv', pictures: 0 },
  ])(
    '$name gives exactly its products',
    async ({ name, pictures }) => {
      const truth = truthSchema.parse(
        JSON.parse(await readFile(path.join(SAMPLES, 'truth', `${name}.truth.json`), 'utf8')),
      );
      const products = await understand(path.join(SAMPLES, name));
      const found = products.map(({ sku, name: title }) => `${sku} ${title}`);
      expect(found).toEqual(truth.products.map(({ sku, name: title }) => `${sku} ${title}`));
      expect(products.filter(({ image }) => image !== null)).toHaveLength(pictures);
    },
    TIMEOUT_MS,
  );
});

// Skipped in a clone that stands alone: the data is not part of the repository.
describe.skipIf(!existsSync(SHARED))('the shared linesheets', () => {
  const folder = path.join(SHARED, 'data/linesheets');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.truth.json')) : [];
  const scores: number[] = [];
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(path.join(tmpdir(), 'docket-scores-'));
  });
  afterAll(async () => await rm(out, { recursive: true, force: true }));

  it.each(names)(
    '%s scores at least 0.75',
    async (name) => {
      const file = path.join(out, `${name}.json`);
      await writeFile(file, JSON.stringify(await understand(path.join(folder, name))));
      const truth = path.join(folder, `${path.parse(name).name}.truth.json`);
      const scorer = path.join(SHARED, 'eval/score.mjs');
      const printed = execFileSync(process.execPath, [scorer, 'linesheet', truth, file], {
        encoding: 'utf8',
      });
      const { score } = z.object({ score: z.number() }).parse(JSON.parse(printed));
      scores.push(score);
      expect(score).toBeGreaterThanOrEqual(0.75);
    },
    TIMEOUT_MS,
  );

  it('score 0.9 in the mean, and so does the cleaner half', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const cleaner = scores.toSorted((a, b) => b - a).slice(0, Math.ceil(scores.length / 2));
    expect(mean(scores)).toBeGreaterThanOrEqual(0.9);
    expect(mean(cleaner)).toBeGreaterThanOrEqual(0.9);
  });
});
