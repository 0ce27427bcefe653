/** Tells article numbers from names, prices, sizes and barcodes. Pure. */
import { findPrices } from './price.ts';
import { isSize } from './sizes.ts';

/** True for a GTIN (8, 12, 13 or 14 digits) whose check digit is right: a barcode, not an article number. */
export function isBarcode(text: string): boolean {
  const digits = text.replace(/[\s-]/gu, '');
  if (!/^(?:\d{8}|\d{12,14})$/u.test(digits)) return false;
  const weights = Array.from(digits)
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 1 ? 3 : 1));
  return weights.reduce((sum, weight) => sum + weight, 0) % 10 === 0;
}

/**
 * How much a text is written like an article number, 0–1. Letters with digits score highest ("MF-2601", "1100/15"),
 * plain digits lower, words and dates nothing.
 */
export function skuLikeness(text: string): number {
  const token = text.trim();
  if (token.length < 3 || token.length > 28 || !/\d/u.test(token) || /[%@$€£₽₹]|https?:/u.test(token))
    return 0;
  if (/\s/u.test(token) && !isSpacedNumber(token)) return 0;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/#-]*(?: [\p{L}\p{N}._/-]+)*$/u.test(token)) return 0;
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/u.test(token) || findPrices(token).length > 0)
    return 0;
  if (/^(?:ss|aw|fw|pf|ho|sp|fa)\s?'?\d{2,4}$|^v?\d+[.,]\d{1,2}$/iu.test(token)) return 0;
  const letters = /\p{L}/u.test(token);
  if (letters && isSize(token)) return 0.1;
  if (letters) return /\s/u.test(token) ? 0.6 : 0.9;
  if (isBarcode(token)) return 0.3;
  if (/[/-]|\d\.\d+\./u.test(token)) return /^\d{1,2}[/-]\d{1,2}$/u.test(token) ? 0.2 : 0.8;
  return token.length >= 4 && !/[.,]/u.test(token) && !/^(?:19|20)\d{2}$/u.test(token) ? 0.6 : 0.1;
}

/** "AB 1234", "12 345 67": a short prefix and groups that all hold digits. Words with a number are names. */
function isSpacedNumber(token: string): boolean {
  const isGrouped = /^[A-Z]{0,3}\d*(?: [A-Z0-9.-]*\d[A-Z0-9.-]*){1,2}$/u.test(token);
  return isGrouped && token.replace(/\D/gu, '').length >= 3;
}

/** The pattern of a token with letters as `A` and digits as `9`, runs shortened: `MF-2601` → `A-9`. */
export function shapeOf(token: string): string {
  return token
    .trim()
    .replace(/\p{L}+/gu, 'A')
    .replace(/\p{N}+/gu, '9');
}
