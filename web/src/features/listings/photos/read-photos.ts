/** Files that are to be photos of a listing: which of them can be, and why the others cannot. */
import { LIMITS } from '@docket/model/limits';
import { type ReadPicture, readPicture } from '../../images/pictures/read-picture.ts';

/** A file that can be a photo, and the image that it becomes. */
export interface ReadPhoto {
  file: File;
  imageId: string;
}

/** What is said of files that there is no room for. */
function leftOutSentence(count: number): string {
  return count === 1
    ? `An item has ${LIMITS.photosPerListing} photos at most: 1 file was left out.`
    : `An item has ${LIMITS.photosPerListing} photos at most: ${count} files were left out.`;
}

/** What becomes of a file whose reading has broken off: the others are read all the same. */
const unreadable = ({ name }: File): ReadPicture => ({
  ok: false,
  reason: `“${name}” cannot be read. Choose it again.`,
});

/**
 * Reads files one after the other. Those that are among `taken`, the photos in their order, already, or for which there is no room, are left out; each
 * of the others is handed to `onPhoto` as soon as it is read. Yields the sentences that tell of the rest.
 */
export async function readPhotos(
  files: readonly File[],
  taken: readonly string[],
  onPhoto: (photo: ReadPhoto) => void,
  read: (file: File) => Promise<ReadPicture> = readPicture,
): Promise<string[]> {
  const ids = [...taken];
  const sentences: string[] = [];
  let leftOut = 0;
  for (const file of files) {
    if (ids.length >= LIMITS.photosPerListing) {
      leftOut += 1;
      continue;
    }
    const picture = await read(file).catch(() => unreadable(file));
    if (!picture.ok) {
      sentences.push(picture.reason);
      continue;
    }
    const place = ids.indexOf(picture.imageId) + 1;
    if (place > 0) sentences.push(`“${file.name}” is there already, as photo ${place}.`);
    else {
      ids.push(picture.imageId);
      onPhoto({ file, imageId: picture.imageId });
    }
  }
  return leftOut === 0 ? sentences : [...sentences, leftOutSentence(leftOut)];
}
