/** Numbers as people of several countries write them into tables. Pure. */

export type DecimalMark = '.' | ',';

/** Blanks and apostrophes that group thousands in some countries. */
const GROUP_SIGNS = /(?<=\d)['’\s\u00A0\u2009\u202F](?=\d{3}(?!\d))/gu;

/**
 * The number of a text: `1234`, `1,234.50`, `1.234,50`, `1 234,5`, `1'234.50`, `1.5e-7`. `mark` is the decimal mark of
 * the column, if it is known; else a single separator before exactly three digits groups thousands. Null for anything
 * that is not one number.
 */
export function readDecimal(text: string, mark: DecimalMark | null): number | null {
  const digits = withoutGroupSigns(text);
  const decimal = ownMark(digits) ?? mark;
  if (/^-?\d+$/u.test(digits)) return Number(digits);
  if (/^-?\d+(?:\.\d+)?e[+-]?\d+$/iu.test(digits)) return Number(digits);
  if (decimal !== null) {
    const value = decimalPattern(decimal).test(digits)
      ? Number(digits.replaceAll(otherMark(decimal), '').replace(decimal, '.'))
      : null;
    if (value !== null || mark === null) return value;
  }
  return GROUPED.test(digits) ? Number(digits.replaceAll(/[.,]/gu, '')) : null;
}

/** The decimal mark that the texts of a column show; null when none of them shows one, or when they contradict. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
  const shown = new Set<DecimalMark>();
  for (const text of texts) {
    const mark = ownMark(withoutGroupSigns(text));
    if (mark !== null) shown.add(mark);
  }
  const [first, second] = shown;
  return second === undefined ? (first ?? null) : null;
}

function withoutGroupSigns(text: string): string {
  return text
    .trim()
    .replace(/^\u2212/u, '-')
    .replaceAll(GROUP_SIGNS, '');
}

/** Thousands in groups of three, all with the same separator. */
const GROUPED = /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/u;

/** The decimal mark of a number that has one beyond doubt. */
function ownMark(digits: string): DecimalMark | null {
  if (GROUPED.test(digits)) return null;
  const mark = /^-?[\d.,]*?([.,])\d+$/u.exec(digits)?.[1];
  if (mark !== '.' && mark !== ',') return null;
  return decimalPattern(mark).test(digits) ? mark : null;
}

/** A number with that decimal mark, its thousands grouped by the other one or not at all. */
function decimalPattern(mark: DecimalMark): RegExp {
  return mark === '.' ? /^-?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/u : /^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/u;
}

const otherMark = (mark: DecimalMark) => (mark === '.' ? ',' : '.');
