/** Makes pictures as a deck file contains them. */
import { MAT } from '@docket/model/deck/palette';
import { LIMITS } from '@docket/model/limits';
import sharp from '../reading/pictures/sharp.ts';
import type { PlannedPicture } from './picture-plan.ts';

/**
 * What pictures of items and logos are. A logo is whatever a client has uploaded under these names: others, such as SVG,
 * are programs for whoever draws them.
 */
const FORMATS: readonly (string | undefined)[] = ['jpeg', 'png', 'webp'];

const JPEG = { quality: 82, chromaSubsampling: '4:2:0' } as const;

/** A picture for a deck, and the size of the one that it was made from, upright. */
export interface PreparedPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * The picture in the planned size or smaller: JPEG on the colour behind pictures, for logos PNG, which keeps what is
 * transparent. Null when `bytes` are no JPEG, PNG or WebP that can be decoded.
 */
export async function preparePicture(
  bytes: Uint8Array,
  { source, width, height }: PlannedPicture,
): Promise<PreparedPicture | null> {
  try {
    const upright = sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'error' }).autoOrient();
    const { format, autoOrient: original } = await upright.metadata();
    if (!FORMATS.includes(format)) return null;
    const shrunk = upright
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const encoded =
      source.kind === 'logo'
        ? shrunk.png({ compressionLevel: 9 })
        : shrunk.flatten({ background: MAT }).jpeg(JPEG);
    return { bytes: await encoded.toBuffer(), width: original.width, height: original.height };
  } catch {
    return null;
  }
}
