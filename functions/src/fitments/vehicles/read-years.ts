/** Reads model years from a cell, as people and programs write them. Pure. */
import { cutText } from '@docket/model/cut-text';
import type { YearRange } from '@docket/model/fitment/vehicle';

/** Reasons are for people and quote nothing but the cell. */
export type ReadYears = { ok: true; years: YearRange[] } | { ok: false; reason: string };

/** Before the first motor car, a number is no model year. */
const FIRST_YEAR = 1885;
/** Years that a table may be ahead of `lastYear`. */
const YEARS_AHEAD = 3;

const YEAR = String.raw`(\d{4})(?:\.0+)?`;
const ONE = new RegExp(`^${YEAR}$`, 'u');
const OPEN = new RegExp(
  `^(?:(?:from|since|ab|seit|von|depuis|desde)\\s*${YEAR}|${YEAR}\\s*(?:\\+|-|–|—|up|on|onwards?|and up|and newer|ff\\.?))$`,
  'iu',
);
const RANGE = new RegExp(
  String.raw`^(?:from\s+|von\s+)?${YEAR}\s*(?:-|–|—|/|\.\.+|…|to|through|thru|until|bis|à|a)\s*(.+)$`,
  'iu',
);
/** A month beside the year: 09/2005, 2005-09, 2005-09-30. */
const MONTH = /^(?:\d{1,2}[./-])?\d{1,2}[./-](\d{4})$|^(\d{4})[./-]\d{1,2}(?:[./-]\d{1,2})?(?:[T ].*)?$/u;
const STILL_MADE =
  /^(?:-|–|—|\.\.+|…|today|present|now|current|heute|aktuell|jetzt|aujourd'hui|hoy|actual)$/iu;

/** "2005", "2005-2010", "2005-10", "2005 to present", "2005+" and lists of them. */
export function readYears(text: string, lastYear: number): ReadYears {
  const years: YearRange[] = [];
  for (const part of text.split(/[,;|&\n]/u).map((part) => part.trim())) {
    if (part === '') continue;
    const range = readRange(part);
    if (range === null) return { ok: false, reason: `“${cut(part)}” is not a year or a range of years` };
    years.push(range);
  }
  return checked(years, lastYear);
}

/** A first and a last year from cells of their own. The last is empty while the vehicle is still made. */
export function readYearsFromTo(from: string, to: string, lastYear: number): ReadYears {
  const first = readYear(from);
  if (first === null) return { ok: false, reason: `First year “${cut(from)}” is not a year` };
  if (to === '' || STILL_MADE.test(to)) return checked([{ from: first, to: null }], lastYear);
  const last = readYear(to);
  if (last === null) return { ok: false, reason: `Last year “${cut(to)}” is not a year` };
  return checked([{ from: first, to: last }], lastYear);
}

function readRange(text: string): YearRange | null {
  const one = ONE.exec(text);
  if (one !== null) return { from: Number(one[1]), to: Number(one[1]) };
  const open = OPEN.exec(text);
  if (open !== null) return { from: Number(open[1] ?? open[2]), to: null };
  const range = RANGE.exec(text);
  if (range === null) return null;
  const from = Number(range[1]);
  const end = (range[2] ?? '').trim();
  if (STILL_MADE.test(end)) return { from, to: null };
  // "1998-02" ends in 2002: the first year with these figures that is not before the beginning.
  if (/^\d\d$/u.test(end)) {
    const to = from - (from % 100) + Number(end);
    return { from, to: to < from ? to + 100 : to };
  }
  const to = ONE.exec(end);
  return to === null ? null : { from, to: Number(to[1]) };
}

function readYear(text: string): number | null {
  const match = ONE.exec(text) ?? MONTH.exec(text);
  return match === null ? null : Number(match[1] ?? match[2]);
}

function checked(years: YearRange[], lastYear: number): ReadYears {
  if (years.length === 0) return { ok: false, reason: 'There is no year' };
  for (const { from, to } of years) {
    if (to !== null && from > to) {
      return { ok: false, reason: `The first year, ${from}, is after the last, ${to}` };
    }
    if (from < FIRST_YEAR) return { ok: false, reason: `Year ${from} is before ${FIRST_YEAR}` };
    const last = Math.max(from, to ?? from);
    const most = lastYear + YEARS_AHEAD;
    if (last > most) return { ok: false, reason: `Year ${last} is after ${most}` };
  }
  return { ok: true, years };
}

/** Characters of a cell that a reason repeats. */
const QUOTED_CHARACTERS = 40;

const cut = (text: string) =>
  text.length > QUOTED_CHARACTERS ? `${cutText(text, QUOTED_CHARACTERS)}…` : text;
