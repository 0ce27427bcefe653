/** Knows copies of a photo: re-encoded, resized, brightened, or with a little cut off. */
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import { type RawPicture, fromRaw } from '../../../collections/reading/pictures/raw-picture.ts';
import type { PhotoFacts } from './photo-facts.ts';

/** Edge of the coarse pictures in pixels. */
const EDGE = 32;
const CHANNELS = 3;
/** Photos that are more alike are copies, unless other words are on them; measured in docs/accuracy.md. */
const SAME = 0.9;
/** Parts of the edge that may have been cut off, all sides together. */
const CUTS = [0.04, 0.08] as const;
/** Where what was cut off has been: at the left or top, on both sides, or at the right or bottom. */
const SIDES = [-1, 0, 1] as const;
/** Copies have the same words on them: less than this share in common, and it is another label. */
const SAME_WORDS = 0.4;
/** Fewer words may have been misread. */
const ENOUGH_WORDS = 3;

/** The coarse picture of a photo: 32 × 32 RGB pixels, in Base64. */
export async function thumbnailOf(picture: RawPicture): Promise<string> {
  const pixels = await fromRaw(picture)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(EDGE, EDGE, { fit: 'fill' })
    .raw()
    .toBuffer();
  return pixels.toString('base64');
}

export function isSamePhoto(one: PhotoFacts, other: PhotoFacts): boolean {
  return likeness(one.quality.thumbnail, other.quality.thumbnail) >= SAME && !differInWords(one, other);
}

/**
 * How alike two coarse pictures are: the correlation of their values, −1 to 1, with one of them cut in whichever way makes
 * them most alike. Brightness and contrast make no difference.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [left, right] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')];
  const cuts = CUTS.flatMap((cut) => SIDES.flatMap((x) => SIDES.map((y) => ({ cut, x, y }))));
  return Math.max(
    correlation(left, right),
    ...cuts.flatMap((cut) => [correlation(cutOff(left, cut), right), correlation(left, cutOff(right, cut))]),
  );
}

/** Pearson's; 0 for pictures of one colour. */
function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const count = Math.min(one.length, other.length);
  let [sumOne, sumOther] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    sumOne += one[at] ?? 0;
    sumOther += other[at] ?? 0;
  }
  let [product, squaresOne, squaresOther] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const left = (one[at] ?? 0) - sumOne / count;
    const right = (other[at] ?? 0) - sumOther / count;
    product += left * right;
    squaresOne += left * left;
    squaresOther += right * right;
  }
  return squaresOne === 0 || squaresOther === 0 ? 0 : product / Math.sqrt(squaresOne * squaresOther);
}

/** The picture with a part of it cut off and enlarged to what it was, bilinear. */
function cutOff(pixels: Uint8Array, { cut, x, y }: { cut: number; x: number; y: number }): Float64Array {
  const result = new Float64Array(EDGE * EDGE * CHANNELS);
  const last = EDGE - 1;
  const source = (position: number, side: number) =>
    Math.min(last, Math.max(0, (position - last / 2) * (1 - cut) + last / 2 - (side * cut * EDGE) / 2));
  for (let row = 0; row < EDGE; row += 1) {
    const v = source(row, y);
    const top = Math.min(last - 1, Math.floor(v));
    for (let column = 0; column < EDGE; column += 1) {
      const u = source(column, x);
      const left = Math.min(last - 1, Math.floor(u));
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        const at = (dx: number, dy: number) =>
          pixels[((top + dy) * EDGE + left + dx) * CHANNELS + channel] ?? 0;
        const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * (u - left);
        const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * (u - left);
        result[(row * EDGE + column) * CHANNELS + channel] = upper + (lower - upper) * (v - top);
      }
    }
  }
  return result;
}

/** Whether both photos have words on them, and other ones: two things in the same box. */
function differInWords(one: PhotoFacts, other: PhotoFacts): boolean {
  const [left, right] = [wordsOn(one), wordsOn(other)];
  const fewer = Math.min(left.size, right.size);
  if (fewer < ENOUGH_WORDS) return false;
  return [...left].filter((word) => right.has(word)).length < SAME_WORDS * fewer;
}

function wordsOn({ reading }: PhotoFacts): ReadonlySet<string> {
  const words = reading.lines.flatMap(({ text }) => fold(text).split(' '));
  return new Set(words.filter((word) => word.length > 1));
}
