/** Finds the words of a vocabulary in a text, in whichever of the languages it is. Pure. */
import { SUGGESTION_LANGUAGES, type SuggestionLanguage } from '@docket/model/listing/suggestions';
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import type { Words } from './vocabulary.ts';

/** A word that was found, as it stands in the vocabulary, and folded as it stands in the text. */
export interface FoundTerm<K> {
  kind: K;
  language: SuggestionLanguage;
  word: string;
  found: string;
}

interface Entry<K> {
  kind: K;
  language: SuggestionLanguage;
  word: string;
  pattern: RegExp;
}

export interface TermFinder<K extends string> {
  /** All terms of a text, the longest first, then in the order of the text. */
  find: (text: string) => FoundTerm<K>[];
  /** What people call it. */
  name: (kind: K, language: SuggestionLanguage) => string;
}

/** German words as short as this are the ends of others by chance: "Hut" and "Schutzhut", but "Rock" and "Barock". */
const LEAST_COMPOUND = 5;

/**
 * Prepares a vocabulary. With `compounds` German words may be the last part of longer ones; names of more than one word
 * with "&" or a comma are headings and never looked for.
 */
export function termFinder<K extends string>(
  vocabulary: Readonly<Record<K, Words>>,
  { compounds = false }: { compounds?: boolean } = {},
): TermFinder<K> {
  const kinds = Object.keys(vocabulary).filter((key): key is K => key in vocabulary);
  const entries = kinds
    .flatMap((kind) =>
      SUGGESTION_LANGUAGES.flatMap((language) => entriesOf(kind, language, vocabulary[kind], compounds)),
    )
    .sort((one, other) => other.word.length - one.word.length);
  return {
    find: (text) => findIn(` ${fold(text)} `, entries),
    name: (kind, language) => listOf(vocabulary[kind][language])[0] ?? kind,
  };
}

function entriesOf<K>(kind: K, language: SuggestionLanguage, terms: Words, compounds: boolean): Entry<K>[] {
  return listOf(terms[language]).flatMap((word) => {
    const folded = fold(word);
    if (folded === '' || word.includes('&')) return [];
    const open =
      compounds && language === 'de' && folded.length >= LEAST_COMPOUND ? '(?<=[ \\p{L}])' : '(?<= )';
    return [{ kind, language, word, pattern: new RegExp(`${open}${folded}(?:s|es|n|en|e|er)?(?= )`, 'u') }];
  });
}

function findIn<K>(text: string, entries: readonly Entry<K>[]): FoundTerm<K>[] {
  const found: (FoundTerm<K> & { at: number; end: number })[] = [];
  for (const { kind, language, word, pattern } of entries) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    // A longer term holds the words of a shorter one: "bag" in "sleeping bag".
    const covered = found.some((term) => term.at < end && match.index < term.end && term.kind !== kind);
    if (!covered) found.push({ kind, language, word, found: match[0], at: match.index, end });
  }
  return found.map(({ at: _at, end: _end, ...term }) => term);
}

const listOf = (terms: string) => terms.split(',').map((term) => term.trim());
