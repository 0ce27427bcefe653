/** The picture from which all files are made: upright, sRGB, 8 bits, and no larger than the largest of them. */
import type { DerivativeName } from '@docket/model/image-derivatives';
import { DERIVATIVES, DERIVATIVE_NAMES } from '@docket/model/image-derivatives';
import { LIMITS } from '@docket/model/limits';
import type { FailOnOptions, Sharp } from 'sharp';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { decodingError } from './image-errors.ts';
import { letGo } from './let-go.ts';
import type { OpenedImage } from './open-image.ts';

/** Pixels with 3 or 4 values each, rows from the top. */
export interface BasePicture {
  width: number;
  height: number;
  channels: 3 | 4;
  pixels: Uint8Array;
}

/** Keeps the base of one image, so that thumbnails and variants decode it once. */
export class BaseCache {
  #base: Promise<BasePicture> | null = null;

  get(decode: () => Promise<BasePicture>): Promise<BasePicture> {
    this.#base ??= decode();
    return this.#base;
  }

  /** Gives back its memory. Nothing may be working on it; who asks for it again has it decoded again. */
  async letGo(): Promise<void> {
    const base = this.#base;
    this.#base = null;
    if (base !== null) letGo((await base).pixels);
  }
}

const edgesOf = (fit: 'inside' | 'square') =>
  DERIVATIVE_NAMES.map((name: DerivativeName) => DERIVATIVES[name])
    .filter((definition) => definition.fit === fit)
    .map(({ edge }) => edge);
const LONGEST_EDGE = Math.max(...edgesOf('inside'));
const SQUARE_EDGE = Math.max(...edgesOf('square'));

/** Pixels of a base at most: pictures more than ten times as wide as high get a smaller square rather than a huge base. */
const BASE_PIXELS = 12_000_000;

/** The size of the base of a picture: enough for the longest edge and for the square, and never more than there is. */
export function baseSize({ width, height }: { width: number; height: number }): {
  width: number;
  height: number;
} {
  const scale = Math.min(
    1,
    Math.max(LONGEST_EDGE / Math.max(width, height), SQUARE_EDGE / Math.min(width, height)),
    Math.sqrt(BASE_PIXELS / (width * height)),
  );
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The base of an image, decoded when it is first asked for. Throws `file_corrupt` and `image_too_slow`. */
export function baseOf(image: OpenedImage): Promise<BasePicture> {
  return image.base.get(() => image.time.spend((seconds) => decodeBase(image, seconds)));
}

async function decodeBase(image: OpenedImage, seconds: number): Promise<BasePicture> {
  const size = baseSize(image.facts);
  const decode = (failOn: FailOnOptions) =>
    toPicture(
      openPixels(image, { animated: false, failOn })
        .resize({ ...size, fit: 'fill' })
        .timeout({ seconds }),
    );
  try {
    return await (image.header.format === 'jpeg' ? decodeJpeg(decode) : decode('truncated'));
  } catch (error) {
    throw decodingError(error, image.fileName);
  }
}

/**
 * libjpeg only warns of a picture whose data ends too early if an end marker follows, as in copies that some programs
 * make of broken files. Its other warnings, of which cameras cause some, leave a picture that is whole.
 */
async function decodeJpeg<T>(decode: (failOn: FailOnOptions) => Promise<T>): Promise<T> {
  try {
    return await decode('warning');
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (!message.startsWith('VipsJpeg: ') || ENDS_EARLY.test(message)) throw error;
    return await decode('truncated');
  }
}

const ENDS_EARLY = /premature end|found marker 0xd9 instead/u;

/**
 * The beginning of a pipeline that decodes an image, upright and in sRGB. A file that is cut short is an error: a photo
 * whose lower half is grey must not find its way into a shop unnoticed.
 */
export function openPixels(
  image: OpenedImage,
  { animated, failOn = 'truncated' }: { animated: boolean; failOn?: FailOnOptions },
): Sharp {
  const { bytes, header } = image;
  const frames = animated ? header.frames : 1;
  const pipeline = sharp(bytes, {
    animated,
    failOn,
    limitInputPixels: LIMITS.libraryImagePixels * frames,
  })
    .autoOrient()
    .toColourspace('srgb');
  // Pictures of 16 bits a value with a profile are worked on in Display P3 and must be brought back from there.
  return header.depth > 1 && header.hasProfile && !header.grey
    ? pipeline.withIccProfile('srgb', { attach: false })
    : pipeline;
}

async function toPicture(pipeline: Sharp): Promise<BasePicture> {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 4 && !isOpaque(data)) return { width, height, channels, pixels: data };
  if (channels === 3) return { width, height, channels, pixels: data };
  const opaque = sharp(data, { raw: { width, height, channels } }).removeAlpha().toColourspace('srgb');
  return await toPicture(opaque).finally(() => letGo(data));
}

/** Whether nothing shines through pixels of four values. Many tools write a transparency that is none. */
function isOpaque(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}
