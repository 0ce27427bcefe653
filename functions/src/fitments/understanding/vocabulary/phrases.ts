/** Phrases of several words, found at a place of a text. Pure. */
import type { TokenText } from '../text/tokens.ts';

/** Finds the longest of its phrases that begins at a token; the number of tokens it takes, 0 for none. */
export type PhraseFinder = (text: TokenText, at: number) => number;

/** Signs that may stand within a phrase, as in "w/o", "jusqu'à" or "exc.". */
const WITHIN = new Set(["'", '.', '/', '-']);

/** A finder of phrases that are divided by "|", in folded words. A full stop after a phrase belongs to it when it is glued. */
export function phrases(list: string): PhraseFinder {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list.split('|')) {
    const words = phrase.trim().split(/\s+/u);
    const [first = ''] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.length - a.length);
  return (text, at) => {
    const candidates = byFirst.get(text.tokens[at]?.word ?? '');
    if (candidates === undefined) return 0;
    for (const words of candidates) {
      const end = endOfPhrase(text, at, words);
      if (end > at) return end - at;
    }
    return 0;
  };
}

function endOfPhrase({ tokens }: TokenText, start: number, words: readonly string[]): number {
  let at = start;
  for (const word of words) {
    while (at > start && tokens[at]?.kind === 'sign' && WITHIN.has(tokens[at]?.word ?? '')) at += 1;
    if (tokens[at]?.word !== word) return start;
    at += 1;
  }
  return at;
}
