/**
 * The reader that knows things: Google Cloud Vision. Whatever pixels alone can say of a plain photo is still counted here,
 * where the item is told from its background more finely than by a box.
 */
import { type RawPicture, fromRaw } from '../../../collections/reading/pictures/raw-picture.ts';
import type { Annotations, VisionColour, VisionSafeSearch } from '../../../services/vision/annotations.ts';
import { VISION } from '../../../services/vision/vision-errors.ts';
import { Vision, type VisionOptions } from '../../../services/vision/vision.ts';
import { dominantColours } from './dominant-colours.ts';
import { findItem, itemInPlace } from './find-item.ts';
import { toLab } from './lab.ts';
import type { PhotoLabel, PhotoReading, Rgb } from './photo-facts.ts';
import { toPhotoLines } from './photo-line.ts';
import type { PhotoReader } from './photo-reader.ts';
import { placeOfItem } from './vision/place-of-item.ts';
import { textLines } from './vision/text-lines.ts';

/** The longer edge in pixels of what is sent: enough for small print, and at most 3 MB as a JPEG. */
const SENT_EDGE = 1600;
const QUALITY = 85;
/** Likelihoods from which on a photo is nothing for a shop. */
const TOO_LIKELY: ReadonlySet<string> = new Set(['LIKELY', 'VERY_LIKELY']);

/** The reader; its client is made with the first photo. `openInstead`: see `ReaderService`. */
export function openVisionReader(
  openInstead: () => Promise<PhotoReader>,
  options: VisionOptions = {},
): PhotoReader {
  const vision = new Vision(options);
  return {
    id: 'vision',
    service: { service: VISION, name: 'vision', openInstead },
    close: async () => await vision.close(),
    read: async ({ file, picture }, signal) => {
      const { jpeg, height } = await toJpeg(picture);
      return await readingOf(picture, await vision.annotate({ file, jpeg }, signal), height);
    },
  };
}

/** On white, without metadata. `height` is that of the pixels sent, in which places of words are given. */
async function toJpeg(picture: RawPicture): Promise<{ jpeg: Uint8Array; height: number }> {
  const { data, info } = await fromRaw(picture)
    .flatten({ background: '#ffffff' })
    .resize({ width: SENT_EDGE, height: SENT_EDGE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, height: info.height };
}

async function readingOf(
  picture: RawPicture,
  annotations: Annotations,
  height: number,
): Promise<PhotoReading> {
  const { labelAnnotations, localizedObjectAnnotations, fullTextAnnotation, safeSearchAnnotation } =
    annotations;
  return {
    labels: once(
      labelAnnotations.map(({ description, score }) => ({ text: description, confidence: score })),
    ),
    objects: once(localizedObjectAnnotations.map(({ name, score }) => ({ text: name, confidence: score }))),
    lines: toPhotoLines(textLines(fullTextAnnotation?.pages ?? []), height),
    ...(await coloursOf(picture, annotations)),
    safe: isSafe(safeSearchAnnotation ?? null),
  };
}

/** The same thing may be there several times; the surest counts. */
function once(labels: readonly PhotoLabel[]): PhotoLabel[] {
  const sorted = labels
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => other.confidence - one.confidence);
  return sorted.filter(({ text }, index) => sorted.findIndex((other) => other.text === text) === index);
}

/**
 * The item's own colours where it can be told apart, by its background or by its place. Otherwise those that the service
 * has seen in the whole photo; they are counted here when it has seen none.
 */
async function coloursOf(
  picture: RawPicture,
  { localizedObjectAnnotations, imagePropertiesAnnotation }: Annotations,
): Promise<Pick<PhotoReading, 'colours' | 'coloursOfItem'>> {
  const item = await findItem(picture);
  if (item.apart) return { colours: dominantColours(item), coloursOfItem: true };
  const place = placeOfItem(localizedObjectAnnotations);
  if (place !== null)
    return { colours: dominantColours(await itemInPlace(picture, place)), coloursOfItem: true };
  const seen = seenColours(imagePropertiesAnnotation?.dominantColors?.colors ?? []);
  return { colours: seen.length > 0 ? seen : dominantColours(item), coloursOfItem: false };
}

/** Many shades become the few colours that have names. */
function seenColours(colours: readonly VisionColour[]) {
  const pixels = colours.flatMap(({ color, pixelFraction }) => {
    if (color === null || color === undefined) return [];
    const rgb: Rgb = [color.red, color.green, color.blue];
    return [{ rgb, lab: toLab(rgb), weight: pixelFraction }];
  });
  return dominantColours({ pixels, apart: false });
}

/** By nudity and violence. What is merely racy, such as underwear, is sold in shops. */
function isSafe(search: VisionSafeSearch | null): boolean | null {
  if (search === null) return null;
  const { adult, violence } = search;
  if (TOO_LIKELY.has(adult) || TOO_LIKELY.has(violence)) return false;
  return adult === 'UNKNOWN' || violence === 'UNKNOWN' ? null : true;
}
