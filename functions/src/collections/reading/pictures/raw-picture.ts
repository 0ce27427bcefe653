/** Decoded pixels, and what is done to them before a picture is kept: turning, cropping, identifying. */
import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import sharp from './sharp.ts';

/** Rows from the top, channels interleaved: grey, RGB or RGBA, 8 bits each. */
export interface RawPicture {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  pixels: Uint8Array;
}

/** How a picture must be turned to look as it is painted: first the quarter turn, then the mirroring. */
export interface Orientation {
  quarterTurn: boolean;
  flip: boolean;
  flop: boolean;
}

/** A part of a picture in fractions of its width and height. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The identity of a picture: from its size and pixels alone. 20 hexadecimal digits. */
export function pictureId({ width, height, channels, pixels }: RawPicture): string {
  return createHash('sha256')
    .update(`${width}x${height}x${channels};`)
    .update(pixels)
    .digest('hex')
    .slice(0, 20);
}

/** A sharp pipeline that begins with these pixels. */
export function fromRaw({ width, height, channels, pixels }: RawPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels } });
}

export async function toRaw(pipeline: Sharp): Promise<RawPicture> {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 1 || channels === 3 || channels === 4) return { width, height, channels, pixels: data };
  return toRaw(sharp(data, { raw: { width, height, channels } }).toColourspace('srgb'));
}

export async function oriented(
  picture: RawPicture,
  { quarterTurn, flip, flop }: Orientation,
): Promise<RawPicture> {
  const turned = quarterTurn ? await toRaw(keepGrey(picture, fromRaw(picture).rotate(90))) : picture;
  if (!flip && !flop) return turned;
  return toRaw(keepGrey(turned, fromRaw(turned).flip(flip).flop(flop)));
}

/** The part that is seen. At least one pixel. */
export function cropped(picture: RawPicture, crop: Crop): RawPicture {
  const left = Math.min(picture.width - 1, Math.max(0, Math.round(crop.left * picture.width)));
  const top = Math.min(picture.height - 1, Math.max(0, Math.round(crop.top * picture.height)));
  const width = Math.max(1, Math.min(picture.width - left, Math.round(crop.width * picture.width)));
  const height = Math.max(1, Math.min(picture.height - top, Math.round(crop.height * picture.height)));
  const { channels } = picture;
  const pixels = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * channels;
    pixels.set(picture.pixels.subarray(from, from + width * channels), row * width * channels);
  }
  return { width, height, channels, pixels };
}

/** Alpha from here on is seen. */
const VISIBLE = 16;
/** Less empty space than this share of an edge is left as it is. */
const EMPTY = 0.04;

/** The part of a picture that is not transparent; null when that is all of it, or nothing. */
export function visiblePart({ width, height, channels, pixels }: RawPicture): Crop | null {
  if (channels !== 4) return null;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[(y * width + x) * 4 + 3] ?? 0) < VISIBLE) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  const part: Crop = {
    left: left / width,
    top: top / height,
    width: (right - left + 1) / width,
    height: (bottom - top + 1) / height,
  };
  return right < 0 || (part.width > 1 - EMPTY && part.height > 1 - EMPTY) ? null : part;
}

/** Grey pixels stay one channel; sharp would hand them back as three. */
function keepGrey(picture: RawPicture, pipeline: Sharp): Sharp {
  return picture.channels === 1 ? pipeline.toColourspace('b-w') : pipeline;
}
