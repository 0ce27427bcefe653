/** Reads one PDF in a fresh process and prints times in milliseconds and peak memory in bytes as JSON. */
import { readFile } from 'node:fs/promises';
import { extractImages } from '@docket/functions/collections/reading/extract-images';
import { extractText } from '@docket/functions/collections/reading/extract-text';

const [file = ''] = process.argv.slice(2);
const bytes = await readFile(file);
const source = () => ({ bytes: new Uint8Array(bytes), name: file, kind: 'pdf' as const });
const options = { signal: new AbortController().signal, onProgress: () => {} };

const started = performance.now();
await extractImages(source(), options, async () => {});
const between = performance.now();
await extractText(source(), options);
const ended = performance.now();
const report = {
  images_ms: between - started,
  text_ms: ended - between,
  peak_rss: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(report));
