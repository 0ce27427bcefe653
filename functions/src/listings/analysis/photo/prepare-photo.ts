/** Step 1: photos as files become pictures that can be looked at. */
import { fromRaw, toRaw } from '../../../collections/reading/pictures/raw-picture.ts';
import sharp from '../../../collections/reading/pictures/sharp.ts';
import { baseOf } from '../../../images/derive/decode-base.ts';
import { openImage } from '../../../images/derive/open-image.ts';
import { exifDescription } from './exif-description.ts';
import type { PreparedPhoto } from './photo-reader.ts';

/** The longer edge in pixels: letters that can be read at all are large enough for it. */
const LONGEST_EDGE = 1600;

/** A photo as it was uploaded. */
export interface PhotoFile {
  /** What tells it from all others: phones call all their photos alike. */
  id: string;
  /** As the user's file is called. */
  name: string;
  bytes: Uint8Array;
}

/** Upright, sRGB, and at most 1600 pixels long. Throws what `openImage` and `baseOf` throw. */
export async function preparePhoto(
  { id, name, bytes }: PhotoFile,
  signal: AbortSignal,
): Promise<PreparedPhoto> {
  const image = await openImage(bytes, name, signal);
  const base = await baseOf(image);
  signal.throwIfAborted();
  const picture =
    Math.max(base.width, base.height) <= LONGEST_EDGE
      ? base
      : await toRaw(fromRaw(base).resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside' }));
  const { exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height } = image.facts;
  return { id, file: name, width, height, picture, caption: exif === undefined ? '' : exifDescription(exif) };
}
