/**
 * Decides which columns hold the quantity, the unit price and the line total. Headers propose, arithmetic decides:
 * quantity × unit price = line total, and size columns add up to the quantity. Pure.
 */
import { isThreeDigits } from '../values/thousandths.ts';
import type { OrderWord } from '../words/order-words.ts';
import type { ColumnFacts } from './column-facts.ts';
import { type Decisions, headerConfidence, headerReason, percent } from './decision.ts';

/** Values of a quantity: those of a column, or the sums of the size columns. */
interface Candidate {
  column: ColumnFacts | null;
  values: readonly (number | null)[];
  score: number;
}

/** How often a multiplication came out, of how many rows where it could be checked. */
export interface Fit {
  right: number;
  of: number;
}

const NOTHING: Candidate = { column: null, values: [], score: 0 };
const MOST_CANDIDATES = 8;

/** Decides the roles of number columns that are still undecided. `sizes` are the size columns. */
export function decideNumbers(
  columns: readonly ColumnFacts[],
  sizes: readonly ColumnFacts[],
  decisions: Decisions,
): void {
  const open = columns.filter(({ index, profile }) => !decisions.isDecided(index) && profile.barcode < 0.8);
  const isHeaded = columns.some(({ header }) => header !== '');
  const sums = sizes.length === 0 ? null : sumsOf(sizes);
  const quantities = candidates(open, (column) => quantityScore(column, isHeaded, sums));
  const prices = candidates(open, (column) => priceScore(column, isHeaded));
  const totals = candidates(open, (column) => totalScore(column, isHeaded));
  let best = { score: -1, quantity: NOTHING, price: NOTHING, total: NOTHING, fit: { right: 0, of: 0 } };
  for (const quantity of [...quantities, ...inThousandths(quantities), NOTHING]) {
    for (const price of [...prices, NOTHING]) {
      for (const total of [...totals, NOTHING]) {
        if (sharesColumn(quantity, price, total)) continue;
        const fit = fitOf(sums ?? quantity.values, price.values, total.values);
        const share = fit.of === 0 ? 0 : fit.right / fit.of;
        const proof = fit.of === 0 ? 0 : share >= 0.6 ? 1.5 * share : -0.3;
        const score = quantity.score + price.score + total.score + proof;
        if (score > best.score + 1e-9) best = { score, quantity, price, total, fit };
      }
    }
  }
  settle(best, sums, decisions);
}

function sharesColumn(...chosen: readonly Candidate[]): boolean {
  const indices = chosen.flatMap(({ column }) => (column === null ? [] : [column.index]));
  return new Set(indices).size < indices.length;
}

/** "10,000" may be ten: the other reading of a column of such quantities, a little less likely by itself. */
function inThousandths(quantities: readonly Candidate[]): Candidate[] {
  return quantities.flatMap(({ column, values, score }) => {
    const isWritten = column !== null && column.samples.length > 0 && column.samples.every(isThreeDigits);
    const thousandths = values.map((value) => (value === null ? null : value / 1000));
    return isWritten ? [{ column, values: thousandths, score: score - 0.05 }] : [];
  });
}

function candidates(columns: readonly ColumnFacts[], scoreOf: (column: ColumnFacts) => number): Candidate[] {
  return columns
    .map((column) => ({ column, values: column.values, score: scoreOf(column) }))
    .filter(({ score }) => score >= 0.12)
    .sort((left, right) => right.score - left.score)
    .slice(0, MOST_CANDIDATES);
}

function quantityScore(
  column: ColumnFacts,
  isHeaded: boolean,
  sums: readonly (number | null)[] | null,
): number {
  const { profile, numeric, whole } = column;
  const byHeader = quantityByHeader(column, isHeaded);
  if (profile.filled === 0) return 0.3 * byHeader;
  if (numeric < 0.5 || profile.marked > 0.5) return 0;
  const looks = (whole < 0.5 ? 0.6 : 1) * (profile.counting > 0.8 && profile.filled > 4 ? 0.5 : 1);
  const isMeant = byHeader > 0 || column.meaning === null || column.meaning.role === 'line_total';
  const proof = sums === null || !isMeant ? 0 : agreement(column.values, sums);
  return byHeader * looks + (proof >= 0.5 ? proof : 0);
}

/** How much a header speaks for a quantity: at least, and at most when it is an exact phrase. */
const QUANTITY_WORDS: Readonly<Partial<Record<OrderWord, readonly [number, number]>>> = {
  ordered: [0.9, 1],
  quantity: [0.6, 0.9],
  unit: [0.5, 0.5],
  packs: [0.45, 0.45],
  total: [0.45, 0.45],
};
/** What is still to come was ordered at least. */
const STILL_TO_COME = /open|confirm|outstanding|offen|bestätigt|pendiente|restant|da evadere/iu;

function quantityByHeader({ meaning, size, header, profile, whole }: ColumnFacts, isHeaded: boolean): number {
  if (meaning === null) {
    const isCount = whole > 0.95 && profile.priced > 0.9 && profile.sku < 0.5 && size === null;
    return isCount ? (isHeaded ? 0.15 : 0.45) : 0;
  }
  if (meaning.role === 'other_quantity') return STILL_TO_COME.test(header) ? 0.3 : 0;
  const [least, most] = QUANTITY_WORDS[meaning.role] ?? [0, 0];
  return least + (most - least) * meaning.strength;
}

