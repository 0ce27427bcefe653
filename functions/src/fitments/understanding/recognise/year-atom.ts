/** One year in a text: "2012", "'05", "MY12", "09/2005", "05". Pure. */
import type { Token, TokenText } from '../text/tokens.ts';
import { MONTHS, UNITS, YEAR_NOISE } from '../vocabulary/year-words.ts';

export interface YearAtom {
  year: number;
  /** How many figures it is written with. */
  figures: 1 | 2 | 4;
  /** With an apostrophe or a word that says it is a year. */
  is_marked: boolean;
  /** A month stood before it. */
  has_month: boolean;
  /** The token after it. */
  end: number;
}

const FIRST_YEAR = 1900;
/** Years a little after the table's last are years that the table does not know; later numbers are no years. */
const YEARS_AHEAD = 6;

const word = (token: Token | undefined) => (token?.kind === 'word' ? token.word : '');
const sign = (token: Token | undefined) => (token?.kind === 'sign' ? token.word : '');

/** The year that begins at a token; null for everything else, numbers that measure or name something among it. */
export function yearAtom(text: TokenText, at: number, lastYear: number): YearAtom | null {
  const { tokens } = text;
  let start = at;
  let isMarked = false;
  const noise = YEAR_NOISE(text, start);
  if (noise > 0) {
    start += noise;
    if (sign(tokens[start]) === '.' || sign(tokens[start]) === ':') start += 1;
    isMarked = true;
  }
  const named = namedMonth(tokens, start);
  const month = named > 0 ? named : monthAt(tokens, start);
  if (month > 0) start += month;
  else if (sign(tokens[start]) === "'" && tokens[start + 1]?.glued === true) {
    start += 1;
    isMarked = true;
  } else if (!isMarked && isPartOfNumber(tokens, start)) return null;
  const found = yearOfWord(word(tokens[start]), lastYear);
  if (found === null) return null;
  if (month > 0 && found.figures === 1) return null;
  if (named > 0 && found.figures !== 4) return null;
  const half = halfOf(tokens, start + 1, found.figures);
  if (half === 0 && !isMarked && isFollowedByUnit(tokens, start, found.figures)) return null;
  const hasMonthAfter = found.figures === 4 && isYearMonth(tokens, start);
  return {
    year: found.year,
    figures: found.figures,
    is_marked: isMarked || found.isMarked,
    has_month: month > 0 || hasMonthAfter,
    end: start + (hasMonthAfter ? 3 : 1) + half,
  };
}

/** The tokens of the half of a model year that was changed in its middle: "1964 1/2", "2005.5". */
function halfOf(tokens: readonly Token[], at: number, figures: YearAtom['figures']): number {
  if (figures !== 4) return 0;
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.word === '.' && first.glued && second?.word === '5' && second.glued) return 2;
  const isHalf = first?.word === '1' && second?.word === '/' && third?.word === '2';
  return isHalf && second.glued && third.glued ? 3 : 0;
}

/** A year of two figures: of this century unless that lies in the future. */
function centuryOf(short: number, lastYear: number): number {
  return 2000 + short <= lastYear + 1 ? 2000 + short : 1900 + short;
}

const WORD = /^(?<mark>my|bj|mj)?(?<figures>\d{4}|\d{2}|\d)(?<rest>er|s)?$/u;

function yearOfWord(text: string, lastYear: number) {
  const { mark, figures, rest } = WORD.exec(text)?.groups ?? {};
  if (figures === undefined || (rest !== undefined && figures.length !== 4)) return null;
  const isMarked = mark !== undefined;
  const number = Number(figures);
  if (figures.length === 4) {
    if (number < FIRST_YEAR || number > lastYear + YEARS_AHEAD) return null;
    return { year: number, figures: 4 as const, isMarked };
  }
  if (figures.length === 1) return { year: number, figures: 1 as const, isMarked };
  return { year: centuryOf(number, lastYear), figures: 2 as const, isMarked };
}

/** The tokens of a month that is written out before a year: "Jan", "Sept."; 0 for none. */
function namedMonth(tokens: readonly Token[], at: number): number {
  if (!MONTHS.has(word(tokens[at]))) return 0;
  return ['.', '/', '-', ','].includes(sign(tokens[at + 1])) ? 2 : 1;
}

