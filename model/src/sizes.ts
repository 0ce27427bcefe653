/** Sizes as people print them: which ones are the same, and in which order they go. Pure. */

/** Every spelling of "there is only one", folded. */
const ONE_SIZE = new Set(
  'os o/s osfa osfm tu uni onesize freesize onesizefitsall onesizefitsmost tailleunique einheitsgrosse tagliaunica tallaunica'.split(
    ' ',
  ),
);

/** Where a size goes among others of its kind. */
interface SizeRank {
  /** Letters go before bare numbers, these before ages, these before measures. */
  kind: number;
  /** What follows the number: `g`, `cm`. */
  unit: string;
  from: number;
  to: number;
}

function compact(size: string): string {
  return size
    .replace(/(\d*)\s*½/gu, (_, whole: string) => `${whole === '' ? '0' : whole}.5`)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/\s+/gu, '');
}

/** XS is −2, S −1, M 0, L 1, XL 2; "3XL" and "XXXL" are the same; null for anything else. */
function letterRank(text: string): number | null {
  const groups = /^(?:(?<count>\d{1,2})(?=x)|)(?<xs>x*)(?<base>[sml]?)$/u.exec(text)?.groups;
  const xs = groups?.['xs']?.length ?? 0;
  const base = groups?.['base'] === '' && groups['count'] !== undefined ? 'l' : groups?.['base'];
  if (base === undefined || base === '') return null;
  if (base === 'm') return xs === 0 ? 0 : null;
  const steps = groups?.['count'] === undefined ? xs : Number(groups['count']) + xs - 1;
  return base === 's' ? -1 - steps : 1 + steps;
}

const NUMBER = String.raw`(\d{1,4}(?:[.,]\d+)?)`;
const NUMBERS = new RegExp(
  String.raw`^(?<region>eu|uk|us|it|fr|de|w)?${NUMBER}(?:[-–/x×*]l?${NUMBER})?(?<unit>\p{L}{0,8}|"|”)\.?$`,
  'u',
);
const MONTHS = /^(?:m|mo|mos|mth|mths|month|months|mois|monate?)$/u;
const YEARS = /^(?:y|yr|yrs|year|years|t|ans|jahre?)$/u;

function amount(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}

function rankOf(size: string): SizeRank | null {
  const text = compact(size);
  const letters = text.split(/[/-]/u).map(letterRank);
  const [first, second = first] = letters;
  if (letters.length <= 2 && typeof first === 'number' && typeof second === 'number')
    return { kind: 0, unit: '', from: first, to: second };
  if (/^(?:newborn|newbaby|nb)$/u.test(text)) return { kind: 2, unit: '', from: -1, to: -1 };
  const match = NUMBERS.exec(text);
  const from = amount(match?.[2]);
  if (match === null || from === null) return null;
  const to = amount(match[3]) ?? from;
  const unit = match.groups?.['unit'] ?? '';
  if (MONTHS.test(unit)) return { kind: 2, unit: '', from, to };
  if (YEARS.test(unit)) return { kind: 2, unit: '', from: from * 12, to: to * 12 };
  if (unit !== '') return { kind: 3, unit, from, to };
  return { kind: 1, unit: match.groups?.['region'] ?? '', from, to };
}

/** Keys that were asked for lately: an order names the same few sizes thousands of times. */
const known = new Map<string, string>();
const MOST_KNOWN = 1_000;

/** Equal for two spellings of one size: "2XL" and "XXL", "38,5" and "38½", "OS" and "One Size". */
export function sizeKey(size: string): string {
  const found = known.get(size);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const key = keyOf(size);
  known.set(size, key);
  return key;
}

function keyOf(size: string): string {
  const text = compact(size);
  if (ONE_SIZE.has(text)) return 'one';
  const rank = rankOf(size);
  return rank === null ? `"${text}"` : `${rank.kind}/${rank.unit}/${rank.from}/${rank.to}`;
}

/**
 * The sizes from small to large: letters, numbers, ages, measures. Those that cannot be compared follow in the order in
 * which they are given.
 */
export function sortedSizes(sizes: readonly string[]): string[] {
  const ranked = sizes.map((size) => ({ size, rank: rankOf(size) }));
  return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ size }) => size);
}

/** Whether all of `sizes` can be put in order by what they say. */
export function areComparable(sizes: readonly string[]): boolean {
  return sizes.every((size) => rankOf(size) !== null);
}

function compareRanks(a: SizeRank | null, b: SizeRank | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return (
    a.kind - b.kind || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) || a.from - b.from || a.to - b.to
  );
}
