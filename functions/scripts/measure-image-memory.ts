/**
 * Measures what memory images take while all their files are made, on which the limits in images/derive/pixel-limits.ts
 * rest:
 *
 *   node functions/scripts/measure-image-memory.ts
 *
 * Makes large pictures, works on each in a process of its own, and prints the peak of that process and how much of it
 * came after the file was read. Takes minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DocketError } from '@docket/model/errors';
import type { Sharp } from 'sharp';
import sharp from '../src/collections/reading/pictures/sharp.ts';
import { costOf, deriveThumbnails, deriveVariants } from '../src/images/derive/derive-image.ts';
import { openImage } from '../src/images/derive/open-image.ts';

interface Case {
  name: string;
  width: number;
  height: number;
  make: (picture: Sharp) => Sharp;
}

/** The largest of each kind that is read, and one that is refused. */
const CASES: readonly Case[] = [
  { name: 'JPEG', width: 12_500, height: 8000, make: (picture) => picture.jpeg() },
  {
    name: 'JPEG on its side',
    width: 12_500,
    height: 8000,
    make: (picture) => picture.withMetadata({ orientation: 6 }).jpeg(),
  },
  {
    name: 'progressive JPEG',
    width: 7740,
    height: 5160,
    make: (picture) => picture.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
  },
  { name: 'PNG', width: 12_500, height: 8000, make: (picture) => picture.png() },
  {
    name: 'PNG of 16 bits',
    width: 12_500,
    height: 8000,
    make: (picture) => picture.toColourspace('rgb16').png(),
  },
  {
    name: 'interlaced PNG',
    width: 7740,
    height: 5160,
    make: (picture) => picture.png({ progressive: true }),
  },
  { name: 'TIFF', width: 12_500, height: 8000, make: (picture) => picture.tiff({ compression: 'lzw' }) },
  { name: 'WebP', width: 12_500, height: 8000, make: (picture) => picture.webp({ effort: 0 }) },
  {
    name: 'lossless WebP',
    width: 10_900,
    height: 7300,
    make: (picture) => picture.webp({ effort: 0, lossless: true }),
  },
  { name: 'AVIF', width: 4890, height: 3260, make: (picture) => picture.avif({ effort: 0 }) },
  {
    name: 'AVIF of 10 bits',
    width: 4240,
    height: 2820,
    make: (picture) => picture.avif({ effort: 0, bitdepth: 10 }),
  },
  { name: 'AVIF, too large', width: 6000, height: 4000, make: (picture) => picture.avif({ effort: 0 }) },
];

/** A picture of large squares, so that the file stays small. */
async function makeFile({ width, height, make }: Case, file: string): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const small = sharp({ create: { width: 60, height: 40, channels: 3, background: '#888888', noise } });
  const picture = sharp(await small.png().toBuffer(), { limitInputPixels: false }).resize(width, height, {
    kernel: 'nearest',
    fit: 'fill',
  });
  await make(picture).toFile(file);
}

const MEGA = 1_000_000;
/** `maxRSS` is in KiB. */
const peak = () => process.resourceUsage().maxRSS * 1024;

async function work(file: string): Promise<string> {
  const bytes = await readFile(file);
  const before = peak();
  const options = { flatten: null, signal: new AbortController().signal };
  try {
    const image = await openImage(bytes, path.basename(file), options.signal);
    await deriveThumbnails(image, options);
    await deriveVariants(image, options);
    const estimate = Math.round(costOf(image) / MEGA);
    return `peak ${Math.round(peak() / MEGA)} MB, grown by ${Math.round((peak() - before) / MEGA)} MB, estimated ${estimate} MB`;
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    return error.userMessage;
  }
}

/** Runs a step of this script in a process of its own, whose peak then counts that step alone. */
function inItsOwnProcess(step: 'make' | 'work', each: Case, file: string): string {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, step, each.name, file], {
    encoding: 'utf8',
  });
  return stdout.trim();
}

async function measureAll(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-memory-'));
  try {
    for (const each of CASES) {
      const file = path.join(folder, each.name);
      inItsOwnProcess('make', each, file);
      const megapixels = Math.round((each.width * each.height) / MEGA);
      console.log(`${each.name}, ${megapixels} megapixels: ${inItsOwnProcess('work', each, file)}`);
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [, , step, name, file] = process.argv;
const chosen = CASES.find((each) => each.name === name);
if (chosen === undefined || file === undefined) await measureAll();
else if (step === 'make') await makeFile(chosen, file);
else console.log(await work(file));
