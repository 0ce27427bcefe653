/** Reading a big linesheet, as a ratio to what poppler's tools take for the same file in the same run. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { formatMs, type Measure } from './measure.ts';

const BUDGET_RATIO = 3;
const BUDGET_MEMORY = 1024 ** 3;
const readerReport = z.object({ text_ms: z.number(), images_ms: z.number(), peak_rss: z.number() });

function timed(program: string, args: readonly string[]): number | null {
  const started = performance.now();
  const result = spawnSync(program, args, { stdio: 'ignore' });
  return result.status === 0 ? performance.now() - started : null;
}

/** Measures extraction in a process of its own. Without poppler on the machine the ratio is left out. */
export async function measureReading(file: string): Promise<Measure[]> {
  const reader = path.resolve(import.meta.dirname, 'read-once.ts');
  const result = spawnSync(process.execPath, [reader, file], { encoding: 'utf8', maxBuffer: 1e8 });
  if (result.status !== 0) throw new Error(`The reader failed: ${result.stderr}`);
  const report = readerReport.parse(JSON.parse(result.stdout));
  const ours = report.text_ms + report.images_ms;
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-poppler-'));
  const text = timed('pdftotext', ['-bbox', file, path.join(folder, 'text.html')]);
  const images = timed('pdfimages', [file, path.join(folder, 'image')]);
  await rm(folder, { recursive: true, force: true });
  const memory: Measure = {
    what: 'reading: peak memory of the process',
    figure: `${Math.round(report.peak_rss / 1024 ** 2)} MiB`,
    budget: '≤ 1024 MiB',
    kept: report.peak_rss <= BUDGET_MEMORY,
  };
  if (text === null || images === null) return [memory];
  const ratio = ours / (text + images);
  return [
    {
      what: 'reading: text and pictures, against pdftotext -bbox and pdfimages',
      figure: `${ratio.toFixed(2)} × (${formatMs(ours)} : ${formatMs(text + images)})`,
      budget: `≤ ${BUDGET_RATIO} ×`,
      kept: ratio <= BUDGET_RATIO,
    },
    memory,
  ];
}
