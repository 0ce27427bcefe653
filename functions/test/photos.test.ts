/**
 * Every file that is made from the shared photos, held against what sharp makes of them by itself, straight from the
 * file; and the shared files that are no images, against a refusal. The data is not part of the repository.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DocketError, type ErrorCode } from '@docket/model/errors';
import { DEFAULT_BACKGROUND, DERIVATIVES } from '@docket/model/image-derivatives';
import type { Sharp, SharpOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import sharp from '../src/collections/reading/pictures/sharp.ts';
import { type DerivedFile, deriveThumbnails, deriveVariants } from '../src/images/derive/derive-image.ts';
import { openImage } from '../src/images/derive/open-image.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/data');
const TIMEOUT_MS = 120_000;

/**
 * Mean difference of a file from its reference, in steps of 255. What is scaled down in two steps and encoded with other
 * effort differs by 1 to 3, and by up to 6 in the smallest copies of photos full of detail; a picture that is turned, cut
 * or tinted differs by tens.
 */
const BOUND = 8;

/** What some of the files are refused as; all others are read. */
const REFUSED: Readonly<Record<string, ErrorCode>> = {
  'heic_IMG_5195.HEIC': 'file_unsupported',
  'corrupt-header.jpg': 'file_corrupt',
  'truncated.jpg': 'file_corrupt',
};

async function deriveAll(bytes: Uint8Array, name: string): Promise<DerivedFile[]> {
  const options = { flatten: null, signal: new AbortController().signal };
  const image = await openImage(bytes, name, options.signal);
  return [...(await deriveThumbnails(image, options)), ...(await deriveVariants(image, options))];
}

async function refusal(bytes: Uint8Array, name: string): Promise<DocketError> {
  const thrown = await deriveAll(bytes, name).then(
    () => null,
    (error: unknown) => error,
  );
  if (!error(thrown)) throw new Error(`${name} was not refused: ${String(thrown)}`);
  return thrown;
}

const error = (thrown: unknown): thrown is DocketError => thrown instanceof DocketError;

interface Pixels {
  width: number;
  height: number;
  /** Four values each, by what is seen: multiplied with alpha. */
  values: Uint8Array;
}

async function pixelsOf(pipeline: Sharp): Promise<Pixels> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255;
    for (let band = at; band < at + 3; band += 1) data[band] = Math.round((data[band] ?? 0) * alpha);
  }
  return { width: info.width, height: info.height, values: data };
}

/** Mean difference of a window of `whole`, at `left` and `top`, from `part`; of every pixel, or every few of each edge. */
function difference(part: Pixels, whole: Pixels, { left = 0, top = 0, step = 1 } = {}): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < part.height; y += step) {
    for (let x = 0; x < part.width; x += step) {
      for (let band = 0; band < 4; band += 1) {
        const found = part.values[(y * part.width + x) * 4 + band] ?? 0;
        sum += Math.abs(found - (whole.values[((y + top) * whole.width + x + left) * 4 + band] ?? 0));
        count += 1;
      }
    }
  }
  return sum / count;
}

/** The upright picture as sharp reads it straight from the file. */
function reference(bytes: Uint8Array, file: DerivedFile, options: SharpOptions = {}): Sharp {
  const upright = sharp(bytes, options).autoOrient();
  return DERIVATIVES[file.name].format === 'jpeg'
    ? upright.flatten({ background: DEFAULT_BACKGROUND })
    : upright;
}

/** When each frame of a picture begins, in milliseconds. */
async function beginnings(bytes: Uint8Array): Promise<number[]> {
  const { delay = [0] } = await sharp(bytes).metadata();
  return delay.map((_, index) => delay.slice(0, index).reduce((sum, ms) => sum + ms, 0));
}

