/** Takes what a text excludes out of its items: "exc. ZL1", "no 2012", "(excludes Hatchback)". Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { Exclusion } from '../claims.ts';
import type { Item } from '../recognise/items.ts';
import { quote, type TokenText } from '../text/tokens.ts';
import { JOIN_WORDS } from '../vocabulary/link-words.ts';
import { PRODUCT_WORDS } from '../vocabulary/product-words.ts';
import { COMMON_TRIMS } from '../vocabulary/qualifier-words.ts';
import { modelCode } from './model-code.ts';

/** Longer exclusions are sentences: they end here. */
const MOST_ITEMS = 12;
/** Words within an exclusion that say nothing of what is excluded. */
const FILL = new Set(
  'with|models|model|the|for|vehicles|vehicle|and|or|any|equipped|versions|version|in|on|use|to|fit|edition|package|years|year|modelle|mit|fur|les|modeles|avec|los|modelos|con|para'.split(
    '|',
  ),
);

/** The items that say what is fitted, and what is not. */
export function splitExclusions(
  text: TokenText,
  items: readonly Item[],
): { kept: Item[]; exclusions: Exclusion[] } {
  const kept: Item[] = [];
  const exclusions: Exclusion[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind !== 'exclude') {
      kept.push(item);
      at += 1;
      continue;
    }
    const hasYears = kept.some(({ kind }) => kind === 'years');
    const brackets = kept.filter(({ kind }) => kind === 'open').length;
    const isBracketed = brackets > kept.filter(({ kind }) => kind === 'close').length;
    const end = item.is_weak
      ? weakEnd(text, items, at)
      : exclusionEnd(text, items, at, { has_years: hasYears, is_bracketed: isBracketed });
    const excluded = items.slice(at + 1, end);
    const before = excluded.length === 0 && !item.is_weak ? excludedBefore(kept) : null;
    if (before !== null) exclusions.push(exclusionOf(text, before.start, [before]));
    else if (excluded.length === 0) kept.push({ kind: 'word', start: item.start, end: item.end });
    else exclusions.push(exclusionOf(text, item.start, excluded));
    at = Math.max(end, at + 1);
  }
  return { kept, exclusions };
}

/**
 * "2001-2005, ab 2006 nicht passend", "(AWD excl.)": takes what stands right before off the items; years only when there
 * are others.
 */
function excludedBefore(kept: Item[]): Item | null {
  const last = kept.at(-1);
  if (last?.kind === 'trim' || last?.kind === 'qualifier') return kept.pop() ?? null;
  const hasOthers = kept.slice(0, -1).some(({ kind }) => kind === 'years');
  if (last?.kind !== 'years' || !hasOthers) return null;
  kept.pop();
  return last;
}

/** "no 2012", "not Hybrid": one thing, or a list of such; `at + 1` when something else follows. */
function weakEnd(text: TokenText, items: readonly Item[], at: number): number {
  let end = at + 1;
  for (let next = end; next < items.length; next += 1) {
    const item = items[next];
    if (item === undefined || (item.kind !== 'join' && !isNarrow(text, item))) break;
    if (item.kind !== 'join') end = next + 1;
    else if (next === at + 1) break;
  }
  return end;
}

function isNarrow(text: TokenText, item: Item): boolean {
  if (['years', 'model', 'trim', 'qualifier'].includes(item.kind)) return true;
  return item.kind === 'word' && COMMON_TRIMS.has(text.tokens[item.start]?.word ?? '');
}

interface Surroundings {
  /** The text has named years before. */
  has_years: boolean;
  /** A bracket is open: the exclusion goes on to its end. */
  is_bracketed: boolean;
}

function exclusionEnd(text: TokenText, items: readonly Item[], at: number, around: Surroundings): number {
  let named: Item['kind'] | null = null;
  for (let end = at + 1; end < items.length && end <= at + MOST_ITEMS; end += 1) {
    const item = items[end];
    if (item === undefined) return end;
    switch (item.kind) {
      case 'break':
      case 'close':
      case 'exclude':
        return end;
      case 'years':
        if (named !== null && !around.has_years) return end;
        named ??= 'years';
        break;
      case 'model':
      case 'make':
        // After a list of trims the next vehicle begins.
        if (!around.is_bracketed && isAfterTrims(named) && !isAfterAnd(text, items, end)) return end;
        named = item.kind;
        break;
      case 'word': {
        const word = text.tokens[item.start]?.word ?? '';
        if (FILL.has(word)) break;
        if (named !== null && (PRODUCT_WORDS.has(word) || !isAfterJoin(items, end))) return end;
        named ??= 'word';
        break;
      }
      case 'trim':
      case 'qualifier':
      case 'unknown_model':
      case 'unknown_make':
      case 'foreign':
        named ??= item.kind;
        break;
      case 'join':
      case 'open':
      case 'all_models':
      case 'all_years':
        break;
      default:
        item satisfies never;
    }
  }
  return Math.min(items.length, at + MOST_ITEMS + 1);
}

const isAfterTrims = (named: Item['kind'] | null) =>
  named !== null && !['model', 'years', 'make'].includes(named);

/** "WRX & STI", "LX or EX": what follows belongs to what is before. */
function isAfterAnd(text: TokenText, items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const word = before?.kind === 'join' ? (text.tokens[before.start]?.word ?? '') : '';
  return JOIN_WORDS.has(word) || word === '/';
}

const isAfterJoin = (items: readonly Item[], at: number) => items[at - 1]?.kind === 'join';

function exclusionOf(text: TokenText, start: number, items: readonly Item[]): Exclusion {
  const isFill = (item: Item) => {
    const word = text.tokens[item.start]?.word ?? '';
    return item.kind === 'word' && (FILL.has(word) || JOIN_WORDS.has(word));
  };
  const isPlain = items.every(
    (item) =>
      ['years', 'make', 'join', 'open', 'all_years'].includes(item.kind) ||
      // "Focus ST" is less than the Focus.
      (item.kind === 'model' && modelCode(item) === null) ||
      isFill(item),
  );
  const models: VehicleModel[] = items.flatMap((item) => (item.kind === 'model' ? item.models : []));
  const years = items.flatMap((item) =>
    item.kind === 'years' ? item.statements.map(({ from, to }) => ({ from, to })) : [],
  );
  return {
    words: quote(text, start, items.at(-1)?.end ?? start),
    models,
    years,
    is_whole: isPlain && (models.length > 0 || years.length > 0),
  };
}
