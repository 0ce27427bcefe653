/** Breaks texts into lines that fit, so that nobody who draws a deck has to, and all of them break alike. */
import { graphemes, textWidth, type TextWeight } from './measure.ts';

/** How a text is set. Sizes and widths are in points. */
export interface TextStyle {
  size: number;
  weight: TextWeight;
}

/** A text in lines, and whether all of it is there. */
export interface BrokenText {
  lines: string[];
  complete: boolean;
}

const ELLIPSIS = '…';

/** Characters that no XML document may contain, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** `text` as it can be set: composed accents, no control characters, single spaces; no-break spaces stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, ' ')
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

const CJK = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff60]`;
/** Closing punctuation and small kana, which must not begin a line. */
const NOT_AT_START = String.raw`[、。，．・：；？！）］｝」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]`;
/** Opening punctuation, which must not end a line. */
const NOT_AT_END = String.raw`[（［｛「『【〈《]`;
/** Where a line may end: after spaces that no middle dot follows, after hyphens and slashes in a word, and beside Chinese and Japanese characters. */
const BREAK = new RegExp(
  String.raw`(?<= )(?![ ·])|(?<=[\p{L}\p{N}][-‐–/])(?=[\p{L}\p{N}])|(?<!${NOT_AT_END})(?<=${CJK})(?! )(?!${NOT_AT_START})|(?<=[^ ])(?<!${NOT_AT_END})(?=${CJK})(?!${NOT_AT_START})`,
  'u',
);

/**
 * `text` in at most `maxLines` lines, each no wider than `width`; the last one ends with an ellipsis when there is more.
 * A word that is wider than a line is broken anywhere. No text has no lines.
 */
export function breakLines(text: string, style: TextStyle, width: number, maxLines: number): BrokenText {
  const lines: string[] = [];
  let line = '';
  const rest = piecesOf(cleanText(text), style, width);
  for (const [index, piece] of rest.entries()) {
    if (fits(line + piece, style, width)) {
      line += piece;
    } else if (lines.length + 1 >= maxLines) {
      const remaining = line + rest.slice(index).join('');
      return { lines: [...lines, shortened(remaining, style, width)], complete: false };
    } else {
      lines.push(withoutSeparator(line));
      line = piece;
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return { lines, complete: true };
}

/** A line that goes on in the next one: the middle dot between two parts stands for the break then. */
function withoutSeparator(line: string): string {
  return line.replace(/ (?:· )?$/u, '');
}

/** A text at the largest of `sizes` (largest first) at which all of it fits; else at the smallest, cut. */
export function fitText(
  text: string,
  weight: TextWeight,
  sizes: readonly number[],
  width: number,
  maxLines: number,
): BrokenText & { size: number } {
  let fitted = { lines: new Array<string>(), complete: true, size: 0 };
  for (const size of sizes) {
    fitted = { ...breakLines(text, { size, weight }, width, maxLines), size };
    if (fitted.complete) break;
  }
  return fitted;
}

/** The parts between which a line may end, each narrow enough for a line of its own. */
function piecesOf(text: string, style: TextStyle, width: number): string[] {
  return text
    .split(BREAK)
    .flatMap((piece) => (fits(piece, style, width) ? [piece] : splitAnywhere(piece, style, width)));
}

/** The spaces at the end of a line take no room. */
function fits(text: string, style: TextStyle, width: number): boolean {
  return textWidth(text.trimEnd(), style.size, style.weight) <= width;
}

/** Pieces as long as they can be. A character that is wider than a line is left out: there is no room for it. */
function splitAnywhere(text: string, style: TextStyle, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of graphemes(text)) {
    if (fits(piece + character, style, width)) {
      piece += character;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    piece = fits(character, style, width) ? character : '';
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** The beginning of `text` with an ellipsis, as much as fits. */
function shortened(text: string, style: TextStyle, width: number): string {
  let kept = '';
  for (const character of graphemes(text)) {
    if (!fits(kept + character + ELLIPSIS, style, width)) break;
    kept += character;
  }
  return `${kept.replace(/[\s,;:·/-]+$/u, '')}${ELLIPSIS}`;
}
