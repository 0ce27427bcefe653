/**
 * Reads and understands one file of parts as the pipeline does and writes what was found, to look at it and to score it:
 *
 *   node functions/scripts/understand-parts.ts FILE --out DIR [--vehicles CSV…]
 *
 * DIR gets fitments.json (an entry for each part, vehicle and year), exceptions.json (what could not be told) and tables.json
 * (how the columns were read). Vehicles are those of the starter table, or of one or more CSV files. Prints the time of each
 * step.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DocketError } from '@docket/model/errors';
import { exceptionEntries, fitmentEntries } from '@docket/model/fitment/fitment-entries';
import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import type { VehicleTable } from '@docket/model/fitment/vehicle';
import { recogniseVehicleColumns } from '@docket/model/fitment/vehicle-columns';
import { decodeText } from '@docket/model/text-table/decode-text';
import { parseRows } from '@docket/model/text-table/parse-rows';
import { LIMITS } from '@docket/model/limits';
import { breathing } from '../src/collections/ordering/breathing.ts';
import { readParts } from '../src/fitments/reading/read-parts.ts';
import { fitPart } from '../src/fitments/understanding/fit-part.ts';
import { mergeTables } from '../src/fitments/vehicles/merge-tables.ts';
import { readVehicleTable } from '../src/fitments/vehicles/read-vehicle-table.ts';
import { createVehicleIndex } from '../src/fitments/vehicles/vehicle-index.ts';

const USAGE = 'Usage: node functions/scripts/understand-parts.ts FILE --out DIR [--vehicles CSV…]';

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what}: ${Math.round(performance.now() - started)} ms`);
  return result;
}

async function tableOf(path: string): Promise<VehicleTable> {
  const { text } = decodeText(new Uint8Array(await readFile(path)));
  const [headers, ...rows] = parseRows(text.replace(/^\uFEFF/u, ''), LIMITS.sheetRows);
  const columns = recogniseVehicleColumns(headers?.cells ?? []);
  const read = await breathing(readVehicleTable(rows, columns, STARTER_TABLE.last_year));
  if (!read.ok) throw new Error(`${path} has no column for ${read.missing.join(' and ')}`);
  if (read.table === null) throw new Error(`${path} lists no vehicle`);
  return read.table;
}

async function vehiclesOf(paths: readonly string[]): Promise<VehicleTable> {
  let table: VehicleTable | null = null;
  for (const path of paths) {
    const more = await tableOf(path);
    table = table === null ? more : mergeTables(table, more);
  }
  return table ?? STARTER_TABLE;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, vehicles: { type: 'string', multiple: true, default: [] } },
  });
  const [path] = positionals;
  const { out } = values;
  if (path === undefined || out === undefined) throw new Error(USAGE);
  await mkdir(out, { recursive: true });
  const index = await timed('Vehicles', async () =>
    createVehicleIndex(await vehiclesOf(values.vehicles), STARTER_TABLE),
  );
  const file = { bytes: new Uint8Array(await readFile(path)), name: basename(path) };
  const { parts, tables } = await timed('Parts', () => readParts(file, null, new AbortController().signal));
  const found = await timed('Fitments', async () =>
    parts.map((part) => ({ id: part.part_id, ...fitPart(part, index) })),
  );
  const fitments = found.flatMap(({ id, fitments }) => fitmentEntries(id, fitments));
  const exceptions = found.flatMap(({ id, exceptions }) => exceptionEntries(id, exceptions));
  console.log(`${parts.length} parts, ${fitments.length} fitments, ${exceptions.length} exceptions`);
  for (const [name, value] of Object.entries({ fitments, exceptions, tables })) {
    await writeFile(join(out, `${name}.json`), JSON.stringify(value, null, 1));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof DocketError ? `${error.code}: ${error.userMessage}` : error);
  process.exitCode = 1;
}
