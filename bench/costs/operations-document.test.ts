/** Whether docs/operations.md still says what there is. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operationsFile, readMeasured, readPrices, withCosts } from './monthly-cost.ts';

const root = path.join(import.meta.dirname, '../..');
const read = async (name: string) => await readFile(path.join(root, name), 'utf8');
const document = await readFile(operationsFile, 'utf8');

/** Those of `names` that the document does not mention as code. */
const missing = (names: readonly string[]) => names.filter((name) => !document.includes(`\`${name}\``));

describe('docs/operations.md', () => {
  it('names every parameter, with what it usually is', async () => {
    const parameters = Object.entries(parseEnv(await read('functions/config/.env')));
    expect(missing(parameters.map(([name]) => name))).toEqual([]);
    const rows = parameters.filter(([name, value = '']) => {
      const row = document.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      return !(row.split('|')[2] ?? '').includes(value);
    });
    expect(rows).toEqual([]);
  });

  it('names every parameter that the functions declare', async () => {
    const source = await read('functions/src/parameters.ts');
    const declared = [...source.matchAll(/define\w+\('(\w+)'/gu)].map(([, name = '']) => name);
    expect(declared.length).toBeGreaterThan(5);
    expect(missing(declared)).toEqual([]);
    expect(Object.keys(parseEnv(await read('functions/config/.env')))).toEqual(
      expect.arrayContaining(declared),
    );
  });

  it('names every function', async () => {
    const source = await read('functions/src/index.ts');
    const names = [...source.matchAll(/^export const (\w+) = on/gmu)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(missing(names)).toEqual([]);
  });

  it('names every policy that removes records', async () => {
    const { fieldOverrides } = z
      .object({
        fieldOverrides: z.array(
          z.looseObject({
            collectionGroup: z.string(),
            fieldPath: z.string(),
            ttl: z.boolean().optional(),
          }),
        ),
      })
      .parse(JSON.parse(await read('firestore.indexes.json')));
    const policies = fieldOverrides.filter(({ ttl }) => ttl === true);
    expect(policies.length).toBeGreaterThan(0);
    expect(
      missing(policies.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`)),
    ).toEqual([]);
  });

  it('has the costs that follow from what was measured and from the prices', async () => {
    expect(document).toBe(withCosts(document, await readMeasured(), await readPrices()));
  });
});

describe('the prices', () => {
  it('of functions are those that the Firebase CLI reckons with', async () => {
    const { items } = await readPrices();
    const rates: unknown = createRequire(import.meta.url)('firebase-tools/lib/deploy/functions/pricing.js');
    const { V2_RATES, V2_FREE_TIER } = z
      .looseObject({
        V2_RATES: z.looseObject({
          invocations: z.number(),
          memoryGb: z.looseObject({ 1: z.number() }),
          vCpu: z.looseObject({ 1: z.number() }),
        }),
        V2_FREE_TIER: z.looseObject({ invocations: z.number(), memoryGb: z.number(), vCpu: z.number() }),
      })
      .parse(rates);
    expect(items.invocations.price / items.invocations.per).toBeCloseTo(V2_RATES.invocations, 12);
    expect(items.processor_seconds.price).toBe(V2_RATES.vCpu[1]);
    expect(items.memory_gib_seconds.price).toBe(V2_RATES.memoryGb[1]);
    expect(items.invocations.free_a_month).toBe(V2_FREE_TIER.invocations);
    expect(items.memory_gib_seconds.free_a_month).toBe(V2_FREE_TIER.memoryGb);
    expect(items.processor_seconds.free_a_month).toBe(V2_FREE_TIER.vCpu);
  });
});
