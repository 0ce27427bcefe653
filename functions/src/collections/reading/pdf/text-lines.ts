/**
 * Joins glyphs into stretches of text: what stands on one line in one style, with gaps no wider than between words.
 * A wider gap is taken for the space between columns, so that the cells of a table stay apart.
 */
import type { Matrix } from './matrix.ts';

/** Everything that must be equal for two glyphs to belong to one stretch. */
export interface TextStyle {
  size: number;
  bold: boolean;
  italic: boolean;
  color: string | null;
  ascent: number;
  descent: number;
}

/** A word and where it begins and ends along its line. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** Whether a blank was written before it, or there is only a gap. */
  blank: boolean;
}

/** Words of one style on one line. The line's frame is turned so that text runs along x and y grows downwards. */
export interface Stretch {
  words: Word[];
  style: TextStyle;
  /** Rotation of the line on the page: cosine and sine. */
  direction: { cos: number; sin: number };
  /** Position of the baseline across the direction. */
  baseline: number;
}

/** A glyph laid out on the page. */
export interface PlacedGlyph {
  text: string;
  /** From the glyph's origin to points on the page. */
  matrix: Matrix;
  /** Advance in points of the page. */
  width: number;
  style: TextStyle;
}

/** From this share of single letters on, the gaps of a line are letter-spacing, as in headings. */
const LETTER_SPACED = 0.6;

/* All in parts of the font size, measured between the end of one letter and the beginning of the next. */
const SAME_WORD = 0.14;
const WORD_GAP = 0.45;
const WORD_GAP_AT_SPACE = 1.3;
const WORD_GAP_AT_SPACES = 0.9;
const OVERLAP = -0.5;
const SAME_LINE = 0.12;

export class StretchBuilder {
  readonly stretches: Stretch[] = [];
  #spaces = 0;

  /** A blank that is shown: it widens what counts as a gap between words. */
  space(): void {
    this.#spaces += 1;
  }

  /** Glyphs in painting order. */
  add(glyph: PlacedGlyph): void {
    const length = Math.hypot(glyph.matrix[0], glyph.matrix[1]);
    if (length === 0) return;
    const cos = glyph.matrix[0] / length;
    const sin = glyph.matrix[1] / length;
    const start = glyph.matrix[4] * cos + glyph.matrix[5] * sin;
    const baseline = glyph.matrix[5] * cos - glyph.matrix[4] * sin;
    const word: Word = { text: glyph.text, start, end: start + glyph.width, blank: this.#spaces > 0 };
    const last = this.stretches.at(-1);
    if (last !== undefined && continues(last, glyph.style, { cos, sin }, baseline)) {
      if (this.#append(last, word)) return;
    }
    this.#spaces = 0;
    this.stretches.push({ words: [word], style: glyph.style, direction: { cos, sin }, baseline });
  }

  #append(stretch: Stretch, word: Word): boolean {
    const last = stretch.words.at(-1);
    if (last === undefined) return false;
    const gap = (word.start - last.end) / stretch.style.size;
    const spaces = this.#spaces;
    if (gap < OVERLAP || gap > widestGap(spaces)) return false;
    this.#spaces = 0;
    if (spaces === 0 && gap <= SAME_WORD) {
      last.text += word.text;
      last.end = Math.max(last.end, word.end);
    } else {
      stretch.words.push(word);
    }
    return true;
  }
}

function widestGap(spaces: number): number {
  if (spaces === 0) return WORD_GAP;
  return spaces === 1 ? WORD_GAP_AT_SPACE : WORD_GAP_AT_SPACES;
}

function continues(
  stretch: Stretch,
  style: TextStyle,
  direction: Stretch['direction'],
  baseline: number,
): boolean {
  const one = stretch.style;
  return (
    Math.abs(one.size - style.size) <= 0.02 * one.size &&
    one.bold === style.bold &&
    one.italic === style.italic &&
    one.color === style.color &&
    Math.abs(stretch.direction.cos - direction.cos) < 0.01 &&
    Math.abs(stretch.direction.sin - direction.sin) < 0.01 &&
    Math.abs(stretch.baseline - baseline) <= SAME_LINE * one.size
  );
}

/**
 * The words of a line in which letters are set apart for looks. Written blanks tell words from letters; without any,
 * gaps half as wide again as the usual one do. Other lines are returned as they are.
 */
export function closeLetterSpacing(words: readonly Word[]): Word[] {
  const letters = words.filter((word) => /^.$/u.test(word.text)).length;
  if (words.length < 4 || letters < LETTER_SPACED * words.length) return [...words];
  const gaps = words.slice(1).map((word, index) => word.start - (words[index]?.end ?? word.start));
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  const blanks = words.slice(1).filter((word) => word.blank).length;
  if (blanks === words.length - 1) return [...words];
  const closed: Word[] = [];
  for (const [index, word] of words.entries()) {
    const last = closed.at(-1);
    const apart = blanks > 0 ? word.blank : (gaps[index - 1] ?? 0) > 1.5 * usual;
    if (last === undefined || apart) closed.push({ ...word });
    else {
      last.text += word.text;
      last.end = word.end;
    }
  }
  return closed;
}
