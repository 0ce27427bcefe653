/** Figures that tell a photo from a logo, a swatch or a line, taken from a small copy of the picture. */
import type { ExtractedImage } from '../../content.ts';
import { type RawPicture, fromRaw } from './raw-picture.ts';

export type PictureFigures = Pick<
  ExtractedImage,
  'fingerprint' | 'flatness' | 'contrast' | 'colors' | 'transparent'
>;

/** Edge of the copy in pixels. */
const EDGE = 64;
/** A colour counts from this share of the picture on. */
const NOTICEABLE = 0.001;
/** Alpha below this is transparent. */
const OPAQUE = 250;

/** Transparent parts count as white, as they look on paper. */
export async function measurePicture(picture: RawPicture): Promise<PictureFigures> {
  const small = await fromRaw(picture)
    .flatten({ background: '#ffffff' })
    .resize(EDGE, EDGE, { fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const luminance = toLuminance(small);
  return {
    fingerprint: differenceHash(luminance),
    ...colorFigures(small),
    contrast: Math.round(deviation(luminance) * 10) / 10,
    transparent: isTransparent(picture),
  };
}

/** ITU-R BT.601 luma of RGB pixels. */
function toLuminance(rgb: Uint8Array): Float64Array {
  const luminance = new Float64Array(rgb.length / 3);
  for (let index = 0; index < luminance.length; index += 1) {
    const at = index * 3;
    luminance[index] = 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  }
  return luminance;
}

/**
 * Difference hash (N. Krawetz, 2013): whether each of 8 × 8 areas is darker than its right neighbour. Areas that differ
 * by less than a shade count as equal, so that noise on a plain ground does not decide.
 */
function differenceHash(luminance: Float64Array): string {
  const columns = 9;
  const rows = 8;
  const means = Array.from({ length: rows * columns }, (_, cell) =>
    areaMean(luminance, (cell % columns) / columns, Math.floor(cell / columns) / rows, 1 / columns, 1 / rows),
  );
  let bits = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const here = means[row * columns + column] ?? 0;
      const right = means[row * columns + column + 1] ?? 0;
      bits += right - here > 1 ? '1' : '0';
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

function areaMean(luminance: Float64Array, x: number, y: number, width: number, height: number): number {
  const [left, right] = [Math.floor(x * EDGE), Math.floor((x + width) * EDGE)];
  const [top, bottom] = [Math.floor(y * EDGE), Math.floor((y + height) * EDGE)];
  let sum = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) sum += luminance[row * EDGE + column] ?? 0;
  }
  return sum / ((right - left) * (bottom - top));
}

/** Colours in eight steps a channel: how many are noticeable, and the share of the most common one. */
function colorFigures(rgb: Uint8Array): Pick<PictureFigures, 'flatness' | 'colors'> {
  const counts = new Uint32Array(512);
  const total = rgb.length / 3;
  for (let at = 0; at < rgb.length; at += 3) {
    const color = ((rgb[at] ?? 0) >> 5) * 64 + ((rgb[at + 1] ?? 0) >> 5) * 8 + ((rgb[at + 2] ?? 0) >> 5);
    counts[color] = (counts[color] ?? 0) + 1;
  }
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  const colors = counts.reduce((count, share) => count + (share / total >= NOTICEABLE ? 1 : 0), 0);
  return { flatness: Math.round((most / total) * 1000) / 1000, colors };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance);
}

function isTransparent({ channels, pixels }: RawPicture): boolean {
  if (channels !== 4) return false;
  for (let at = 3; at < pixels.length; at += 4) {
    if ((pixels[at] ?? OPAQUE) < OPAQUE) return true;
  }
  return false;
}
