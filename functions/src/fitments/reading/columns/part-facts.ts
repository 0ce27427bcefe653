/** What is known of a column of parts before its role is decided: its header's words and what its cells look like. Pure. */
import { cutText } from '@docket/model/cut-text';
import { squeeze } from '../../../collections/understanding/vocabulary/fold.ts';
import type { HeaderMeaning } from '../../../collections/understanding/vocabulary/lexicon.ts';
import { mayNameValues } from '../rows/named-values.ts';
import { headingOf, type SheetPartTable } from '../tables/part-table.ts';
import { isKnownMake } from '../words/makes.ts';
import { meaningOfPartHeader, type PartWord } from '../words/part-words.ts';
import { positionIn } from '../words/position-words.ts';
import { codeLikeness, isComposed, isNoNumber, numbersIn } from './code-likeness.ts';

/** A column's evidence. Shares are of the filled cells that were looked at, 0–1. */
export interface PartFacts {
  index: number;
  header: string;
  group: string;
  /** With its group: "Front Pads". */
  heading: string;
  meaning: HeaderMeaning<PartWord> | null;
  /** Filled cells of the whole column. */
  filled: number;
  /** The same as a share of the rows. */
  share: number;
  samples: string[];
  /** Mean likeness to part numbers. */
  codes: number;
  /** Numbers joined by plus signs, or what formulas leave of them. */
  composed: number;
  /** Years, ranges and lists of them, and days and months of years. */
  years: number;
  /** Days of years alone. */
  dates: number;
  /** Single years of four digits. */
  singleYears: number;
  makes: number;
  /** Vehicles spelt out by names with values. */
  named: number;
  positions: number;
  /** Texts of two words or more. */
  prose: number;
  distinct: number;
  /** Whole numbers that count up by one, from 1 at most. */
  counts: boolean;
  /** Mean length in characters. */
  length: number;
}

const MOST_CELLS = 200;
const SAMPLES = 5;
const SAMPLE_LENGTH = 80;
const ROWS_AT_ONCE = 2000;

const YEAR = String.raw`(?:(?:19|20)\d{2}|['’]?\d{2})`;
const YEARS = new RegExp(
  String.raw`^(?:(?:mj|bj|my)\.?\s*)?${YEAR}(?:\s*(?:[-–—/,&+>]|to|thru|thrugh|through|bis|ab|au|à|al?|hasta|until|and|und|et|y)\s*(?:${YEAR}|up|on|newer|later|present|current|heute|today|hoy|\.{2,})?)*\+?$`,
  'iu',
);
const DAY = /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}$|^(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}$/u;
const DATED = /^(?:\d{1,2}[./-])?(?:19|20)\d{2}(?:[./-]?\d{1,2}){0,2}$/u;

/** True for a year, a range or a list of them in a usual writing. Figures of two digits alone are none. */
export function areYears(text: string): boolean {
  return (YEARS.test(text) && !/^\d{1,2}$/u.test(text)) || DATED.test(text);
}

/** The evidence of all columns of a table. Gives way now and then. */
export function* factsOfParts(table: SheetPartTable): Generator<undefined, PartFacts[]> {
  const texts = table.columns.map((): string[] => []);
  const filled = table.columns.map(() => 0);
  for (const [at, row] of table.rows.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    for (const [column, { text, repeated }] of row.cells) {
      const held = texts[column];
      if (held === undefined || repeated || (isNoNumber(text) && !isComposed(text))) continue;
      filled[column] = (filled[column] ?? 0) + 1;
      if (held.length < MOST_CELLS) held.push(squeeze(text));
    }
  }
  return table.columns.map((column, index) => {
    const sample = texts[index] ?? [];
    const share = (test: (text: string) => boolean): number =>
      sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
    const mean = (measure: (text: string) => number): number =>
      sample.length === 0 ? 0 : sample.reduce((sum, text) => sum + measure(text), 0) / sample.length;
    return {
      index,
      ...column,
      heading: headingOf(column),
      meaning: meaningOf(column.header, column.group),
      filled: filled[index] ?? 0,
      share: table.rows.length === 0 ? 0 : (filled[index] ?? 0) / table.rows.length,
      samples: sample.slice(0, SAMPLES).map((text) => cutText(text, SAMPLE_LENGTH)),
      codes: codesAmong(sample),
      composed: share(isComposed),
      years: share(areYears),
      dates: share((text) => DAY.test(text)),
      singleYears: share((text) => /^(?:19|20)\d{2}$/u.test(text)),
      makes: share(isKnownMake),
      named: share(mayNameValues),
      positions: share((text) => positionIn(text) !== ''),
      prose: share(isProse),
      distinct: sample.length === 0 ? 0 : new Set(sample).size / sample.length,
      counts: countsRows(sample),
      length: mean((text) => text.length),
    };
  });
}

/** What the header says by itself; else together with the group above it. */
function meaningOf(header: string, group: string): HeaderMeaning<PartWord> | null {
  const own = header === '' ? null : meaningOfPartHeader(header);
  if (group === '') return own;
  const together = meaningOfPartHeader(`${group} ${header}`.trim());
  return (together?.strength ?? 0) > (own?.strength ?? 0) ? together : own;
}

/** How much the cells are written like part numbers, apart from those that join several. */
function codesAmong(sample: readonly string[]): number {
  const single = sample.filter((text) => !isComposed(text));
  const likeness = single.map((text) => Math.min(...numbersIn(text).map(codeLikeness)));
  return single.length === 0 ? 0 : likeness.reduce((sum, one) => sum + one, 0) / single.length;
}

/** 1, 2, 3: a column that only counts the rows. */
function countsRows(sample: readonly string[]): boolean {
  if (sample.length < 3 || !/^[01]\.?$/u.test(sample[0] ?? '')) return false;
  const steps = sample.slice(1).filter((text, at) => Number(text) - Number(sample[at]) === 1).length;
  return steps >= 0.8 * (sample.length - 1);
}

/** Two words or more. Word by word: one pattern for all of a text takes for ever on long ones without blanks. */
function isProse(text: string): boolean {
  return text.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length > 1;
}
