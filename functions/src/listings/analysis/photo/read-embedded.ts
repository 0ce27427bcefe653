/** The reader that needs no service: text by Tesseract, colours by counting. It knows no things, so it names none. */
import { fromRaw } from '../../../collections/reading/pictures/raw-picture.ts';
import { type TextRecogniser, openTextRecogniser } from '../../../services/ocr.ts';
import { dominantColours } from './dominant-colours.ts';
import { findItem } from './find-item.ts';
import { toPhotoLines } from './photo-line.ts';
import type { PhotoReader, PreparedPhoto } from './photo-reader.ts';

/** The longer edge that photos are enlarged to at most, by two: letters are best read from 20 pixels on. */
const READING_EDGE = 1600;

/** The embedded reader. From the first photo that shows something until it is closed, it holds about 100 MB. */
export function openEmbeddedReader(): PhotoReader {
  let recogniser: Promise<TextRecogniser> | null = null;
  const recognise = async (picture: Uint8Array, signal: AbortSignal) => {
    recogniser ??= openTextRecogniser('scattered');
    return (await recogniser).recognise(picture, signal);
  };
  return {
    id: 'embedded',
    service: null,
    close: async () => {
      await (await recogniser)?.close();
    },
    read: async (photo, signal) => {
      const item = await findItem(photo.picture);
      const { file, height } = await legible(photo);
      const lines = item.pixels.length === 0 ? [] : await recognise(file, signal);
      return {
        labels: [],
        objects: [],
        lines: toPhotoLines(lines, height),
        colours: dominantColours(item),
        coloursOfItem: item.apart,
        safe: null,
      };
    },
  };
}

/** Grey, on white, and large enough. */
async function legible({ picture }: PreparedPhoto): Promise<{ file: Uint8Array; height: number }> {
  const scale = Math.min(2, READING_EDGE / Math.max(picture.width, picture.height));
  const height = Math.max(1, Math.round(picture.height * scale));
  const file = await fromRaw(picture)
    .flatten({ background: '#ffffff' })
    .resize({ width: Math.max(1, Math.round(picture.width * scale)), height, fit: 'fill' })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { file, height };
}
