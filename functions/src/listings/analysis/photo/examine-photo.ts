/** Steps 2 to 4 for one photo: what can be read in it, and how good it is. */
import { measureQuality } from './measure-quality.ts';
import type { PhotoFacts, PhotoMeasures } from './photo-facts.ts';
import type { PhotoReader, PreparedPhoto } from './photo-reader.ts';

/** How good a photo is, and what else is known before anybody reads it. */
export async function measurePhoto(photo: PreparedPhoto): Promise<PhotoMeasures> {
  const { id, file, width, height, caption } = photo;
  return { id, file, width, height, caption, quality: await measureQuality(photo.picture) };
}

/** What is known of a photo that has not been read yet: as if nothing were to be seen in it. */
export function unread(measures: PhotoMeasures): PhotoFacts {
  const reading = { labels: [], objects: [], lines: [], colours: [], coloursOfItem: false, safe: null };
  return { ...measures, reading };
}

/** Everything that suggestions are made of; the pixels are no longer needed. */
export async function examinePhoto(
  photo: PreparedPhoto,
  reader: PhotoReader,
  signal: AbortSignal,
): Promise<PhotoFacts> {
  const measures = await measurePhoto(photo);
  return { ...measures, reading: await reader.read(photo, signal) };
}
