/** Reads amounts of money as people print them. Pure. */
import { CURRENCY_CODES, CURRENCY_SIGNS } from '../vocabulary/currency-words.ts';

/** An amount found in a text. */
export interface PrintedPrice {
  amount: number;
  /** ISO 4217 as the sign or code beside the number says; null for a bare number. */
  currency: string | null;
  /** True when the sign serves several currencies ("$", "kr"). */
  ambiguous: boolean;
  /** Offsets in the text, sign included. */
  start: number;
  end: number;
}

const NUMBER = String.raw`\d{1,3}(?:[.,'’   ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,4})?`;
const SIGNS = CURRENCY_SIGNS.map(({ sign }) => sign.replace(/[$]/g, String.raw`\$`));
const MARK = `(?:(?<![A-Za-z])(?:${[...CURRENCY_CODES].join('|')})(?![A-Za-z])|${SIGNS.map((sign) =>
  /^[A-Za-z]+$/.test(sign) ? `(?<![A-Za-z])${sign}(?![A-Za-z])\\.?` : sign,
).join('|')}|(?<!\\p{L})р\\.)`;
const MARKED_BEFORE = `(?<before>${MARK})[\\s:.]{0,6}(?<first>${NUMBER})`;
const MARKED_AFTER = `(?<second>${NUMBER})(?:[.,][-–—])?[\\s]{0,3}(?<after>${MARK})`;
const MARKED_PRICE = new RegExp(`${MARKED_BEFORE}|${MARKED_AFTER}`, 'gu');
const WHOLE_NUMBER = new RegExp(`^(?:${NUMBER})(?:[.,][-–—]{1,2})?$`, 'u');

/**
 * The value of one printed number: `1.234,56`, `1,234.56`, `1 234,56`, `1'234.50`, `48`. A single separator before
 * exactly three digits groups thousands; otherwise it is the decimal sign. Null when the text is not one number.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!WHOLE_NUMBER.test(trimmed)) return null;
  const digits = trimmed.replace(/[.,][-–—]+$/u, '').replace(/['’\s  ]/gu, '');
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastDot >= 0 && lastComma >= 0) {
    const decimal = lastDot > lastComma ? '.' : ',';
    return toNumber(digits, decimal);
  }
  const sign = lastDot >= 0 ? '.' : ',';
  const parts = digits.split(sign);
  if (parts.length === 1) return Number(digits);
  const fraction = parts.at(-1) ?? '';
  const grouped = parts.length > 2 || (fraction.length === 3 && parts[0] !== '0');
  return grouped ? Number(parts.join('')) : toNumber(digits, sign);
}

function toNumber(digits: string, decimal: string): number {
  const other = decimal === '.' ? ',' : '.';
  return Number(digits.replaceAll(other, '').replace(decimal, '.'));
}

/** Every amount that stands beside a currency sign or code, left to right. */
export function findPrices(text: string): PrintedPrice[] {
  if (!/\d/u.test(text) || /^[\d.,'’\s-]+$/u.test(text)) return [];
  const found: PrintedPrice[] = [];
  for (const match of text.matchAll(MARKED_PRICE)) {
    const amount = parseNumber(match.groups?.['first'] ?? match.groups?.['second'] ?? '');
    const mark = match.groups?.['before'] ?? match.groups?.['after'] ?? '';
    if (amount === null) continue;
    found.push({ amount, ...currencyOfMark(mark), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The currency of a sign or code; null when it is neither. */
export function currencyOfMark(mark: string): { currency: string | null; ambiguous: boolean } {
  const bare = mark.trim().replace(/\.$/u, '');
  if (CURRENCY_CODES.has(bare.toUpperCase())) return { currency: bare.toUpperCase(), ambiguous: false };
  if (bare === 'р') return { currency: 'RUB', ambiguous: false };
  const sign = CURRENCY_SIGNS.find((candidate) => candidate.sign === bare);
  return { currency: sign?.code ?? null, ambiguous: (sign?.shared.length ?? 0) > 0 };
}

/**
 * The price of a cell of a price column: the first amount with a sign, else the cell's only number, with a unit
 * ("540₽/100гр", "12.50 / pc") allowed behind it. Null for "TBD", "POA", dashes and other words.
 */
export function parsePrice(text: string): PrintedPrice | null {
  const marked = findPrices(text);
  if (marked[0] !== undefined) return marked[0];
  const bare = new RegExp(
    `^\\s*(?<number>${NUMBER})(?:[.,][-–—]{1,2})?\\s*(?:/\\s*\\p{L}+\\.?)?\\s*$`,
    'u',
  ).exec(text);
  const amount = parseNumber(bare?.groups?.['number'] ?? '');
  return amount === null ? null : { amount, currency: null, ambiguous: false, start: 0, end: text.length };
}

/** True for a text that is nothing but a currency sign or code: the left part of an accounting format. */
export function isCurrencyMark(text: string): boolean {
  return currencyOfMark(text).currency !== null;
}
