/** The two files that are kept of a picture. */
import { IMAGE_EDGES } from '@docket/model/limits';
import { type RawPicture, fromRaw } from './raw-picture.ts';
import sharp from './sharp.ts';

/** WebP at these settings takes half the time of the defaults and is hardly larger. */
const FULL = { quality: 82, alphaQuality: 90, effort: 1 } as const;
const THUMBNAIL = { quality: 78, alphaQuality: 80, effort: 2 } as const;

export async function encodePicture(
  picture: RawPicture,
): Promise<{ full: Uint8Array; thumbnail: Uint8Array }> {
  const shrunk = await fromRaw(picture)
    .resize({ width: IMAGE_EDGES.full, height: IMAGE_EDGES.full, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = shrunk.info;
  const raw = { raw: { width, height, channels } };
  const full = await sharp(shrunk.data, raw).webp(FULL).toBuffer();
  const thumbnail = await sharp(shrunk.data, raw)
    .resize({
      width: IMAGE_EDGES.thumbnail,
      height: IMAGE_EDGES.thumbnail,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp(THUMBNAIL)
    .toBuffer();
  return { full, thumbnail };
}
