/** Finds what the words of a header mean, in a given vocabulary. Pure. */
import { fold, isSameWord } from './fold.ts';

/** A header's role. `strength` is 1 for an exact phrase and falls with the share of words that stay unexplained. */
export interface HeaderMeaning<Role extends string> {
  role: Role;
  strength: number;
}

/** A vocabulary of headers. */
export interface Lexicon<Role extends string> {
  /** What a header says its column holds; null when no known phrase stands in it. Longest phrase first. */
  meaningOf: (text: string) => HeaderMeaning<Role> | null;
  /** The role of a text that is exactly a known phrase; null otherwise. */
  roleOfPhrase: (text: string) => Role | null;
}

interface Entry<Role extends string> {
  role: Role;
  words: readonly string[];
  phrase: string;
}

const FILLER = new Set(
  'usd eur gbp inr aed sgd jpy cad aud chf rub cny ml cl g kg mm cm in inch the per each ea de do la le of s en pc pcs unit excl incl vat ht ttc net price prices from us uk eu руб ₽ $ € £ ¥ ₹'.split(
    ' ',
  ),
);

/**
 * A vocabulary from phrases by role, separated by bars. Longer phrases win over shorter ones, and of equal phrases the
 * role that comes first.
 */
export function lexiconOf<Role extends string>(
  roles: readonly Role[],
  phrases: Readonly<Record<Role, string>>,
): Lexicon<Role> {
  const entries = roles
    .flatMap((role) =>
      phrases[role]
        .split('|')
        .map((phrase) => fold(phrase))
        .filter((phrase) => phrase !== '')
        .map((phrase): Entry<Role> => ({ role, phrase, words: phrase.split(' ') })),
    )
    .sort((left, right) => right.phrase.length - left.phrase.length);
  const exact = new Map(entries.toReversed().map(({ phrase, role }) => [phrase, role]));
  /** By the first letter of their phrase: a header is compared with few of them. */
  const byLetter = Map.groupBy(entries, ({ phrase }) => phrase[0] ?? '');
  return {
    meaningOf: (text) => {
      const words = headerWords(text);
      if (words.length === 0 || words.length > 7) return null;
      const joined = words.join(' ');
      const role = exact.get(joined);
      if (role !== undefined) return { role, strength: 1 };
      const isCjk = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(joined);
      return isCjk ? meaningOfUnspaced(joined, entries) : meaningOfWords(words, byLetter);
    },
    roleOfPhrase: (text) => exact.get(fold(withSpacedSigns(text))) ?? null,
  };
}

function headerWords(text: string): string[] {
  return fold(withSpacedSigns(text))
    .split(' ')
    .filter((word) => word !== '');
}

const withSpacedSigns = (text: string): string => text.replace(/[#№]/gu, ' $& ');

/** Chinese and Japanese do not space words: any known phrase within the header counts. */
function meaningOfUnspaced<Role extends string>(
  header: string,
  entries: readonly Entry<Role>[],
): HeaderMeaning<Role> | null {
  const entry = entries.find(({ phrase }) => phrase.length > 1 && header.includes(phrase));
  return entry === undefined ? null : { role: entry.role, strength: 0.8 };
}

/** The longest phrase whose words stand in the header, with room for a slip in each. */
function meaningOfWords<Role extends string>(
  words: readonly string[],
  byLetter: ReadonlyMap<string, readonly Entry<Role>[]>,
): HeaderMeaning<Role> | null {
  const letters = new Set(words.map((word) => word[0] ?? ''));
  const entries = [...letters].flatMap((letter) => byLetter.get(letter) ?? []);
  for (const entry of entries.sort((left, right) => right.phrase.length - left.phrase.length)) {
    const at = indexOfWords(words, entry.words);
    if (at < 0 || (entry.phrase.length < 3 && words.length > 1)) continue;
    const rest = words.filter(
      (word, index) => (index < at || index >= at + entry.words.length) && !FILLER.has(word),
    );
    return { role: entry.role, strength: entry.words.length / (entry.words.length + rest.length) };
  }
  return null;
}

function indexOfWords(words: readonly string[], sought: readonly string[]): number {
  for (let start = 0; start + sought.length <= words.length; start += 1) {
    if (sought.every((word, offset) => isSameWord(word, words[start + offset] ?? ''))) return start;
  }
  return -1;
}