function priceScore({ meaning, header, profile, numeric }: ColumnFacts, isHeaded: boolean): number {
  const looks = profile.filled === 0 ? 0.4 : numeric >= 0.5 ? 1 : 0;
  const isMoney = Math.max(profile.marked, profile.decimals) > 0.5;
  if (meaning?.role === 'unit_price') {
    const isNet = /net|whsl|wholesale|w\/?s|ek|your|einkauf|achat|ingrosso/iu.test(header);
    return looks * (0.6 + 0.3 * meaning.strength + (isNet ? 0.06 : 0) + (isMoney ? 0.05 : 0));
  }
  if (meaning === null) return isMoney || !isHeaded ? looks * (isMoney ? 0.4 : 0.2) : 0;
  return meaning.role === 'total' || meaning.role === 'line_total' ? looks * 0.12 : 0;
}

function totalScore({ meaning, profile, numeric }: ColumnFacts, isHeaded: boolean): number {
  const looks = profile.filled === 0 ? 0.4 : numeric >= 0.5 ? 1 : 0;
  if (meaning?.role === 'line_total') return looks * (0.6 + 0.3 * meaning.strength);
  if (meaning?.role === 'total') return looks * 0.55;
  if (meaning === null) return looks * (isHeaded ? 0.13 : 0.2);
  return meaning.role === 'unit_price' ? looks * 0.12 : 0;
}

/** Sums of the size columns by row; null where no size is filled. */
export function sumsOf(sizes: readonly ColumnFacts[]): (number | null)[] {
  const rows = sizes[0]?.values.length ?? 0;
  return Array.from({ length: rows }, (_, row) => {
    const values = sizes.flatMap(({ values: column }) => column[row] ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
  });
}

/** Share of the rows, of those filled in both, in which two columns say the same. */
function agreement(left: readonly (number | null)[], right: readonly (number | null)[]): number {
  let both = 0;
  let equal = 0;
  left.forEach((value, row) => {
    const other = right[row] ?? null;
    if (value === null || other === null) return;
    both += 1;
    if (Math.abs(value - other) < 1e-6) equal += 1;
  });
  return both === 0 ? 0 : equal / both;
}

/** A printed total may be rounded, or made of a price that was rounded for printing. */
function fitOf(
  quantities: readonly (number | null)[],
  prices: readonly (number | null)[],
  totals: readonly (number | null)[],
): Fit {
  const fit = { right: 0, of: 0 };
  quantities.forEach((quantity, row) => {
    const price = prices[row] ?? null;
    const total = totals[row] ?? null;
    if (quantity === null || price === null || total === null || (quantity === 0 && total === 0)) return;
    fit.of += 1;
    if (Math.abs(quantity * price - total) <= 0.011 + 0.005 * Math.abs(quantity)) fit.right += 1;
  });
  return fit;
}

function settle(
  best: { quantity: Candidate; price: Candidate; total: Candidate; fit: Fit },
  sums: readonly (number | null)[] | null,
  decisions: Decisions,
): void {
  const { quantity, price, total, fit } = best;
  const share = fit.of === 0 ? 0 : fit.right / fit.of;
  const proof = `quantity × unit price gives the line total in ${fit.right} of ${fit.of} rows`;
  for (const [candidate, role] of [
    [quantity, 'quantity'],
    [price, 'unit_price'],
    [total, 'line_total'],
  ] as const) {
    const { column } = candidate;
    if (column === null) continue;
    decisions.set(column, role, headerConfidence(column), headerReason(column));
    if (column.profile.filled === 0) decisions.support(column.index, -0.1, 'its cells are empty');
    else describeValues(column, role, decisions);
    if (role === 'quantity' && sums !== null) describeSums(column, sums, decisions);
    else if (fit.of > 0 && share >= 0.6) decisions.support(column.index, fit.of > 1 ? 0.12 : 0.06, proof);
    else if (fit.of > 2) decisions.support(column.index, -0.1, proof);
  }
}

function describeValues(
  column: ColumnFacts,
  role: 'quantity' | 'unit_price' | 'line_total',
  decisions: Decisions,
): void {
  const { index, whole, profile } = column;
  const isMoney = Math.max(profile.marked, profile.decimals);
  if (role === 'quantity') {
    decisions.support(index, whole > 0.9 ? 0.04 : -0.08, `${percent(whole)} of its numbers are whole`);
  } else if (isMoney > 0.5) {
    decisions.support(index, 0.04, `${percent(isMoney)} of its cells are written like money`);
  }
}

function describeSums(column: ColumnFacts, sums: readonly (number | null)[], decisions: Decisions): void {
  const same = agreement(column.values, sums);
  if (column.profile.filled === 0) return;
  decisions.support(
    column.index,
    same >= 0.6 ? 0.08 : -0.2,
    `the size columns add up to it in ${percent(same)} of the rows`,
  );
}
