/** Titles of the shared evaluation data, which is no part of the repository: measured where it lies beside it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import { parseCsv } from '@docket/model/inventory/read-csv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createVehicleIndex } from '../vehicles/vehicle-index.ts';
import { vehicleKey } from '../vehicles/vehicle-words.ts';
import { fitPart } from './fit-part.ts';

const PARTS = path.resolve(import.meta.dirname, '../../../../../shared/data/parts');
const TITLES = path.join(PARTS, 'authored-parts-50-titles.csv');
const LEAST_F1 = 0.85;
const LEAST_PRECISION_WHEN_SURE = 0.95;
const SURE = 0.8;

const truthSchema = z.object({
  fitments: z.array(
    z.looseObject({ part_id: z.string(), year: z.number(), make: z.string(), model: z.string() }),
  ),
});

describe.skipIf(!existsSync(TITLES))('the shared titles', () => {
  it('are understood well enough, and better where that is claimed', async () => {
    const vehicles = createVehicleIndex(STARTER_TABLE);
    const truth = truthSchema.parse(
      JSON.parse(await readFile(TITLES.replace(/csv$/u, 'truth.json'), 'utf8')),
    );
    const slot = (part: string, year: number, make: string, model: string) =>
      `${part} ${year} ${vehicleKey(make)} ${vehicleKey(model)}`;
    const wanted = new Set(
      truth.fitments.map((each) => slot(each.part_id, each.year, each.make, each.model)),
    );
    const found = new Map<string, number>();
    for (const [part = '', title = '', notes = ''] of rowsOf(await readFile(TITLES, 'utf8'))) {
      const text = { part_id: part, description: title, texts: [title, notes], given: [] };
      for (const each of fitPart(text, vehicles).fitments) {
        for (let year = each.from; year <= each.to; year += 1) {
          found.set(slot(part, year, each.make, each.model), each.confidence);
        }
      }
    }
    const right = [...found.keys()].filter((key) => wanted.has(key));
    const sure = [...found].filter(([, confidence]) => confidence >= SURE);
    const f1 = (2 * right.length) / (found.size + wanted.size);
    expect(f1).toBeGreaterThanOrEqual(LEAST_F1);
    expect(sure.filter(([key]) => wanted.has(key)).length / sure.length).toBeGreaterThanOrEqual(
      LEAST_PRECISION_WHEN_SURE,
    );
  });
});

function rowsOf(text: string): readonly (readonly string[])[] {
  return parseCsv(text)
    .slice(1)
    .map(({ cells }) => cells);
}
