/** Statements of years: "2013-2017", "'05-'09", "from 2005", "2016+", "2011, 2013 & 2014". Pure. */
import type { TokenText } from '../text/tokens.ts';
import {
  AFTER,
  AND_EARLIER,
  AND_LATER,
  BEFORE,
  BETWEEN,
  DASH_LATER,
  FROM,
  UNTIL,
  YEAR_TO,
  YEAR_TO_SHORT,
} from '../vocabulary/year-words.ts';
import { type YearAtom, yearAtom } from './year-atom.ts';

/** One statement of years, from one year to another, or open on one side. */
export interface YearStatement {
  from: number | null;
  to: number | null;
  /** The tokens it takes, the end excluded. */
  start: number;
  end: number;
  /** Two figures without an apostrophe: could be a size. It counts beside a vehicle only. */
  is_weak: boolean;
  is_single: boolean;
  /** Some year has two figures. */
  is_short: boolean;
  /** Written from the later year to the earlier. */
  is_reversed: boolean;
}

/** What the statement of years that begins at a token says; null for none. */
export function yearStatement(text: TokenText, at: number, lastYear: number): YearStatement | null {
  return openStatement(text, at, lastYear) ?? rangeAt(text, at + BETWEEN(text, at), at, lastYear, at) ?? null;
}

const signAt = ({ tokens }: TokenText, at: number) => (tokens[at]?.kind === 'sign' ? tokens[at].word : '');

/** "from 2005", "up to 2015", "pre-2012", ">2010". */
function openStatement(text: TokenText, at: number, lastYear: number): YearStatement | null {
  const skipSign = (end: number) => (signAt(text, end) === '-' || signAt(text, end) === "'" ? end + 1 : end);
  const from = FROM(text, at);
  if (from > 0) {
    const range = rangeAt(text, at + from, at, lastYear, at);
    if (range === null) return null;
    const isClosed = !range.is_single || range.from === null || range.to === null;
    return isClosed ? range : { ...range, to: null, is_single: false, is_weak: false };
  }
  const bounds = [
    { length: UNTIL(text, at), make: (year: number) => ({ from: null, to: year }) },
    { length: BEFORE(text, at), make: (year: number) => ({ from: null, to: year - 1 }) },
    { length: AFTER(text, at), make: (year: number) => ({ from: year + 1, to: null }) },
  ];
  for (const { length, make } of bounds) {
    if (length === 0) continue;
    const isHyphened = signAt(text, at + length) === '-';
    const atom = atomOf(text, isHyphened ? skipSign(at + length) : at + length, lastYear);
    if (atom === null || (atom.figures !== 4 && !atom.is_marked)) continue;
    // "pre 2005-2010" says what comes before, not until when.
    if (rangeAfter(text, atom, at, lastYear, false) !== null) continue;
    return {
      ...make(atom.year),
      start: at,
      end: atom.end,
      is_weak: false,
      is_single: false,
      is_short: atom.figures !== 4,
      is_reversed: false,
    };
  }
  return null;
}

const atomOf = (text: TokenText, at: number, lastYear: number): YearAtom | null => {
  const atom = yearAtom(text, at, lastYear);
  return atom === null || atom.figures === 1 ? null : atom;
};

/** A range, a single year, or a year that is open at its end, whose first year begins at `at`. */
function rangeAt(
  text: TokenText,
  at: number,
  start: number,
  lastYear: number,
  between: number,
): YearStatement | null {
  const first = atomOf(text, at, lastYear);
  if (first === null) return null;
  const whole = rangeAfter(text, first, start, lastYear, at > between);
  // The end of "GT-2012 - 2027 Mazda3" is no range.
  const isCode = isAfterHyphen(text, start) && text.tokens[first.end]?.glued !== true;
  if (whole === 'number' || isCode) return null;
  if (whole !== null) return whole;
  const isShort = first.figures !== 4;
  const open = openEnd(text, first.end);
  const plain = {
    start,
    is_weak: isShort && !first.is_marked,
    is_short: isShort,
    is_reversed: false,
  };
  if (open !== null && (!plain.is_weak || open.is_later)) {
    const years = open.is_later ? { from: first.year, to: null } : { from: null, to: first.year };
    return { ...years, ...plain, end: open.end, is_single: false };
  }
  if (isAfterHyphen(text, start) || isBeforeHyphen(text, first.end)) return null;
  return { from: first.year, to: first.year, ...plain, end: first.end, is_single: true };
}

