/** What the name of a file says of the thing on it: `red-leather-bag.jpg` much, `IMG_1234.jpg` nothing. Pure. */
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import { EMPTY_WORDS } from './vocabulary.ts';

/** Names that cameras, phones and messengers give, folded. */
const OF_CAMERAS =
  /^(?:img|dsc[nf]?|pxl|mvimg|gopr|p\d|wp|sam|dji|imag|screenshot|bildschirmfoto|whatsapp|signal|fb img|received)(?= |\d|$)/u;
const MOST_WORDS = 8;

/** The words as they are written, without repetitions; none for names that say nothing. */
export function fileNameWords(file: string): string[] {
  const stem = file.replace(/^.*[\\/]/u, '').replace(/\.[\p{L}\p{N}]{2,5}$/u, '');
  if (OF_CAMERAS.test(fold(stem.replace(/_/gu, ' ')))) return [];
  const words = stem
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(isTelling);
  const seen = new Set<string>();
  return words
    .filter((word) => {
      const key = fold(word).replace(/s$/u, '');
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_WORDS);
}

/** Not numbers, identifiers, or words that are in every name. */
function isTelling(word: string): boolean {
  const folded = fold(word);
  return /^\p{L}{3,}$/u.test(folded) && /[aeiouyаеиоуыэюя]/u.test(folded) && !EMPTY_WORDS.has(folded);
}
