/**
 * Reads and understands one purchase order as the pipeline does and writes what was found, to look at it and to score it:
 *
 *   node functions/scripts/understand-order.ts FILE --out DIR
 *
 * DIR gets mapping.json (the columns of each table), items.json (one item per article number and colour), tables.json and
 * lines.json (everything that the steps hand over). Prints the time of each step.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DocketError } from '@docket/model/errors';
import { extractLines } from '../src/collections/ordering/extract-lines.ts';
import { identifyColumns } from '../src/collections/ordering/identify-columns.ts';
import { groupLines } from '../src/collections/ordering/group-lines.ts';
import { mappingSummary } from '../src/collections/ordering/mapping-summary.ts';
import { extractText } from '../src/collections/reading/extract-text.ts';
import { recogniseFile } from '../src/collections/reading/recognise-file.ts';

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what}: ${Math.round(performance.now() - started)} ms`);
  return result;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [path] = positionals;
  const { out } = values;
  if (path === undefined || out === undefined) {
    throw new Error('Usage: node functions/scripts/understand-order.ts FILE --out DIR');
  }
  await mkdir(out, { recursive: true });
  const bytes = new Uint8Array(await readFile(path));
  const document = basename(path);
  const kind = await recogniseFile(bytes, { name: document, kind: 'purchase_order' });
  const content = await timed('Text', () =>
    extractText(
      { bytes, name: document, kind },
      { signal: new AbortController().signal, onProgress: () => undefined },
    ),
  );
  const identified = await timed('Columns', () => identifyColumns(content, new Map()));
  const { tables, lines } = await timed('Lines', () => extractLines(content, identified));
  const failed = tables.flatMap(({ checks }) => checks).filter(({ ok }) => !ok);
  console.log(`${tables.length} tables, ${lines.length} lines, ${failed.length} printed figures differ`);
  for (const [name, value] of Object.entries({
    mapping: mappingSummary(document, tables),
    items: groupLines(lines),
    tables,
    lines,
  })) {
    await writeFile(join(out, `${name}.json`), JSON.stringify(value, null, 1));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof DocketError ? `${error.code}: ${error.userMessage}` : error);
  process.exitCode = 1;
}