/** The tokens of a month before a year: "09/" or "9." of "09/2005"; 0 for none. */
function monthAt(tokens: readonly Token[], at: number): number {
  const month = word(tokens[at]);
  const between = sign(tokens[at + 1]);
  const year = tokens[at + 2];
  if (!/^(?:0?[1-9]|1[0-2])$/u.test(month) || (between !== '/' && between !== '.')) return 0;
  if (tokens[at + 1]?.glued !== true || year?.glued !== true) return 0;
  if (!/^(?:19|20)\d\d$/u.test(year.word)) return month.length === 2 && isShortDateRange(tokens, at) ? 2 : 0;
  return isPartOfNumber(tokens, at) ? 0 : 2;
}

/** "10/05-06/12" and "10.05 - 06.12": months and years of two figures are only told from others as a range of both. */
function isShortDateRange(tokens: readonly Token[], at: number): boolean {
  const isDate = (start: number) =>
    /^(?:0[1-9]|1[0-2])$/u.test(word(tokens[start])) &&
    sign(tokens[start + 1]) === sign(tokens[at + 1]) &&
    /^\d\d$/u.test(word(tokens[start + 2])) &&
    tokens[start + 1]?.glued === true &&
    tokens[start + 2]?.glued === true;
  if (!isDate(at)) return false;
  return (sign(tokens[at + 3]) === '-' && isDate(at + 4)) || (sign(tokens[at - 1]) === '-' && isDate(at - 4));
}

/** "2002/03 - 2008/12": months after years are only told from years as a range of both. */
function isYearMonth(tokens: readonly Token[], at: number): boolean {
  const isDate = (start: number) =>
    /^(?:19|20)\d\d$/u.test(word(tokens[start])) &&
    ['/', '.'].includes(sign(tokens[start + 1])) &&
    /^(?:0[1-9]|1[0-2])$/u.test(word(tokens[start + 2])) &&
    tokens[start + 1]?.glued === true &&
    tokens[start + 2]?.glued === true;
  const isLinked = (between: number) => sign(tokens[between]) === '-' || word(tokens[between]) === 'bis';
  if (!isDate(at)) return false;
  return (isLinked(at + 3) && isDate(at + 4)) || (isLinked(at - 1) && isDate(at - 4));
}

/** Signs that make the number after them a price, an amount or the rest of a number. */
const BEFORE_NUMBERS = new Set(['#', '$', '€', '£', '.', ',', '+', '*', '=', '_', '\\', '°']);

function isPartOfNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  if (['#', '$', '€', '£'].includes(before.word)) return true;
  if (!token.glued) return false;
  if (before.kind === 'sign' && BEFORE_NUMBERS.has(before.word)) {
    const further = tokens[at - 2];
    // "2011,2012" is a list, "1,2000" a number.
    const isList = before.word === ',' && /^(?:\d{4}|\D+)$/u.test(further?.word ?? '');
    return !isList && before.glued;
  }
  return false;
}

const AFTER_NUMBERS = new Set(['%', '"', '°', '€', '$', '£', '#', '*', '_', '=']);

function isFollowedByUnit(tokens: readonly Token[], at: number, figures: YearAtom['figures']): boolean {
  const after = tokens[at + 1];
  if (after === undefined) return false;
  if (after.kind === 'sign') {
    if (AFTER_NUMBERS.has(after.word)) return after.glued;
    // "05.5", "2005.50" and "5'" are measures. A full stop before a word ends a sentence.
    if (after.word === '.' || after.word === ',') {
      const further = tokens[at + 2];
      return after.glued && further?.glued === true && /^\d{1,3}$/u.test(further.word) && figures !== 4
        ? true
        : after.glued && after.word === '.' && further?.glued === true && /^\d+$/u.test(further.word);
    }
    return after.word === "'" && after.glued && tokens[at + 2]?.glued !== true && figures !== 4;
  }
  if (after.word === 'in') return figures !== 4;
  // "12-24 V", but not "05-08 A/C".
  if (after.word.length === 1) {
    return figures === 2 && 'vwa'.includes(after.word) && tokens[at + 2]?.glued !== true;
  }
  return UNITS.has(after.word);
}
