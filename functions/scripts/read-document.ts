/**
 * Reads one document as the pipeline does and writes what was found, to look at it:
 *
 *   node functions/scripts/read-document.ts FILE --out DIR
 *
 * DIR gets content.json (text with positions), images.json (every picture with its verdict) and images/ with the files
 * of each picture, named by its id. Prints one line a phase with its time.
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

async function timed<T>(what: string, work: () => Promise<T>, found: (result: T) => string): Promise<T> {
  const started = performance.now();
  const result = await work();
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  console.log(`${what}: ${found(result)} in ${Math.round(performance.now() - started)} ms, ${memory} MB`);
  return result;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [path] = positionals;
  const { out } = values;
  if (path === undefined || out === undefined) {
    throw new Error('Usage: node functions/scripts/read-document.ts FILE --out DIR');
  }
  await mkdir(join(out, 'images'), { recursive: true });
  const bytes = new Uint8Array(await readFile(path));
  const name = basename(path);
  const kind = await recogniseFile(bytes, { name, kind: 'linesheet' });
  const source: SourceFile = { bytes, name, kind };
  const options: ReadOptions = { signal: new AbortController().signal, onProgress: () => undefined };
  const images = await timed(
    'Pictures',
    () =>
      extractImages(source, options, async ({ image_id, full, thumbnail }) => {
        await writeFile(join(out, 'images', `${image_id}.webp`), full);
        await writeFile(join(out, 'images', `${image_id}.thumbnail.webp`), thumbnail);
      }),
    (found) => `${found.length}`,
  );
  const content = await timed(
    'Text',
    () => extractText(source, options),
    (found) => (found.kind === 'pages' ? `${found.pages.length} pages` : `${found.sheets.length} sheets`),
  );
  const filtered = filterImages(images, content);
  console.log(`Product pictures: ${filtered.filter((image) => image.verdict.keep).length}`);
  await writeFile(join(out, 'content.json'), JSON.stringify(content, null, 1));
  await writeFile(join(out, 'images.json'), JSON.stringify(filtered, null, 1));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof DocketError ? `${error.code}: ${error.userMessage}` : error);
  process.exitCode = 1;
}
