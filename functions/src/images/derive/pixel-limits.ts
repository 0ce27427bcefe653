/**
 * What an image takes to decode, and which are refused for it. Decided from headers, before anything is decoded. The
 * figures were measured (scripts/measure-image-memory.ts) as the growth of a process over the size of its pictures.
 */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { baseSize } from './decode-base.ts';
import { keepsMoving } from './moving.ts';
import type { ImageHeader } from './open-image.ts';

const MEGA = 1_000_000;

/** Bytes that a decoder may hold, which leaves room for the process itself and for the file within 512 MiB. */
const DECODER_BYTES = 320 * MEGA;

/** Bytes that decoders and encoders hold for a pixel of the base, from pictures of 8 bits a value and of more. */
const BYTES_PER_BASE_PIXEL = { plain: 48, deep: 62 } as const;

/** Bytes for a pixel of one frame when all frames of a picture are worked on. */
const BYTES_PER_MOVING_PIXEL = 6;

/** Throws `image_too_many_pixels` for an image that a worker would not have the memory to decode. */
export function checkPixels(header: ImageHeader, fileName: string): void {
  const pixels = header.width * header.height;
  const limit = pixelLimit(header);
  if (pixels <= limit) return;
  throw new DocketError('image_too_many_pixels', {
    file: fileName,
    found: `${Math.ceil(pixels / MEGA)} megapixels`,
    wanted: `${Math.floor(limit / MEGA)} megapixels${kindOf(header)}`,
  });
}

/** Pixels that an image of this kind may have. Of one frame: of a long animation the first is enough. */
function pixelLimit(header: ImageHeader): number {
  const limit = header.interlaced ? LIMITS.interlacedImagePixels : LIMITS.libraryImagePixels;
  const affordable = Math.floor(DECODER_BYTES / bytesPerPixel(header) / MEGA) * MEGA;
  return Math.min(limit, affordable);
}

/** Why a limit is lower than that of other images, to be told behind its figure. */
function kindOf({ format, interlaced, depth }: ImageHeader): string {
  if (format === 'jpeg') return interlaced ? ' of a progressive JPEG' : '';
  if (format === 'png') return interlaced ? ' of an interlaced PNG' : '';
  if (format === 'avif') return depth > 1 ? ' of an AVIF with more than 8 bits a colour' : ' of an AVIF';
  return format === 'gif' ? ' of a GIF' : ' of a lossless WebP';
}

/** Bytes of memory that an image takes at most while it is worked on, the file itself included. */
export function memoryOf(header: ImageHeader, fileBytes: number): number {
  const { width, height, frames, depth } = header;
  const base = baseSize(header);
  const perBasePixel = depth > 1 ? BYTES_PER_BASE_PIXEL.deep : BYTES_PER_BASE_PIXEL.plain;
  return (
    fileBytes +
    Math.max(
      bytesPerPixel(header) * width * height,
      keepsMoving(header) ? BYTES_PER_MOVING_PIXEL * width * height * frames : 0,
      perBasePixel * base.width * base.height,
    )
  );
}

/** Bytes that the decoder of a format keeps for each pixel of a picture; 0 for those that work row by row. */
function bytesPerPixel({ format, interlaced, channels, depth, lossless }: ImageHeader): number {
  switch (format) {
    case 'jpeg':
      // Coefficients of 16 bits, of all scans.
      return interlaced ? channels * 2 : 0;
    case 'png':
      return interlaced ? channels * depth * 1.25 : 0;
    case 'webp':
      return lossless ? 4 : 0;
    case 'gif':
      return 4.7;
    case 'avif':
      return depth > 1 ? 26 : 19;
    case 'tiff':
      return 0;
  }
}
