/** Numbers as people of several countries write them into tables. Pure. */

export type DecimalMark = '.' | ',';

/** Blanks and apostrophes that group thousands in some countries. */
const GROUP_SIGNS = /(?<=\d)['’\s](?=\d{3}(?!\d))/gu;

/** Thousands in groups of three: which of the two signs groups them, or whether it is a decimal mark, one group does not show. */
const ONE_GROUP = /^-?[1-9]\d{0,2}[.,]\d{3}$/u;

/** What a number is with each decimal mark: its thousands are grouped by the other one, or not at all. */
const PATTERNS: Record<DecimalMark, RegExp> = {
  '.': /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|(?=\.))(?:\.\d+)?$/u,
  ',': /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|(?=,))(?:,\d+)?$/u,
};

/**
 * The number of a text: `1234`, `1,234.50`, `1.234,50`, `1 234,5`, `1'234.50`, `12,–`, `1.5e-7`. `mark` is the decimal
 * mark of the column, if it is known; else a single separator before exactly three digits groups thousands. Null for
 * anything that is not one number.
 */
export function readDecimal(text: string, mark: DecimalMark | null): number | null {
  const digits = bareDigits(text);
  if (/^-?\d+(?:\.\d+)?e[+-]?\d+$/iu.test(digits)) return Number(digits);
  const decimal = ownMark(digits) ?? mark;
  if (decimal !== null) return withMark(digits, decimal);
  return ONE_GROUP.test(digits) ? withMark(digits, digits.includes(',') ? '.' : ',') : withMark(digits, '.');
}

/** The decimal mark that the texts of a column show; null when none of them shows one, or when they contradict. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
  const shown = new Set<DecimalMark>();
  for (const text of texts) {
    const mark = ownMark(bareDigits(text));
    if (mark !== null) shown.add(mark);
  }
  const [first, second] = shown;
  return second === undefined ? (first ?? null) : null;
}

/** What may stand for a currency beside an amount: a sign, a code, or the short name of one that has no sign. */
const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|[Kk]r\.?|Fr\.?|zł|Kč|Ft)`;
const CURRENCY_BEFORE = new RegExp(String.raw`^([-−]?)\s*${CURRENCY}\s*(?=[-−\d.,])`, 'u');
const CURRENCY_BEHIND = new RegExp(String.raw`(?<=[\d–-])\s*${CURRENCY}$`, 'u');

/** An amount without the currency that stands before or behind it; a minus stays. */
export function withoutCurrency(text: string): string {
  return text.trim().replace(CURRENCY_BEFORE, '$1').replace(CURRENCY_BEHIND, '');
}

function bareDigits(text: string): string {
  return text
    .trim()
    .replace(/^−/u, '-')
    .replace(/(?<=\d)[.,][-–—]{1,2}$/u, '')
    .replaceAll(GROUP_SIGNS, '');
}

/** The decimal mark of a number that can only have this one; null for whole numbers, and for what is not a number. */
function ownMark(digits: string): DecimalMark | null {
  if (!/[.,]/u.test(digits) || ONE_GROUP.test(digits)) return null;
  const [point, comma] = [PATTERNS['.'].test(digits), PATTERNS[','].test(digits)];
  if (point === comma) return null;
  return point ? '.' : ',';
}

function withMark(digits: string, mark: DecimalMark): number | null {
  if (!PATTERNS[mark].test(digits)) return null;
  const value = Number(digits.replaceAll(mark === '.' ? ',' : '.', '').replace(mark, '.'));
  // What is written -0 is nothing all the same.
  return value === 0 ? 0 : value;
}
