/**
 * Whole purchase orders, from bytes to lines, held against what they say. The sample always; the shared evaluation data,
 * which is not part of the repository, where it lies beside it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractLines } from '../src/collections/ordering/extract-lines.ts';
import { groupLines } from '../src/collections/ordering/group-lines.ts';
import { identifyColumns } from '../src/collections/ordering/identify-columns.ts';
import { mappingSummary } from '../src/collections/ordering/mapping-summary.ts';
import { extractText } from '../src/collections/reading/extract-text.ts';
import { recogniseFile } from '../src/collections/reading/recognise-file.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SAMPLES = path.join(ROOT, 'samples');
const SHARED = path.join(ROOT, '../shared');
const TIMEOUT_MS = 60_000;

async function understand(file: string) {
  const name = path.basename(file);
  const bytes = new Uint8Array(await readFile(file));
  const kind = await recogniseFile(bytes, { name, kind: 'purchase_order' });
  const content = await extractText(
    { bytes, name, kind },
    { signal: new AbortController().signal, onProgress: () => {} },
  );
  return extractLines(content, await identifyColumns(content, new Map()));
}

const truthSchema = z.object({
  lines: z.array(
    z.looseObject({
      sku: z.string(),
      color: z.string(),
      size: z.string(),
      quantity: z.number(),
      unit_price: z.number(),
    }),
  ),
  total_quantity: z.number(),
  total_amount: z.number(),
});

describe('the sample order', () => {
  it(
    'gives exactly its lines, and every printed figure is found to be right',
    async () => {
      const name = 'nordlicht-store-po-1187.xlsx';
      const truth = truthSchema.parse(
        JSON.parse(await readFile(path.join(SAMPLES, 'truth', `${name}.truth.json`), 'utf8')),
      );
      const { lines, tables } = await understand(path.join(SAMPLES, name));
      const told = (line: z.infer<typeof truthSchema>['lines'][number]) =>
        `${line.sku} ${line.color} ${line.size} ${line.quantity} ${line.unit_price}`;
      expect(lines.map((line) => told({ ...truthSchema.shape.lines.element.parse(line) }))).toEqual(
        truth.lines.map(told),
      );
      expect(tables).toMatchObject([
        { used: true, layout: 'size-columns', header_row: 10, currency: 'EUR', page: null },
      ]);
      expect(tables[0]).toMatchObject({ quantity: truth.total_quantity, amount: truth.total_amount });
      expect(tables[0]?.checks.length).toBe(50);
      expect(tables[0]?.checks.every(({ ok }) => ok)).toBe(true);
    },
    TIMEOUT_MS,
  );
});

// Skipped in a clone that stands alone: the data is not part of the repository.
describe.skipIf(!existsSync(SHARED))('the shared orders', () => {
  const folder = path.join(SHARED, 'data/purchase-orders');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.truth.json')) : [];
  const scoreSchema = z.object({ score: z.number(), columns: z.number().nullable(), layout: z.boolean() });
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(path.join(tmpdir(), 'docket-orders-'));
  });
  afterAll(async () => await rm(out, { recursive: true, force: true }));

  it.each(names)(
    '%s is read without a mistake',
    async (name) => {
      const { lines, tables } = await understand(path.join(folder, name));
      const items = path.join(out, `${name}.items.json`);
      const mapping = path.join(out, `${name}.mapping.json`);
      await writeFile(items, JSON.stringify(groupLines(lines)));
      await writeFile(mapping, JSON.stringify(mappingSummary(name, tables)));
      const truth = path.join(folder, `${path.parse(name).name}.truth.json`);
      const scorer = path.join(SHARED, 'eval/score.mjs');
      const printed = execFileSync(process.execPath, [scorer, 'order', truth, items, mapping], {
        encoding: 'utf8',
      });
      const { score, columns, layout } = scoreSchema.parse(JSON.parse(printed));
      expect(score).toBeGreaterThanOrEqual(0.99);
      expect(columns).toBeGreaterThanOrEqual(0.99);
      expect(layout).toBe(true);
    },
    TIMEOUT_MS,
  );
});
