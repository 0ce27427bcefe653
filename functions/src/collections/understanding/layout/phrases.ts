/**
 * Text of a page as a person sees it: runs that stand close together on a line form a phrase, phrases on the same
 * height form a line. Pure.
 */
import type { Box } from '@docket/model/geometry';
import type { PageContent, RuledLine, TextRun } from '../../content.ts';
import { isSize } from '../values/sizes.ts';
import { squeeze } from '../vocabulary/fold.ts';
import { findPrices } from '../values/price.ts';
import { around, centerY, median, overlapY, right } from './box.ts';

/** Neighbouring runs without a visible gap; the style is that of the longest run. */
export interface Phrase {
  text: string;
  box: Box;
  size: number;
  bold: boolean;
  color: string | null;
  /** Recognition confidence, the lowest of its runs. */
  confidence: number;
  runs: TextRun[];
}

/** Phrases on one height, left to right. */
export interface Line {
  phrases: Phrase[];
  box: Box;
}

/** Gap between runs, in heights of the font, above which a new phrase begins. */
const PHRASE_GAP = 0.45;

/** The phrases of a page. Crossed-out amounts are old prices: they keep their space but not their text. */
export function phrasesOf(page: PageContent): Phrase[] {
  const runs = readableRuns(page);
  const rules = verticalRules(page);
  return clusterByHeight(runs, (run) => run.box).flatMap((line) => {
    const groups: TextRun[][] = [];
    for (const run of line.toSorted((a, b) => a.box.x - b.box.x)) {
      const last = groups.at(-1)?.at(-1);
      if (last !== undefined && belongTogether(last, run, rules)) groups.at(-1)?.push(run);
      else groups.push([run]);
    }
    return groups.map(phraseOf).filter(({ text }) => text !== '');
  });
}

/** Runs with text, old prices blanked, columns of prices apart, and recognised text in the size it was most likely set. */
function readableRuns(page: PageContent): TextRun[] {
  const runs = page.runs
    .filter((run) => squeeze(run.text) !== '')
    .map(withoutOldPrice)
    .flatMap(splitPrices);
  if (!page.recognised) return runs;
  const usual = median(runs.map(({ size }) => size));
  return runs.map((run) =>
    run.size > 0.6 * usual && run.size < 1.5 * usual ? { ...run, size: usual } : run,
  );
}

/** A row of prices that was read as one text is cut into one run a price, in proportion to its letters. */
function splitPrices(run: TextRun): TextRun[] {
  const prices = findPrices(run.text);
  const covered = prices.reduce((sum, price) => sum + price.end - price.start, 0);
  if (prices.length < 3 || covered < 0.8 * run.text.length) return [run];
  const advance = run.box.width / run.text.length;
  return prices.map(({ start, end }) => ({
    ...run,
    text: run.text.slice(start, end),
    box: { ...run.box, x: run.box.x + start * advance, width: (end - start) * advance },
  }));
}

/** Lines of the given phrases, top to bottom. */
export function linesOf(phrases: readonly Phrase[]): Line[] {
  return clusterByHeight(phrases, (phrase) => phrase.box)
    .map((group) => {
      const sorted = group.toSorted((a, b) => a.box.x - b.box.x);
      return { phrases: sorted, box: around(sorted.map(({ box }) => box)) };
    })
    .sort((a, b) => centerY(a.box) - centerY(b.box));
}

/** A phrase cut between neighbouring runs that stand in different places, by any measure of a run's box. */
export function splitPhrase(phrase: Phrase, placeOf: (box: Box) => number): Phrase[] {
  const parts: { place: number; runs: TextRun[] }[] = [];
  for (const run of phrase.runs) {
    const place = placeOf(run.box);
    const last = parts.at(-1);
    if (last !== undefined && last.place === place) last.runs.push(run);
    else parts.push({ place, runs: [run] });
  }
  return parts.length < 2 ? [phrase] : parts.map(({ runs }) => phraseOf(runs));
}

/** Vertical lines of a page, as x with its extent. */
export function verticalRules(page: PageContent): RuledLine[] {
  return page.lines.filter((line) => Math.abs(line.x1 - line.x2) < 1 && Math.abs(line.y1 - line.y2) > 4);
}

/** Horizontal lines of a page. */
export function horizontalRules(page: PageContent): RuledLine[] {
  return page.lines.filter((line) => Math.abs(line.y1 - line.y2) < 1 && Math.abs(line.x1 - line.x2) > 4);
}

/** A key for texts that look alike: size, weight and colour. */
export function styleOf(phrase: Phrase): string {
  return `${Math.round(phrase.size * 2)}|${phrase.bold ? 'b' : ''}|${phrase.color ?? ''}`;
}

/** The space is kept, so that label and new price still stand together. */
function withoutOldPrice(run: TextRun): TextRun {
  return run.struck && /\d/u.test(run.text) ? { ...run, text: '' } : run;
}

/** A vertical rule separates cells however close their texts stand. */
function belongTogether(left: TextRun, next: TextRun, rules: readonly RuledLine[]): boolean {
  const gap = next.box.x - right(left.box);
  const size = Math.min(left.box.height, next.box.height);
  if (gap > PHRASE_GAP * size) return false;
  if (overlapY(left.box, next.box) < 0.4 * size) return false;
  const middle = centerY(left.box);
  return !rules.some((rule) => {
    const crosses = Math.min(rule.y1, rule.y2) <= middle && middle <= Math.max(rule.y1, rule.y2);
    return crosses && rule.x1 >= right(left.box) - 1 && rule.x1 <= next.box.x + 1;
  });
}

function phraseOf(runs: TextRun[]): Phrase {
  const longest = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best));
  return {
    text: joinSpacedLetters(squeeze(runs.map((run) => run.text.normalize('NFC')).join(' '))),
    box: around(runs.map((run) => run.box)),
    size: longest.size,
    bold: longest.bold,
    color: longest.color,
    confidence: Math.min(...runs.map((run) => run.confidence)),
    runs,
  };
}

/** "T O P S" is a word set wide; "S M L XL" is a list of sizes. */
function joinSpacedLetters(text: string): string {
  const parts = text.split(' ');
  const isSpaced =
    parts.length >= 3 && parts.every((part) => /^\p{Lu}{1,2}$/u.test(part)) && !parts.every(isSize);
  return isSpaced ? parts.join('') : text;
}

/** Groups things whose vertical middles lie within less than half a line of each other. */
function clusterByHeight<T>(things: readonly T[], boxOf: (thing: T) => Box): T[][] {
  const sorted = things.toSorted((a, b) => centerY(boxOf(a)) - centerY(boxOf(b)));
  const groups: { members: T[]; middle: number; height: number }[] = [];
  for (const thing of sorted) {
    const box = boxOf(thing);
    const group = groups.at(-1);
    if (group !== undefined && centerY(box) - group.middle < 0.35 * Math.min(group.height, box.height)) {
      group.members.push(thing);
    } else {
      groups.push({ members: [thing], middle: centerY(box), height: box.height });
    }
  }
  return groups.map(({ members }) => members);
}
