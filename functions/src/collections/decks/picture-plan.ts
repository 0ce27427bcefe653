/** How many pixels the pictures of a deck need: enough for print in their places, and no more than a file can bear. */
import type { DeckPages } from '@docket/model/deck/lay-out';
import { mediaName } from './media.ts';
import type { PictureSource } from '@docket/model/deck/elements';

/** A picture and the largest size, in pixels, that it is needed in. It is never enlarged. */
export interface PlannedPicture {
  source: PictureSource;
  width: number;
  height: number;
}

/** Pixels per inch of a picture in its place, and what they may fall to in a deck of very many pictures. */
const DENSITY = { full: 200, least: 96 } as const;
/**
 * Pixels that all pictures of a deck may have together. A JPEG of a product takes an eighth to a fifth of a byte a pixel,
 * so this is about 20 MB.
 */
const PIXELS_PER_DECK = 130_000_000;
/** The logo stays sharp on large screens. */
const LOGO_DENSITY = 300;

const POINTS_PER_INCH = 72;

/** The pictures of `deck`, each once. */
export function planPictures(deck: DeckPages): PlannedPicture[] {
  const largest = new Map<string, PlannedPicture>();
  for (const element of deck.slides.flatMap(({ elements }) => elements)) {
    if (element.kind !== 'picture') continue;
    const name = mediaName(element.source);
    const inches = {
      width: element.box.width / element.crop.width / POINTS_PER_INCH,
      height: element.box.height / element.crop.height / POINTS_PER_INCH,
    };
    const known = largest.get(name);
    if (known === undefined || known.width < inches.width) {
      largest.set(name, { source: element.source, ...inches });
    }
  }
  const all = [...largest.values()];
  const area = all.reduce((sum, { width, height }) => sum + width * height, 0);
  const affordable = Math.sqrt(PIXELS_PER_DECK / Math.max(area, Number.EPSILON));
  const density = Math.min(DENSITY.full, Math.max(DENSITY.least, affordable));
  return all.map(({ source, width, height }) => {
    const perInch = source.kind === 'logo' ? LOGO_DENSITY : density;
    return { source, width: Math.ceil(width * perInch), height: Math.ceil(height * perInch) };
  });
}
