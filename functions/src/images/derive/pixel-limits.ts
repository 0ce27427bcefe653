/** What an image takes to decode, and which are refused for it. Decided from headers, before anything is decoded. */
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import type { ImageHeader } from './open-image.ts';

const MEGA = 1_000_000;

/** Throws `image_too_many_pixels` for an image that a worker would not have the memory to decode. */
export function checkPixels(header: ImageHeader, fileName: string): void {
  const pixels = header.width * header.height;
  const limit = header.interlaced ? LIMITS.interlacedImagePixels : LIMITS.libraryImagePixels;
  if (pixels <= limit) return;
  throw new DocketError('image_too_many_pixels', {
    file: fileName,
    found: `${Math.ceil(pixels / MEGA)} megapixels`,
    wanted: `${limit / MEGA} megapixels`,
  });
}

/** Bytes that decoding takes at most, and making files from it. */
export function memoryOf({ width, height, channels, depth, interlaced, format }: ImageHeader): number {
  const whole = interlaced || format === 'avif' || format === 'webp';
  return FILES_BYTES + (whole ? width * height * channels * depth : 0);
}

/** Bytes for the base of an image and the encoders of its files. */
const FILES_BYTES = 60 * MEGA;
