/** Step 4: figures that tell a good photo from a blurred, dark or burnt-out one. */
import { type RawPicture, fromRaw } from '../../../collections/reading/pictures/raw-picture.ts';
import { thumbnailOf } from './duplicates.ts';
import type { PhotoQuality } from './photo-facts.ts';

/** The longer edge in pixels at which sharpness is measured, so that it does not depend on the camera. */
const EDGE = 800;
/** Areas along each edge: blur of a background is wanted, so the sharpest areas count. */
const AREAS = 12;
/** Sharpness is that of the area which this share of them stays below. */
const SHARPEST = 0.95;
/** Standard deviation of luma from which on there is something in a picture that could be sharp. */
const STRUCTURE = 3;
/** Luma from here on has lost its drawing. */
const CLIPPED = 252;

interface Luma {
  width: number;
  height: number;
  values: Uint8Array;
}

/**
 * Sharpness is the variance of the Laplacian (J. L. Pech-Pacheco et al., 2000) of the sharpest areas. The limits that
 * follow from it are in judge-quality.ts.
 */
export async function measureQuality(picture: RawPicture): Promise<PhotoQuality> {
  const luma = await toLuma(picture);
  return {
    sharpness: deviation(luma.values) < STRUCTURE ? null : sharpness(luma),
    brightest: quantile(Array.from(luma.values), 0.9),
    burntOut: burntOut(luma),
    thumbnail: await thumbnailOf(picture),
  };
}

async function toLuma(picture: RawPicture): Promise<Luma> {
  const { data, info } = await fromRaw(picture)
    .flatten({ background: '#ffffff' })
    .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, values: data };
}

function sharpness({ width, height, values }: Luma): number {
  const sums = new Float64Array(AREAS * AREAS);
  const squares = new Float64Array(AREAS * AREAS);
  const counts = new Float64Array(AREAS * AREAS);
  for (let y = 1; y + 1 < height; y += 1) {
    for (let x = 1; x + 1 < width; x += 1) {
      const at = y * width + x;
      const around =
        (values[at - 1] ?? 0) + (values[at + 1] ?? 0) + (values[at - width] ?? 0) + (values[at + width] ?? 0);
      const laplacian = 4 * (values[at] ?? 0) - around;
      const area = Math.floor((y * AREAS) / height) * AREAS + Math.floor((x * AREAS) / width);
      sums[area] = (sums[area] ?? 0) + laplacian;
      squares[area] = (squares[area] ?? 0) + laplacian * laplacian;
      counts[area] = (counts[area] ?? 0) + 1;
    }
  }
  const variances = Array.from(counts, (count, area) =>
    count === 0 ? 0 : (squares[area] ?? 0) / count - ((sums[area] ?? 0) / count) ** 2,
  );
  return Math.round(quantile(variances, SHARPEST));
}

/**
 * The share of clipped pixels that are surrounded by less bright ones on their way to the border: a white background is
 * wanted and not counted, so what is clipped and connected with the border by clipped pixels in its row or column is left out.
 */
function burntOut({ width, height, values }: Luma): number {
  const clipped = (x: number, y: number) => (values[y * width + x] ?? 0) >= CLIPPED;
  const ground = new Uint8Array(values.length);
  const mark = (x: number, y: number) => {
    if (!clipped(x, y)) return false;
    ground[y * width + x] = 1;
    return true;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width && mark(x, y); x += 1);
    for (let x = width - 1; x >= 0 && mark(x, y); x -= 1);
  }
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height && mark(x, y); y += 1);
    for (let y = height - 1; y >= 0 && mark(x, y); y -= 1);
  }
  let burnt = 0;
  let item = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (ground[at] === 1) continue;
    item += 1;
    if ((values[at] ?? 0) >= CLIPPED) burnt += 1;
  }
  return item === 0 ? 0 : Math.round((burnt / item) * 1000) / 1000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function deviation(values: Uint8Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
}
