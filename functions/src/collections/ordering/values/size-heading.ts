/** Tells the sizes that head columns of an order. Pure. */
import { isSize } from '../../understanding/values/sizes.ts';
import { fold, squeeze } from '../../understanding/vocabulary/fold.ts';

const WORDS = new Set(
  (
    'x small|extra small|xx small|small|medium|med|large|lrg|x large|extra large|xx large|2x large|3x large|xxx large|petite|newborn|new born|new baby|nb|preemie|prem|' +
    'klein|mittel|gross|petit|moyen|grand|piccolo|medio|grande|pequeno|mediano|0 3|3 6|6 9|6 12|9 12|12 18|18 24|24 36|0m|petite medium'
  ).split('|'),
);
const LABEL =
  /^(?:sizes?|sz\.?|gr(?:ö(?:ß|ss)e)?\.?|taille|t\.?|pointure|taglia|tg\.?|talla|numero|n\.|maat|размер|р\.|eu|eur|uk|us|it|fr|de|qty|q\.?ty|menge)(?:\s*[:.#-]\s*|\s+|(?=\d))(?=[\p{L}\p{N}])/iu;
const SUFFIX = /(?:\s+|\s*\(|(?<=\d))(?:qty|pcs|pieces|units|stk|pairs|eu|uk|us)\)?\s*$/iu;
const COMPOUND =
  /^(?:(?:x{0,4}[sl]|m|[2-6]x[sl])\s*[([]\s*[\d/–-]{1,7}\s*[)\]]|\d{1,3}(?:[.,]5)?\s*[([]\s*[\p{L}\d\s.–-]{1,8}\s*[)\]]|\d{2}\s*[x/×-]\s*\d{2}|w\s?\d{2}\s*[/x]?\s*l\s?\d{2}|\d{1,2}\s*[-–/]\s*\d{1,2}\s*\p{L}{0,6}\.?|(?:eu|uk|us|fr|it)\s?\d{1,2}(?:[.,]5)?(?:\s*[/|]\s*(?:eu|uk|us|fr|it)?\s?\d{1,2}(?:[.,]5)?)?|\d{1,2}(?:[.,]5)?\s*[/|]\s*\d{1,2}(?:[.,]5)?|(?:xxs|xs|s|m|l|xl|xxl)\s*[-–/]\s*(?:xs|s|m|l|xl|xxl|xxxl|[2345]xl)|\d{1,2}\s*(?:½|1\/2)|[mw]\s?\d{1,2}(?:[.,]5)?|\d{1,2}\s?[rslt]|\d[xX]\s*(?:large)?)$/iu;

/** A size as it heads a column. `plain` is a bare number: a size only in the company of others. */
export interface SizeHeading {
  size: string;
  plain: boolean;
}

/** The size that a header names, without "Size" before and "qty" behind it; null when it names none. */
export function sizeOfHeading(header: string): SizeHeading | null {
  const text = squeeze(header);
  if (text === '' || text.length > 24) return null;
  const whole = readSize(text);
  if (whole !== null) return whole;
  const bare = text.replace(SUFFIX, '').replace(LABEL, '');
  return bare === text || bare === '' ? null : readSize(bare);
}

function readSize(text: string): SizeHeading | null {
  if (/^\d{1,3}(?:[.,]\d)?$/u.test(text)) {
    const value = Number(text.replace(',', '.'));
    return value <= 200 && (value * 2) % 1 === 0 ? { size: text, plain: true } : null;
  }
  if (WORDS.has(fold(text)) || COMPOUND.test(text) || isSize(text)) return { size: text, plain: false };
  return null;
}

/**
 * Which of the headings are sizes, by place. Bare numbers count where at least two stand side by side and go up, or
 * beside another size: "36 37 38". `null` breaks a run.
 */
export function sizesAmong(headings: readonly (string | null)[]): (string | null)[] {
  const found = headings.map((heading) => (heading === null ? null : sizeOfHeading(heading)));
  return found.map((heading, index) => {
    if (heading === null) return null;
    if (!heading.plain) return heading.size;
    const value = numberOf(heading.size);
    const before = found[index - 1] ?? null;
    const after = found[index + 1] ?? null;
    const goesUp =
      (before !== null && (!before.plain || numberOf(before.size) < value)) ||
      (after !== null && (!after.plain || numberOf(after.size) > value));
    return goesUp ? heading.size : null;
  });
}

const numberOf = (size: string): number => Number(size.replace(',', '.'));
