/** Finds where the columns of a table on a page begin and end: ruled lines first, else the gaps in the text. Pure. */
import type { RuledLine } from '../../content.ts';
import { isCurrencyMark } from '../values/price.ts';
import { centerX, median, overlap, right } from './box.ts';
import type { Line, Phrase } from './phrases.ts';

/** The horizontal extent of a column in points. */
export interface ColumnSpan {
  left: number;
  right: number;
}

/** The area of a table. */
export interface Area extends ColumnSpan {
  top: number;
  bottom: number;
}

/** Columns of a table, left to right, each reaching to the next. */
export function findColumns(
  area: Area,
  header: readonly Line[],
  body: readonly Line[],
  rules: readonly RuledLine[],
): ColumnSpan[] {
  const ruled = columnsByRules(area, [...header, ...body], rules);
  const spans = ruled ?? columnsByLeftEdges(area, header, body) ?? columnsByGaps(area, header, body);
  return mergeCurrencyColumns(spans, body);
}

/** The column of a phrase: the one it shares most width with. */
export function columnOf(spans: readonly ColumnSpan[], phrase: Pick<Phrase, 'box'>): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  spans.forEach((span, index) => {
    const shared = overlap(span.left, span.right, phrase.box.x, right(phrase.box));
    if (shared > most) [best, most] = [index, shared];
  });
  return best;
}

/** Vertical lines that run along most of the table, when they separate its text cleanly. */
function columnsByRules(
  area: Area,
  lines: readonly Line[],
  rules: readonly RuledLine[],
): ColumnSpan[] | null {
  const height = area.bottom - area.top;
  const coverage = new Map<number, number>();
  for (const rule of rules) {
    if (rule.x1 < area.left - 2 || rule.x1 > area.right + 2) continue;
    const shared = overlap(Math.min(rule.y1, rule.y2), Math.max(rule.y1, rule.y2), area.top, area.bottom);
    if (shared <= 0) continue;
    const near = [...coverage.keys()].find((x) => Math.abs(x - rule.x1) < 2.5) ?? rule.x1;
    coverage.set(near, (coverage.get(near) ?? 0) + shared);
  }
  const phrases = lines.filter((line) => line.phrases.length > 1).flatMap((line) => line.phrases);
  const cuts = [...coverage]
    .filter(
      ([x, length]) =>
        length > 0.5 * height &&
        phrases.filter((phrase) => crosses(phrase, x)).length <= phrases.length * 0.03,
    )
    .map(([x]) => x)
    .sort((a, b) => a - b);
  const spans = spansBetween(area, cuts).filter((span) => phrases.some((phrase) => isWithin(phrase, span)));
  return spans.length >= 3 ? spans : null;
}

/** A few points of overhang are the printer's imprecision. */
const crosses = (phrase: Phrase, x: number): boolean => phrase.box.x < x - 3 && right(phrase.box) > x + 3;
const isWithin = (phrase: Phrase, span: ColumnSpan): boolean =>
  centerX(phrase.box) > span.left && centerX(phrase.box) < span.right;

function spansBetween(area: ColumnSpan, cuts: readonly number[]): ColumnSpan[] {
  const edges = [area.left, ...cuts.filter((x) => x > area.left + 3 && x < area.right - 3), area.right];
  return edges.slice(1).map((edge, index) => ({ left: edges[index] ?? area.left, right: edge }));
}

/** What is left between a number and the next column is much the same in all columns, and little. */
const SAME_SPACE = 1.5;
const MOST_SPACE = 10;

/**
 * Spreadsheets print headers at the left edge of their columns and numbers at the right one, next to the header of the
 * following column. They are known by the same small space between each number and the next header.
 */
