/** How wide a text is in the deck's font, without a font at hand: the same in the browser, in PPTX and in PDF. */
import { WIDTH_RANGES } from './advance-widths.ts';

export type TextWeight = 'regular' | 'bold';

/** Of characters that the table does not have, in font sizes: wide enough for the letters of most scripts. */
const UNKNOWN_WIDTH = 0.75;
const FULL_WIDTH = 1;

/** Chinese, Japanese and Korean characters, their punctuation and full-width forms, and emoji: as wide as high. */
const FULL_WIDTH_CHARACTER =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
/** Marks that stand on another character, joiners, and spaces of no width. */
const WITHOUT_WIDTH = /[\p{M}\p{Cf}]/u;

/** Advance widths of each weight by character, in font sizes. */
const WIDTHS: Record<TextWeight, ReadonlyMap<string, number>> = {
  regular: widthsOf('regular'),
  bold: widthsOf('bold'),
};

function widthsOf(weight: TextWeight): Map<string, number> {
  const widths = new Map<string, number>();
  for (const range of WIDTH_RANGES) {
    for (const [index, code] of (range[weight].match(/../gu) ?? []).entries()) {
      if (code !== '--')
        widths.set(String.fromCodePoint(range.first + index), Number.parseInt(code, 36) / 1000);
    }
  }
  return widths;
}

/** The width of `text` in points at a font of `size` points. Kerning, which only draws letters closer, is left out. */
export function textWidth(text: string, size: number, weight: TextWeight): number {
  const widths = WIDTHS[weight];
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? fallbackWidth(character);
  return sum * size;
}

function fallbackWidth(character: string): number {
  if (WITHOUT_WIDTH.test(character)) return 0;
  return FULL_WIDTH_CHARACTER.test(character) ? FULL_WIDTH : UNKNOWN_WIDTH;
}

/** Whether the deck's font has `character`. Others are drawn in another font, or cannot be drawn at all. */
export function isInDeckFont(character: string): boolean {
  return WIDTHS.regular.has(character);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as one character each: a letter with its accents, an emoji with its tone. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
