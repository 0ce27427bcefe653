/** Tells what could head a column of an order, cell by cell. Pure. */
import { findPrices, isCurrencyMark } from '../../understanding/values/price.ts';
import { skuLikeness } from '../../understanding/values/sku.ts';
import { squeeze } from '../../understanding/vocabulary/fold.ts';
import { sizeOfHeading } from '../values/size-heading.ts';
import { meaningOfOrderHeader, type OrderWord } from '../words/order-words.ts';

/** What a text could be in a header: a known word, a size, any other text, or nothing of a header. */
export type HeaderCell =
  | { kind: 'word'; word: OrderWord; strength: number }
  | { kind: 'size'; plain: boolean }
  | { kind: 'unit' }
  | { kind: 'text' }
  | { kind: 'none' };

const LONGEST = 60;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u;

/** What `text` could be in a header. */
export function headerCellOf(text: string): HeaderCell {
  const header = squeeze(text);
  if (header === '' || header.length > LONGEST || /@|https?:|www\./iu.test(header)) return { kind: 'none' };
  if (/^[([]?\p{L}{2,3}[)\]]?$/u.test(header) && isCurrencyMark(header.replace(/[()[\]]/gu, '')))
    return { kind: 'unit' };
  if (/^[([].{1,12}[)\]]$/u.test(header) || /^[$€£¥₽₹%]$/u.test(header)) return { kind: 'unit' };
  const size = sizeOfHeading(header);
  if (size !== null && (size.plain || /\d/u.test(header) || meaningOfOrderHeader(header)?.strength !== 1))
    return { kind: 'size', plain: size.plain };
  if (DATE.test(header) || findPrices(header).length > 0) return { kind: 'none' };
  const meaning = meaningOfOrderHeader(header);
  if (meaning !== null && meaning.strength >= 0.3 && !/\d{3}/u.test(header))
    return { kind: 'word', word: meaning.role, strength: meaning.strength };
  const isValue = /\d{3}/u.test(header) || !/\p{L}|^[#№]/u.test(header) || skuLikeness(header) >= 0.6;
  return isValue ? { kind: 'none' } : { kind: 'text' };
}

/** Words that say that goods are listed, or ordered. Each is enough together with any other word. */
const TELLING: ReadonlySet<OrderWord> = new Set<OrderWord>([
  'sku',
  'name',
  'description',
  'color',
  'color_code',
  'size',
  'barcode',
  'ordered',
  'quantity',
  'packs',
  'unit_price',
  'line_total',
]);

/**
 * True when the texts of a row read as headers and as nothing else: words for at least two kinds of columns, one of them
 * telling, or sizes side by side, and few other texts.
 */
export function isHeader(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  const cells = texts.map(headerCellOf);
  if (cells.some(({ kind }) => kind === 'none')) return false;
  const words = cells.flatMap((cell) => (cell.kind === 'word' && cell.strength >= 0.5 ? [cell.word] : []));
  const sizes = cells.filter(({ kind }) => kind === 'size').length;
  const others = cells.filter(({ kind }) => kind === 'text').length;
  const isPlain = cells.every((cell) => cell.kind !== 'size' || cell.plain);
  if (!goesUp(texts, cells) || isListOfLabels(texts, cells)) return false;
  const named = cells.filter((cell) => cell.kind === 'size' && !cell.plain).length;
  if (words.length === 0) return sizes >= 3 && named >= 2 && others <= 1;
  const kinds = new Set(words);
  if (sizes >= 2 && isPlain && kinds.size < 2) return sizes >= 3 && others === 0 && areSteps(texts, cells);
  if (sizes >= 2 && others <= 2 + words.length) return true;
  const known = cells.filter(({ kind }) => kind === 'word').length + sizes;
  return kinds.size >= 2 && words.some((word) => TELLING.has(word)) && known * 2 >= cells.length;
}

/** "Colour | 36 | 38 | 40": sizes are a step or two apart. Quantities and amounts are not. */
function areSteps(texts: readonly string[], cells: readonly HeaderCell[]): boolean {
  const numbers = plainSizes(texts, cells);
  return numbers.every((value, index) => index === 0 || value - (numbers[index - 1] ?? 0) <= 4);
}

function plainSizes(texts: readonly string[], cells: readonly HeaderCell[]): number[] {
  return texts.flatMap((text, index) => {
    const cell = cells[index];
    return cell?.kind === 'size' && cell.plain ? [Number(text.replace(',', '.'))] : [];
  });
}

/** Bare numbers in a header are sizes: side by side they go up. A row of quantities does not for long. */
function goesUp(texts: readonly string[], cells: readonly HeaderCell[]): boolean {
  const numbers = plainSizes(texts, cells);
  const falls = numbers.filter((value, index) => index > 0 && value <= (numbers[index - 1] ?? 0)).length;
  return numbers.length !== 1 && falls <= Math.floor(numbers.length / 3);
}

/** "Style | Night Tee | Colour | Black": labels with their values stand above tables, not on them. */
function isListOfLabels(texts: readonly string[], cells: readonly HeaderCell[]): boolean {
  const colons = texts.filter((text) => /[:：]$/u.test(text.trim())).length;
  if (colons >= 2 || (colons > 0 && cells.length <= 3)) return true;
  if (cells.length < 3) return false;
  return cells.every(({ kind }, index) => (index % 2 === 0 ? kind === 'word' : kind === 'text'));
}
