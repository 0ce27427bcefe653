/** A page that is only a picture. */
import type { RawPicture } from '../pictures/raw-picture.ts';

export interface PageScan {
  number: number;
  /** Size of the page in points. */
  width: number;
  height: number;
  /** The page as it looks, opaque RGB, upright. */
  picture: RawPicture;
}

/** Text of fewer letters than this, such as a page number or a stamp, does not make a text layer. */
const TEXT_LAYER_LETTERS = 20;
/** Pictures over less of the page than this are illustrations. */
const SCAN_COVERAGE = 0.6;

/**
 * Whether a page has to be read from its picture. `letters` are those of the text that counts, `coverage` is the share
 * of the page under pictures.
 */
export function isScan(letters: number, coverage: number): boolean {
  return lacksText(letters) && coverage >= SCAN_COVERAGE;
}

export function lacksText(letters: number): boolean {
  return letters < TEXT_LAYER_LETTERS;
}

/** Letters and digits of a text. */
export function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
