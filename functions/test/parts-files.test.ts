/** Every shared file of parts, held against the parts and vehicles that it is known to list. The data is not part of the repository. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readParts } from '../src/fitments/reading/read-parts.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/data/parts');

const truthSchema = z.object({
  fitments: z.array(z.object({ part_id: z.string(), make: z.string(), model: z.string() })),
  parts_without_fitment: z.array(z.string()).default([]),
});

const truthOf = (name: string): string => path.join(SHARED, name.replace(/\.\w+$/u, '.truth.json'));

const FILES = (existsSync(SHARED) ? readdirSync(SHARED) : []).filter(
  (name) => /\.(?:csv|xlsx)$/u.test(name) && existsSync(truthOf(name)),
);

describe.skipIf(FILES.length === 0)('the shared files of parts', () => {
  it.each(FILES)('%s lists the parts that are known, no others', async (name) => {
    const bytes = readFileSync(path.join(SHARED, name));
    const known: unknown = JSON.parse(readFileSync(truthOf(name), 'utf8'));
    const truth = truthSchema.parse(known);
    const { parts } = await readParts({ bytes, name }, null, new AbortController().signal);
    const expected = new Set([
      ...truth.fitments.map(({ part_id }) => part_id),
      ...truth.parts_without_fitment,
    ]);
    expect(new Set(parts.map(({ part_id }) => part_id))).toEqual(expected);
    const isGiven = parts.some(({ given }) => given.length > 0);
    if (!isGiven) return;
    const pairs = new Set(truth.fitments.map((one) => pair(one.part_id, one.make, one.model)));
    const found = parts.flatMap(({ part_id, given }) =>
      given.map(({ make, model }) => pair(part_id, make, model)),
    );
    expect(new Set(found)).toEqual(pairs);
  });
});

const pair = (part: string, make: string, model: string): string => `${part} ${make} ${model}`.toLowerCase();
