/**
 * The emulator, over its protocol, against a model of Firestore that shares nothing with it. `DIFFERENTIAL_CASES` and
 * `DIFFERENTIAL_SEED` choose how many cases and which; more of them: `npm run differential -w emulator`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDifference } from './property.ts';
import { shortcomings } from './summary.ts';

const cases = Number(process.env['DIFFERENTIAL_CASES'] ?? 600);
/** So many cases show what all of them are like. */
const enough = 600;
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? Date.now() % 2 ** 31);

describe('the emulator', () => {
  it(
    `does what the model does, in ${cases} random cases`,
    async () => {
      const { difference, statistics } = await findDifference(cases, seed);
      expect(difference).toBeUndefined();
      expect(statistics.of('cases')).toBe(cases);
      expect(cases < enough ? [] : shortcomings(statistics)).toEqual([]);
    },
    cases * 1000,
  );
});

describe('the model', () => {
  it('knows nothing of the emulator', async () => {
    const here = import.meta.dirname;
    const names = (await readdir(here, { recursive: true })).filter((name) => name.endsWith('.ts'));
    const sources = await Promise.all(
      names.map(async (name) => ({ name, source: await readFile(join(here, name), 'utf8') })),
    );
    const importing = sources
      .filter(({ source }) => /from '[^']*\/src\//.test(source))
      .map(({ name }) => name);
    expect(importing).toEqual(['property.ts']);
  });
});
