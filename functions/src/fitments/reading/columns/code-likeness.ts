/** Tells part numbers from words, figures and years, cell by cell. Pure. */
import { skuLikeness } from '../../../collections/understanding/values/sku.ts';

const YEARS = /^(?:19|20)\d{2}(?:\s*[-–—/]\s*(?:(?:19|20)?\d{2})?)?$/u;
const GROUPED = /^[A-Z0-9][A-Z0-9./-]*(?: [A-Z0-9./-]*\d[A-Z0-9./-]*){1,4}$/u;
/** "LORwexu": letters alone, set as no word is. */
const ODDLY_SET = /^(?=[\p{L}-]{5,}$)(?:.*\p{Lu}{2}.*\p{Ll}|.*\p{Ll}\p{Lu})/u;

/** How much a text is written like a part number, 0–1. */
export function codeLikeness(text: string): number {
  const token = text.trim();
  if (token.length < 3 || token.length > 40 || YEARS.test(token)) return 0;
  if (/^\d+$/u.test(token)) return token.length >= 5 ? 0.6 : token.length === 4 ? 0.4 : 0;
  if (/^[+\d]+[.,]\d+$/u.test(token)) return 0;
  if (/\s/u.test(token)) return GROUPED.test(token) && token.replace(/\D/gu, '').length >= 6 ? 0.6 : 0;
  return ODDLY_SET.test(token) ? 0.7 : skuLikeness(token);
}

/** What is left where a formula found nothing: "#N/A", "+", "JAY-1+". */
export function isLeftOver(text: string): boolean {
  return /^[-–—+.,/?*\s]*$/u.test(text) || /^#[A-Z]+[/0A-Z]*[!?]?$/u.test(text) || /^\+|\+$/u.test(text);
}

const NOTHING = /^(?:n\/?a|none|null|nil|tbd|tba|unknown|not available|keine?|aucune?|ninguno?|x+)$/iu;

/** True for what people write in place of a number. */
export function isNoNumber(text: string): boolean {
  return isLeftOver(text) || NOTHING.test(text.trim());
}

/** Numbers joined by plus signs: a kit of several parts. */
export function isComposed(text: string): boolean {
  const parts = text.split('+');
  const numbers = parts.filter((part) => part.trim() !== '');
  return parts.length > 1 && numbers.length > 0 && numbers.every((part) => codeLikeness(part) > 0.3);
}

/** The numbers in one cell: "12345, 12346" and "12345 / 12346" are two. What does not divide into numbers is one. */
export function numbersIn(text: string): string[] {
  const parts = text.split(/\s*[\n;,]\s*|\s+\/\s+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.length <= 20 && parts.every((part) => codeLikeness(part) >= 0.4)
    ? [...new Set(parts)]
    : [text];
}
