/** What is known of a column before its role is decided: its header's words and what its cells look like. Pure. */
import { type ColumnProfile, profileColumn } from '../../understanding/tables/column-profile.ts';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import type { HeaderMeaning } from '../../understanding/vocabulary/lexicon.ts';
import type { OrderRow, OrderTable } from '../tables/order-table.ts';
import { repetitionTest } from '../tables/sheet-headers.ts';
import { numberOfCell } from '../values/cell-number.ts';
import { sizesAmong } from '../values/size-heading.ts';
import { meaningOfOrderHeader, type OrderWord } from '../words/order-words.ts';
import { isPlainCharge, isPlainTotal } from '../words/row-words.ts';

/** A column's evidence. `values` go row by row with those of the other columns of the table. */
export interface ColumnFacts {
  index: number;
  header: string;
  group: string;
  meaning: HeaderMeaning<OrderWord> | null;
  /** The size that its header names. */
  size: string | null;
  profile: ColumnProfile;
  values: readonly (number | null)[];
  /** Shares of the filled cells, 0–1. */
  numeric: number;
  whole: number;
  /** Share of the values that hold a digit. */
  digits: number;
  /** Filled cells among the rows that were looked at, as a share of the rows. */
  share: number;
  samples: string[];
}

const MOST_ROWS = 400;
const SAMPLES = 5;
const SAMPLE_LENGTH = 80;

/** The evidence of all columns of a table, from its first few hundred rows that could be lines. */
export function factsOfColumns(table: OrderTable): ColumnFacts[] {
  const rows = sampleRows(table);
  const sizes = sizesAmong(table.columns.map(({ header }) => (header === '' ? null : header)));
  return table.columns.map(({ header, group }, index) => {
    const cells = rows.map((row) => row.get(index));
    const filled = cells.flatMap((cell) => (cell === undefined || isNothing(cell.text) ? [] : [cell]));
    const values = cells.map((cell) => (cell === undefined || cell.repeated ? null : numberOfCell(cell)));
    const numbers = values.filter((value) => value !== null);
    const own = filled.filter(({ repeated }) => !repeated);
    const of = (count: number): number => (own.length === 0 ? 0 : count / own.length);
    return {
      index,
      header,
      group,
      meaning: meaningOf(header, group),
      size: sizes[index] ?? null,
      profile: profileColumn(filled),
      values,
      numeric: Math.min(1, of(numbers.length)),
      whole: numbers.length === 0 ? 0 : numbers.filter(Number.isInteger).length / numbers.length,
      digits: of(own.filter(({ text }) => /\d/u.test(text)).length),
      share: rows.length === 0 ? 0 : filled.length / rows.length,
      samples: filled.slice(0, SAMPLES).map(({ text }) => squeeze(text).slice(0, SAMPLE_LENGTH)),
    };
  });
}

/** What the header says by itself; else together with the group above it. */
function meaningOf(header: string, group: string): HeaderMeaning<OrderWord> | null {
  if (header === '') return group === '' ? null : meaningOfOrderHeader(group);
  const own = meaningOfOrderHeader(header);
  if (own !== null && own.strength >= 0.3) return own;
  const together = group === '' ? null : meaningOfOrderHeader(`${group} ${header}`);
  return together !== null && together.strength >= 0.3 ? together : null;
}

/** True for a column that only counts the rows: 1, 2, 3. Article numbers may count up as well, but from further on. */
export function countsRows({ profile, samples }: ColumnFacts): boolean {
  return profile.counting > 0.8 && profile.filled > 2 && Number((samples[0] ?? '').replace(/\.$/u, '')) <= 1;
}

/** Dashes are how people leave a cell empty. */
export function isNothing(text: string): boolean {
  return /^[-–—.\s]*$/u.test(text);
}

/** Rows with at least two cells that are no totals, charges or repeated headers. */
function sampleRows(table: OrderTable): OrderRow[] {
  const rows: OrderRow[] = [];
  const repeatsHeader = repetitionTest(table.columns);
  for (const row of table.rows) {
    if (rows.length >= MOST_ROWS) break;
    if (row.size < 2 || repeatsHeader(row)) continue;
    const isSum = [...row.values()].some(
      ({ text, number }) =>
        number === null && text.length <= 60 && (isPlainTotal(text) || isPlainCharge(text)),
    );
    if (!isSum) rows.push(row);
  }
  return rows;
}