/** The range that a first year begins; null when nothing follows it; 'number' when it is part of a longer number. */
function rangeAfter(
  text: TokenText,
  first: YearAtom,
  start: number,
  lastYear: number,
  hasBetween: boolean,
): YearStatement | 'number' | null {
  const { tokens } = text;
  const link = linkAt(text, first.end, first.figures === 4, hasBetween);
  if (link === null) return null;
  const second = yearAtom(text, link.end, lastYear);
  const after = tokens[link.end];
  if (second === null) {
    return link.kind === 'dash' && after?.glued === true && /^\d/u.test(after.word) ? 'number' : null;
  }
  const last = lastOfRange(first, second);
  if (last === null) return link.kind === 'dash' && second.figures === 1 ? 'number' : null;
  if (link.kind === 'slash' && (second.figures !== 2 || first.figures !== 4 || last !== first.year + 1)) {
    return null;
  }
  // "2005-2010-33" is a number of something.
  if (signAt(text, second.end) === '-' && /^\d/u.test(tokens[second.end + 1]?.word ?? '')) {
    if (tokens[second.end]?.glued === true && tokens[second.end + 1]?.glued === true) return 'number';
  }
  const from = firstOfRange(first, second);
  const isShort = first.figures !== 4 || second.figures === 2;
  const isReversed = from > last;
  const isWeak = first.figures === 2 && second.figures === 2 && !first.is_marked && !second.is_marked;
  if (isReversed && isShort) return isWeak ? 'number' : null;
  const hasMonths = first.has_month && second.has_month;
  return {
    from: Math.min(from, last),
    to: Math.max(from, last),
    start,
    end: second.end,
    is_weak: isWeak && !hasMonths,
    is_single: false,
    is_short: isShort,
    is_reversed: isReversed,
  };
}

/** "97-2006" begins in 1997, "13-2017" in 2013. */
function firstOfRange(first: YearAtom, second: YearAtom): number {
  if (first.figures === 4 || second.figures !== 4 || first.year <= second.year) return first.year;
  return first.year - 100;
}

/** "2011-14" ends in 2014, "1998-02" in 2002, "2008-9" in 2009. */
function lastOfRange(first: YearAtom, second: YearAtom): number | null {
  if (second.figures === 4) return second.year;
  if (second.figures === 1) {
    if (first.figures !== 4 || second.is_marked) return null;
    const year = first.year - (first.year % 10) + second.year;
    return year === first.year + 1 || (year > first.year && year - first.year <= 4) ? year : null;
  }
  if (first.figures === 2) return second.year;
  const century = first.year - (first.year % 100);
  const year = century + (second.year % 100);
  return year >= first.year ? year : year + 100;
}

interface Link {
  kind: 'dash' | 'slash' | 'word';
  end: number;
}

/** What stands between the two years of a range. */
function linkAt(text: TokenText, at: number, isLong: boolean, hasBetween: boolean): Link | null {
  const { tokens } = text;
  const to = YEAR_TO(text, at);
  if (to > 0) return { kind: 'word', end: at + to };
  const short = YEAR_TO_SHORT(text, at);
  if (short > 0 && (hasBetween || (isLong && ['a', 'al', 'au'].includes(tokens[at]?.word ?? '')))) {
    return { kind: 'word', end: at + short };
  }
  if (signAt(text, at) === '/' && tokens[at]?.glued === true) return { kind: 'slash', end: at + 1 };
  let end = at;
  while (end < at + 3 && ['-', '>', '.'].includes(signAt(text, end))) end += 1;
  if (end === at) return null;
  const signs = tokens.slice(at, end).map(({ word }) => word);
  const isDots = signs.every((sign) => sign === '.');
  return isDots && signs.length < 2 ? null : { kind: 'dash', end };
}

/** Whether a year goes on without an end: "+", "-", "and up", "and older". */
function openEnd(text: TokenText, at: number): { is_later: boolean; end: number } | null {
  const { tokens } = text;
  const later = AND_LATER(text, at);
  if (later > 0) return { is_later: true, end: at + later };
  const earlier = AND_EARLIER(text, at);
  if (earlier > 0) return { is_later: false, end: at + earlier };
  const isGlued = tokens[at]?.glued === true;
  switch (signAt(text, at)) {
    case '+':
      // "2016+" goes on; "2016 + Civic 2018" is a list.
      return isGlued || at + 1 >= tokens.length ? { is_later: true, end: at + 1 } : null;
    case '>':
      return { is_later: true, end: at + 1 };
    case '-': {
      const dashLater = DASH_LATER(text, at + 1) || AND_LATER(text, at + 1);
      if (dashLater > 0) return { is_later: true, end: at + 1 + dashLater };
      if (signAt(text, at + 1) === '>') return { is_later: true, end: at + 2 };
      const ends = [')', ',', ';'].includes(signAt(text, at + 1)) || at + 1 >= tokens.length;
      return isGlued && ends ? { is_later: true, end: at + 1 } : null;
    }
    case '.': {
      const isDots = signAt(text, at + 1) === '.' && signAt(text, at + 2) === '.';
      return isDots ? { is_later: true, end: at + 3 } : null;
    }
    default:
      return null;
  }
}

/** "2012-AB" is the number of a part, as "GT-2012" is. */
function isBeforeHyphen({ tokens }: TokenText, end: number): boolean {
  const after = tokens[end];
  return after?.word === '-' && after.glued && tokens[end + 1]?.glued === true;
}

function isAfterHyphen({ tokens }: TokenText, start: number): boolean {
  const before = tokens[start - 1];
  const isGlued = before?.word === '-' && before.glued && tokens[start]?.glued === true;
  return isGlued && tokens[start - 2]?.kind === 'word';
}
