/** Steps 2 to 4 for one photo: what can be read in it, and how good it is. */
import { measureQuality } from './measure-quality.ts';
import type { PhotoFacts } from './photo-facts.ts';
import type { PhotoReader, PreparedPhoto } from './photo-reader.ts';

/** Everything that suggestions are made of; the pixels are no longer needed. */
export async function examinePhoto(
  photo: PreparedPhoto,
  reader: PhotoReader,
  signal: AbortSignal,
): Promise<PhotoFacts> {
  const quality = await measureQuality(photo.picture);
  const reading = await reader.read(photo, signal);
  const { id, file, width, height, caption } = photo;
  return { id, file, width, height, caption, reading, quality };
}
