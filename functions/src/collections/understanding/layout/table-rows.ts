/** Puts the lines of a table on a page together into rows: a row may take several lines. Pure. */
import { bottom, centerY } from './box.ts';
import { type Line, type Phrase, styleOf } from './phrases.ts';

/** What marks a row. */
export interface RowMarks {
  /** True for a phrase of a column that every row fills, such as the price or the article number. */
  isKey: (phrase: Phrase) => boolean;
  /** True for a line that is no part of the row above or below it. `above` is the line above it. */
  standsAlone: (line: Line, above: Line | undefined) => boolean;
  /** Heights of the horizontal lines drawn across the table, ascending. */
  rules: readonly number[];
}

/** Space between lines, in line heights, from which lines are strangers to each other. */
const LOOSE = 0.7;

/**
 * Groups lines into rows. Lines with a key cell anchor a row; lines between two anchors go to either side of a ruled
 * line or, without one, of the widest gap. A lone line in a style of its own stays alone: it is a heading.
 */
export function groupRows(lines: readonly Line[], marks: RowMarks): Line[][] {
  const anchors = lines.map((line) => line.phrases.some(marks.isKey));
  if (!anchors.includes(true)) return lines.map((line) => [line]);
  const usual = new Set(
    lines.filter((_, index) => anchors[index]).flatMap((line) => line.phrases.map(styleOf)),
  );
  const count = anchors.filter(Boolean).length;
  const isRuled = marks.rules.length >= 0.6 * count;
  const cuts = new Set<number>();
  lines.forEach((line, index) => {
    const isHeading =
      line.phrases.length === 1 &&
      anchors[index] === false &&
      line.phrases.every((phrase) => !usual.has(styleOf(phrase)));
    const above = lines[index - 1];
    if (isHeading || marks.standsAlone(line, above)) cuts.add(index).add(index + 1);
    if (above !== undefined && hasRuleBetween(above, line, marks.rules)) cuts.add(index);
  });
  let previous: number | null = null;
  anchors.forEach((isAnchor, index) => {
    if (!isAnchor) return;
    const start = previous === null ? 1 : previous + 1;
    if (!hasCut(cuts, start, index)) {
      if (previous === null) cutLoose(lines, 0, index, cuts);
      else if (!isRuled || !continues(lines, previous, index)) cuts.add(widestGap(lines, previous, index));
    }
    previous = index;
  });
  if (previous !== null) cutLoose(lines, previous, lines.length - 1, cuts);
  return split(lines, cuts);
}

/** In a ruled table, a line with far fewer cells than the one above belongs to the same ruled row. */
function continues(lines: readonly Line[], upper: number, lower: number): boolean {
  return (lines[lower]?.phrases.length ?? 0) * 2 <= (lines[upper]?.phrases.length ?? 0);
}

function hasRuleBetween(upper: Line, lower: Line, rules: readonly number[]): boolean {
  return rules.some((y) => y > centerY(upper.box) && y < centerY(lower.box));
}

function hasCut(cuts: ReadonlySet<number>, from: number, to: number): boolean {
  for (let index = from; index <= to; index += 1) {
    if (cuts.has(index)) return true;
  }
  return false;
}

/** The index of the line below the widest gap; of equal gaps the lowest, so that text belongs to the row above it. */
function widestGap(lines: readonly Line[], from: number, to: number): number {
  let best = to;
  let widest = Number.NEGATIVE_INFINITY;
  for (let index = from + 1; index <= to; index += 1) {
    const gap = gapAbove(lines, index);
    if (gap >= widest - 0.5) [best, widest] = [index, Math.max(gap, widest)];
  }
  return best;
}

/** Before the first anchor and behind the last one, only close lines belong to the row. */
function cutLoose(lines: readonly Line[], from: number, to: number, cuts: Set<number>): void {
  for (let index = from + 1; index <= to; index += 1) {
    if (gapAbove(lines, index) > LOOSE * (lines[index]?.box.height ?? 0)) cuts.add(index);
  }
}

function gapAbove(lines: readonly Line[], index: number): number {
  const upper = lines[index - 1];
  const lower = lines[index];
  return upper === undefined || lower === undefined ? 0 : lower.box.y - bottom(upper.box);
}

function split(lines: readonly Line[], cuts: ReadonlySet<number>): Line[][] {
  const rows: Line[][] = [];
  lines.forEach((line, index) => {
    if (index === 0 || cuts.has(index)) rows.push([]);
    rows.at(-1)?.push(line);
  });
  return rows;
}