function columnsByLeftEdges(area: Area, header: readonly Line[], body: readonly Line[]): ColumnSpan[] | null {
  const main = header.reduce<Line | null>(
    (widest, line) => (widest === null || line.phrases.length > widest.phrases.length ? line : widest),
    null,
  );
  const edges = (main?.phrases ?? []).map(({ box }) => box.x).sort((a, b) => a - b);
  const phrases = body.filter((line) => line.phrases.length > 1).flatMap((line) => line.phrases);
  const numbers = phrases.filter(({ text }) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(text));
  const spaces = numbers.flatMap((phrase) => {
    const next = edges.find((edge) => edge > right(phrase.box) - 1);
    return next === undefined ? [] : [{ next, space: next - right(phrase.box) }];
  });
  const usual = median(spaces.map(({ space }) => space));
  const same = spaces.filter(({ space }) => Math.abs(space - usual) <= SAME_SPACE);
  const isRegular = same.length >= 0.8 * spaces.length && new Set(same.map(({ next }) => next)).size >= 3;
  if (spaces.length < 4 || usual > MOST_SPACE || !isRegular) return null;
  const cuts = edges.slice(1).map((edge) => edge - 1);
  const cut = phrases.filter((phrase) => cuts.some((x) => crosses(phrase, x)));
  return cut.length > 0.1 * phrases.length ? null : spansBetween(area, cuts);
}

/**
 * Stretches of x that hardly any line covers are gaps. A few overlong cells may reach into one. Where two headers
 * stand over one stretch of text, the stretch is cut between them.
 */
function columnsByGaps(area: Area, header: readonly Line[], body: readonly Line[]): ColumnSpan[] {
  const full = body.filter((line) => line.phrases.length > 1);
  const counted = [...header.filter((line) => line.phrases.length > 1), ...full];
  const start = Math.floor(area.left);
  const covered = Array.from({ length: Math.ceil(area.right) - start + 2 }, () => 0);
  for (const { box } of counted.flatMap((line) => line.phrases)) {
    for (let x = Math.floor(box.x); x <= Math.floor(right(box)); x += 1) {
      const at = x - start;
      if (at >= 0 && at < covered.length) covered[at] = (covered[at] ?? 0) + 1;
    }
  }
  const least = Math.max(1, Math.ceil(full.length * 0.03));
  const stretches: ColumnSpan[] = [];
  covered.forEach((count, offset) => {
    if (count < least) return;
    const last = stretches.at(-1);
    if (last !== undefined && start + offset - last.right <= 2) last.right = start + offset;
    else stretches.push({ left: start + offset, right: start + offset });
  });
  const heads = header.flatMap((line) => line.phrases);
  return stretches.flatMap((stretch) => cutBetweenHeaders(stretch, heads, full));
}

/** Of the places between two headers the one that cuts the fewest cells. */
function cutBetweenHeaders(
  stretch: ColumnSpan,
  heads: readonly Phrase[],
  body: readonly Line[],
): ColumnSpan[] {
  const inside = heads.filter((head) => isWithin(head, stretch)).sort((a, b) => a.box.x - b.box.x);
  const cuts = inside.slice(1).flatMap((head, index) => {
    const before = inside[index];
    if (before === undefined || head.box.x <= right(before.box)) return [];
    const phrases = body.flatMap((line) => line.phrases);
    const options = [head.box.x - 1, (right(before.box) + head.box.x) / 2, right(before.box) + 1];
    const cost = (x: number): number => phrases.filter((phrase) => crosses(phrase, x)).length;
    return [options.reduce((best, x) => (cost(x) < cost(best) ? x : best))];
  });
  return spansBetween(stretch, cuts);
}

/** "AED | 40": an accounting format puts the sign at the left edge of the cell. */
function mergeCurrencyColumns(spans: readonly ColumnSpan[], body: readonly Line[]): ColumnSpan[] {
  const merged: ColumnSpan[] = [];
  let pending: number | null = null;
  spans.forEach((span, index) => {
    const texts = body
      .flatMap((line) => line.phrases.filter((phrase) => columnOf(spans, phrase) === index))
      .map(({ text }) => text);
    const isMark = texts.length > 0 && texts.every(isCurrencyMark);
    if (isMark && index + 1 < spans.length) {
      pending ??= span.left;
      return;
    }
    merged.push({ left: pending ?? span.left, right: span.right });
    pending = null;
  });
  return merged;
}