/** Compares a file, with each of its frames, with what the original shows at that time. */
async function differenceFromReference(bytes: Uint8Array, file: DerivedFile): Promise<number> {
  const { format, quality } = DERIVATIVES[file.name];
  const size = { width: file.width, height: file.height, fit: 'fill' } as const;
  const originals = await beginnings(bytes);
  const differences: number[] = [];
  for (const [page, time] of (await beginnings(file.bytes)).entries()) {
    const shown = originals.findLastIndex((begin) => begin <= time);
    const plain = reference(bytes, file, { page: shown })
      .resize(size)
      .toFormat(format, { quality, effort: 2 });
    differences.push(
      difference(await pixelsOf(sharp(file.bytes, { page })), await pixelsOf(sharp(await plain.toBuffer())), {
        step: 3,
      }),
    );
  }
  return Math.max(...differences);
}

/** The square is some part of the picture, and which is a matter of taste: compares it with the part most like it. */
async function differenceFromPart(bytes: Uint8Array, file: DerivedFile): Promise<number> {
  const outside = { width: file.width, height: file.height, fit: 'outside' } as const;
  const whole = await pixelsOf(reference(bytes, file).resize(outside));
  const square = await pixelsOf(sharp(file.bytes));
  const offsets = (space: number) => Array.from({ length: space + 1 }, (_, offset) => offset);
  const places = offsets(whole.width - square.width).flatMap((left) =>
    offsets(whole.height - square.height).map((top) => ({ left, top })),
  );
  const compared = places.map((place) => ({
    place,
    distance: difference(square, whole, { ...place, step: 31 }),
  }));
  const best = compared.reduce((a, b) => (b.distance < a.distance ? b : a)).place;
  return difference(square, whole, { ...best, step: 3 });
}

/** The size that a file must have, from that of the upright original. */
async function expectedSize(
  bytes: Uint8Array,
  { name }: DerivedFile,
): Promise<{ width: number; height: number }> {
  const { width, height } = (await sharp(bytes).metadata()).autoOrient;
  const { edge, fit } = DERIVATIVES[name];
  const side = Math.min(edge, width, height);
  if (fit === 'square') return { width: side, height: side };
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

// Skipped in a clone that stands alone.
describe.skipIf(!existsSync(SHARED))('the shared photos', () => {
  const folders = ['photos/formats', 'photos/products'];
  const names = folders.flatMap((folder) =>
    existsSync(path.join(SHARED, folder))
      ? readdirSync(path.join(SHARED, folder)).map((name) => `${folder}/${name}`)
      : [],
  );

  it.each(names.filter((name) => !(path.basename(name) in REFUSED)))(
    '%s gives the files that sharp would make of it',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(path.join(SHARED, name)));
      for (const file of await deriveAll(bytes, name)) {
        const { width, height } = await sharp(file.bytes).metadata();
        expect({ width: file.width, height: file.height }).toEqual({ width, height });
        expect({ width, height }).toEqual(await expectedSize(bytes, file));
        const compare =
          DERIVATIVES[file.name].fit === 'square' ? differenceFromPart : differenceFromReference;
        expect(await compare(bytes, file)).toBeLessThan(BOUND);
      }
    },
    TIMEOUT_MS,
  );

  it.each(names.filter((name) => path.basename(name) in REFUSED))(
    '%s is refused with a sentence',
    async (name) => {
      const { code, userMessage } = await refusal(readFileSync(path.join(SHARED, name)), path.basename(name));
      expect(code).toBe(REFUSED[path.basename(name)]);
      expect(userMessage).toContain(path.basename(name));
    },
  );
});

describe.skipIf(!existsSync(SHARED))('the shared odd files', () => {
  const folder = path.join(SHARED, 'odd-files');
  const names = existsSync(folder) ? readdirSync(folder) : [];

  const isImage = (name: string) =>
    /^(?:GIF8|\x89PNG|\xff\xd8\xff)/u.test(readFileSync(path.join(folder, name)).toString('latin1', 0, 4));

  it.each(names.filter(isImage))('%s is shown, since it is an image after all', async (name) => {
    const files = await deriveAll(readFileSync(path.join(folder, name)), name);
    expect(files.length).toBeGreaterThan(3);
  });

  it.each(names.filter((name) => !isImage(name)))('%s is refused', async (name) => {
    const bytes = readFileSync(path.join(folder, name));
    const { code } = await refusal(bytes, name);
    expect(code).toBe(bytes.length === 0 ? 'file_empty' : 'file_unsupported');
  });
});
