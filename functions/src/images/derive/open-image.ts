/** Looks at an uploaded image before anything of it is decoded: what it is, how large, and whether it can be read. */
import { DocketError } from '@docket/model/errors';
import type { OriginalFacts } from '@docket/model/image';
import type { Metadata } from 'sharp';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { BaseCache } from './decode-base.ts';
import { decodingError } from './image-errors.ts';
import { checkPixels } from './pixel-limits.ts';
import { type ImageFormat, heicUnsupported, recogniseImage } from './recognise-image.ts';
import { TimeBudget } from './time-budget.ts';

/** What the header of a file says about how it is decoded. */
export interface ImageHeader {
  format: ImageFormat;
  /** Pixels as stored, before the picture is turned upright; of one frame. */
  width: number;
  height: number;
  frames: number;
  /** Values a pixel, alpha included. */
  channels: number;
  /** Bytes a value. */
  depth: 1 | 2 | 4 | 8;
  /** Progressive JPEG or interlaced PNG: nothing can be seen before all has been read. */
  interlaced: boolean;
  /** A lossless WebP, which is unpacked whole. */
  lossless: boolean;
  hasAlpha: boolean;
  hasProfile: boolean;
  /** EXIF orientation, 1 to 8; 1 for what has none, or none that is valid. */
  orientation: number;
  grey: boolean;
}

/** An image that can be read. Keeps the decoded picture once there is one, so drop it when its files are made. */
export interface OpenedImage {
  facts: OriginalFacts;
  fileName: string;
  bytes: Uint8Array;
  header: ImageHeader;
  time: TimeBudget;
  base: BaseCache;
}

/**
 * Recognises an image by its content, checks it against the limits and reads what its header says; decodes nothing.
 * Throws `file_empty`, `file_unsupported`, `file_corrupt`, `image_too_large` and `image_too_many_pixels`. `fileName` is
 * for the messages.
 */
export async function openImage(
  bytes: Uint8Array,
  fileName: string,
  signal: AbortSignal,
): Promise<OpenedImage> {
  signal.throwIfAborted();
  const format = await recogniseImage(bytes, fileName);
  const header = await readHeader(bytes, format, fileName);
  checkPixels(header, fileName);
  signal.throwIfAborted();
  return {
    facts: factsOf(header),
    fileName,
    bytes,
    header,
    time: new TimeBudget(fileName),
    base: new BaseCache(),
  };
}

async function readHeader(bytes: Uint8Array, format: ImageFormat, fileName: string): Promise<ImageHeader> {
  const metadata = await readMetadata(bytes, fileName);
  if (metadata.compression === 'hevc') throw heicUnsupported(fileName);
  if (metadata.format !== (format === 'avif' ? 'heif' : format)) {
    throw new DocketError(
      'file_corrupt',
      { file: fileName },
      `${format} that is taken for ${metadata.format}`,
    );
  }
  const { width, height, channels, orientation = 1 } = metadata;
  const moves = format === 'gif' || format === 'webp';
  return {
    format,
    width,
    height,
    frames: moves ? Math.max(1, metadata.pages ?? 1) : 1,
    channels,
    depth: BYTES_PER_VALUE[metadata.depth] ?? 8,
    interlaced: metadata.isProgressive,
    lossless: format === 'webp' && isLosslessWebp(bytes),
    hasAlpha: metadata.hasAlpha,
    hasProfile: metadata.hasProfile,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    grey: metadata.space === 'b-w' || metadata.space === 'grey16',
  };
}

/** Whether a WebP has a lossless part, a `VP8L` chunk. One in a hundred huge ones may have these letters by chance. */
function isLosslessWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('VP8L');
}

async function readMetadata(bytes: Uint8Array, fileName: string): Promise<Metadata> {
  try {
    // The limit is checked afterwards, with a sentence that says how many pixels there are.
    return await sharp(bytes, { limitInputPixels: false, failOn: 'truncated' }).metadata();
  } catch (error) {
    throw decodingError(error, fileName);
  }
}

/** Names of libvips for the type of a value; what is not here is complex and does not come out of image files. */
const BYTES_PER_VALUE: Readonly<Record<string, 1 | 2 | 4 | 8>> = {
  uchar: 1,
  char: 1,
  ushort: 2,
  short: 2,
  uint: 4,
  int: 4,
  float: 4,
  double: 8,
};

function factsOf({ format, width, height, frames, hasAlpha, orientation }: ImageHeader): OriginalFacts {
  // From 5 on, orientations turn the picture on its side.
  const upright = orientation >= 5 ? { width: height, height: width } : { width, height };
  return { ...upright, format, frames, has_alpha: hasAlpha };
}
