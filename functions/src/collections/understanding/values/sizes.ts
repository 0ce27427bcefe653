/** Reads the sizes of a product: lists, ranges, measures, one size. Pure. */
import { fold, squeeze, wordsOf } from '../vocabulary/fold.ts';

const LETTERS = ['XXXS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL', 'XXXXL', 'XXXXXL', 'XXXXXXL'];
const DIGIT_NAMES: Readonly<Record<string, string>> = {
  '3XS': 'XXXS',
  '2XS': 'XXS',
  '1X': 'XL',
  '1XL': 'XL',
  '2X': 'XXL',
  '2XL': 'XXL',
  '3X': 'XXXL',
  '3XL': 'XXXL',
  '4X': 'XXXXL',
  '4XL': 'XXXXL',
  '5XL': 'XXXXXL',
  '6XL': 'XXXXXXL',
};
const ONE_SIZE = new Set(
  (
    'one size|onesize|os|o s|osfa|osfm|one size fits all|one size fits most|free size|free|tu|uni|ns|taille unique|' +
    'einheitsgröße|taglia unica|talla unica|unica|единый|единый размер|универсальный|フリー|フリーサイズ|均码'
  )
    .split('|')
    .map(fold),
);
const UNIT = String.raw`(?:ml|cl|dl|l|g|gr|gm|kg|mg|oz|fl\.? ?oz|lb|lbs|mm|cm|m|in|inch|inches|ft|"|”|''|мл|л|г|гр|кг|см|мм|м|шт)`;
const AMOUNT = String.raw`\d+(?:[.,]\d+)?`;
const MEASURE = new RegExp(
  String.raw`^(?:ø|Ø)?\s*${AMOUNT}\s*${UNIT}?(?:\s*[x×*]\s*(?:${AMOUNT})\s*${UNIT}?){1,2}$|^${AMOUNT}\s*${UNIT}\.?$`,
  'iu',
);
const AGE =
  /^\d{1,2}(?:\s*[-–/]\s*\d{1,2})?\s*(?:m|mo|mos|months?|y|yr|yrs|years?|t|mois|ans|jahre?|monate?)$/iu;
const NUMERIC = /^(?:(?:eu|uk|us|it|fr|de)\s*)?\d{1,3}(?:[.,]5|\s?½)?$/iu;
const CUP_OR_INSEAM = /^(?:\d{2,3}[a-k]{1,3}|w?\d{2}\s*[x/]?\s*l\d{2}|\d{2}[rsl])$/iu;
const FOOTWEAR =
  /\b(?:shoe|boot|sneaker|sandal|loafer|heel|mule|schuh|stiefel|chaussure|botte|scarpe|zapato)/iu;

/** What is known besides the printed text. */
export interface SizeContext {
  /** The text stands behind a label such as "Sizes:" or in a size column: unknown tokens are kept as printed. */
  labelled?: boolean;
  /** Name or category of the product: footwear runs in single steps. */
  about?: string;
}

/** The sizes that a text lists, ranges expanded. Null when it does not read as sizes. */
export function parseSizes(text: string, context: SizeContext = {}): string[] | null {
  const cleaned = squeeze(text.replace(/^\s*(?:sizes?|available in)\s*:?\s*/iu, ''));
  if (cleaned === '') return null;
  if (isOneSize(cleaned)) return [cleaned];
  const whole = expandRange(cleaned, context);
  if (whole !== null) return whole;
  const sizes: string[] = [];
  for (const token of splitSizes(cleaned)) {
    const read = expandRange(token, context) ?? (isSize(token) || isOneSize(token) ? [token] : null);
    if (read === null && context.labelled !== true) return null;
    sizes.push(...(read ?? [token]));
  }
  return sizes.length === 0 ? null : [...new Set(sizes)];
}

/** True for one size: "XL", "38", "15 ml", "6-12M", "One Size". A bare number counts only up to three digits. */
export function isSize(token: string): boolean {
  const bare = token.trim().toUpperCase();
  const parts = bare.split(/\s*\/\s*/u);
  if (parts.length <= 2 && parts.every((part) => letterRank(part) !== null)) return true;
  return (
    MEASURE.test(bare) || AGE.test(bare) || NUMERIC.test(bare) || CUP_OR_INSEAM.test(bare) || isOneSize(bare)
  );
}

