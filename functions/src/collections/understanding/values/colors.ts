/** Reads the colours of a product and their codes. Pure. */
import { isColorWord } from '../vocabulary/color-words.ts';
import { squeeze, wordsOf } from '../vocabulary/fold.ts';

/** Colours as printed, in order, and the codes printed with them. */
export interface PrintedColors {
  colors: string[];
  codes: string[];
}

const LABEL =
  /^\s*(?:available\s+)?(?:colou?rs?|colou?rways?|farben?|couleurs?|colori?s|colores?|colore|цвета?|色|颜色|カラー)\s*[:：]\s*/iu;
/** How people say that there is none. */
const NONE = /^(?:n\/?a|-+|–|—|tbd|tbc)$/iu;
const CODE = String.raw`(?:[A-Z]{0,4}\d{2,4}[A-Z]{0,2}|[A-Z]{2,4})`;
const CODE_IN_BRACKETS = new RegExp(String.raw`^(?<name>.*?)\s*[([]\s*#?(?<code>${CODE})\s*[)\]]$`, 'u');
const CODE_BEFORE = new RegExp(
  String.raw`^#?(?<code>[A-Z]{0,4}\d{2,4}[A-Z]{0,2})\s*[-–:/ ]\s*(?<name>\p{L}.*)$`,
  'u',
);
const CODE_BEHIND = new RegExp(
  String.raw`^(?<name>\p{L}.*?)\s*[-–:/ ]\s*#?(?<code>[A-Z]{0,4}\d{2,4}[A-Z]{0,2})$`,
  'u',
);

/**
 * The colours of a text that is known to list colours. Commas, middle dots, bars, line breaks and spaced slashes
 * separate; a tight slash ("Black/White") does so only when nothing else does.
 */
export function parseColors(text: string): PrintedColors {
  const colors: string[] = [];
  const codes: string[] = [];
  for (const token of splitColors(text.replace(LABEL, ''))) {
    const { name, code } = colorWithCode(token);
    if (name !== '' && !colors.includes(name)) colors.push(name);
    if (code !== null && !codes.includes(code)) codes.push(code);
  }
  return { colors, codes };
}

/** True when every listed part holds a colour word: what lets an unlabelled line count as colours. */
export function looksLikeColors(text: string): boolean {
  const tokens = splitColors(text);
  return tokens.length > 0 && tokens.every((token) => tokenIsColor(token));
}

/** True for a name with a numeric code behind or before it, the way colour cards print them: "Claret 228". */
export function hasColorCode(text: string): boolean {
  const { name, code } = colorWithCode(squeeze(text));
  return code !== null && /^\d{2,4}$/u.test(code) && /^\p{Lu}\p{L}+(?: \p{L}+)?$/u.test(name);
}

/** "Heather Grey" counts with one known word of two; sentences do not. */
function tokenIsColor(token: string): boolean {
  const words = wordsOf(colorWithCode(token).name);
  const known = words.filter((word) => isColorWord(word)).length;
  return words.length > 0 && words.length <= 3 && known * 2 >= words.length;
}

function splitColors(text: string): string[] {
  if (NONE.test(text.trim())) return [];
  const loose = text.split(/[,;|·•・、\n]+|\s\/\s|\/\s|\s\/|\s+[-–]\s+(?=\p{Lu}\p{Ll}+\s*(?:$|[-–]))/u);
  const parts = loose.length > 1 ? loose : text.split('/');
  return parts.map(squeeze).filter((part) => part !== '' && !NONE.test(part));
}

/** One colour with the code in brackets, before or behind its name: "Pink (420)", "124 Camel". A bare code has no name. */
export function colorWithCode(token: string): { name: string; code: string | null } {
  for (const form of [CODE_IN_BRACKETS, CODE_BEFORE, CODE_BEHIND]) {
    const groups = form.exec(token)?.groups;
    if (groups?.['code'] !== undefined) return { name: squeeze(groups['name'] ?? ''), code: groups['code'] };
  }
  return /^[A-Z]{0,4}\d{2,4}[A-Z]{0,2}$/u.test(token)
    ? { name: '', code: token }
    : { name: token, code: null };
}
