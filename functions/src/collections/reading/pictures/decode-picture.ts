/** Decodes picture files within limits. */
import type { Sharp } from 'sharp';
import { LIMITS } from '@docket/model/limits';
import { type RawPicture, toRaw } from './raw-picture.ts';
import sharp from './sharp.ts';

/**
 * The pixels of a picture file, turned upright as its camera noted. Null for what cannot be decoded: broken files, kinds
 * without a decoder (EMF, WMF), and pictures above the pixel limit.
 */
export function decodePicture(bytes: Uint8Array): Promise<RawPicture | null> {
  return orNull(() =>
    sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'truncated' })
      .autoOrient()
      .toColourspace('srgb'),
  );
}

/** A photo out of a PDF, which decides by itself how it is turned. What a cut-off file still shows is shown. */
export function decodePhoto(bytes: Uint8Array): Promise<RawPicture | null> {
  return orNull(() =>
    sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'none' }).toColourspace('srgb'),
  );
}

async function orNull(open: () => Sharp): Promise<RawPicture | null> {
  try {
    return await toRaw(open());
  } catch {
    return null;
  }
}