/** True for a measure with its unit ("250 g", "30 x 40 cm") or a letter size: what heads a column of prices. */
export function isSizeHeading(text: string): boolean {
  const bare = text.trim();
  return (
    (MEASURE.test(bare) && /\p{L}/u.test(bare)) || letterRank(bare.toUpperCase()) !== null || isOneSize(bare)
  );
}

function isOneSize(text: string): boolean {
  return ONE_SIZE.has(fold(text));
}

function letterRank(token: string): number | null {
  const rank = LETTERS.indexOf(DIGIT_NAMES[token] ?? token);
  return rank < 0 ? null : rank;
}

/** Commas separate surely; slashes and spaces only when every part is a size, and "S/M" is one size. */
function splitSizes(text: string): string[] {
  const withoutCounts = text.replace(/(?<=[\p{L}\p{N}])\s*\(\d+\)/gu, '');
  const separators = [/[,;|•·・\n]+/u, /\s*\/\s*/u, /\s+-\s+|\s+/u];
  for (const separator of separators) {
    const tokens = withoutCounts
      .split(separator)
      .map((token) => token.trim())
      .filter((token) => token !== '');
    const composite =
      separator.source.includes('/') &&
      tokens.length === 2 &&
      tokens.every((t) => letterRank(t.toUpperCase()) !== null);
    if (composite) return [withoutCounts];
    if (tokens.length > 1 && (separator.source.includes(',') || tokens.every((token) => isSize(token))))
      return tokens;
  }
  return [withoutCounts];
}

function expandRange(text: string, context: SizeContext): string[] | null {
  const match =
    /^(?<from>[\p{L}\p{N}.,½]+)\s*(?:-|–|—|~|to|bis|à|au|a|до)\s*(?<to>[\p{L}\p{N}.,½]+)(?<rest>\s*\(?[\p{L} ]*\)?)$/iu.exec(
      text,
    );
  const from = match?.groups?.['from'] ?? '';
  const to = match?.groups?.['to'] ?? '';
  const rest = wordsOf(match?.groups?.['rest'] ?? '').join(' ');
  if (from === '' || to === '') return null;
  return expandLetters(from, to) ?? expandNumbers(from, to, rest, context);
}

function expandLetters(from: string, to: string): string[] | null {
  const low = letterRank(from.toUpperCase());
  const high = letterRank(to.toUpperCase());
  if (low === null || high === null || low > high) return null;
  const digits = /\d/u.test(from + to);
  return LETTERS.slice(low, high + 1).map((name) => (digits ? digitName(name) : name));
}

/** "XXXL" as "3XL", when the range itself is printed that way. */
function digitName(name: string): string {
  const count = name.length - 1;
  return count >= 2 && /^X+[SL]$/u.test(name) ? `${count}X${name.at(-1) ?? ''}` : name;
}

/** A range behind which a unit stands is one size: "6-12 M" are months. */
function expandNumbers(from: string, to: string, rest: string, context: SizeContext): string[] | null {
  const low = Number(from.replace(',', '.'));
  const high = Number(to.replace(',', '.'));
  if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high || high > 200) return null;
  if (/^(?:m|mo|months?|y|yrs?|years?|ml|cm|mm|g|kg|t)$/u.test(rest)) return null;
  const step = stepOf(low, high, rest, context);
  const count = Math.floor((high - low) / step) + 1;
  if (count > 40) return null;
  return Array.from({ length: count }, (_, index) => String(low + index * step));
}

/**
 * Dress sizes go in twos (8–16, 34–44); waists in inches (24–30) and shoes in ones. A note behind the range
 * ("even", "half sizes") decides before the habit does.
 */
function stepOf(low: number, high: number, note: string, context: SizeContext): number {
  if (/even|odd|double/u.test(note)) return 2;
  if (/half/u.test(note) || low % 1 !== 0 || high % 1 !== 0) return 0.5;
  const bothEven = low % 2 === 0 && high % 2 === 0;
  if (!bothEven || FOOTWEAR.test(context.about ?? '')) return 1;
  return high <= 22 || low >= 32 ? 2 : 1;
}
