/** Decodes picture files within limits. */
import { LIMITS } from '@docket/model/limits';
import { type RawPicture, toRaw } from './raw-picture.ts';
import sharp from './sharp.ts';

/**
 * The pixels of a picture file, turned upright as its camera noted. Null for what cannot be decoded: broken files, kinds
 * without a decoder (EMF, WMF), and pictures above the pixel limit.
 */
export async function decodePicture(bytes: Uint8Array): Promise<RawPicture | null> {
  try {
    const pipeline = sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'truncated' });
    return await toRaw(pipeline.autoOrient().toColourspace('srgb'));
  } catch {
    return null;
  }
}
