/** A text as words and signs that know where they stand. Pure. */
import { vehicleWords } from '../../vehicles/vehicle-words.ts';

export interface Token {
  kind: 'word' | 'sign';
  /** Folded: lower case without accents; "&" is "and". A sign is one character, of dashes and quotes the plain one. */
  word: string;
  /** Where it stands in the text: UTF-16 code units, the end excluded. */
  start: number;
  end: number;
  /** No space between it and the token before. */
  glued: boolean;
}

/** A text and its tokens. `words` are those of the tokens that are words, for looking up names. */
export interface TokenText {
  text: string;
  tokens: readonly Token[];
  words: readonly string[];
  /** For each token the index into `words` of the first word from there on. */
  word_at: readonly number[];
  /** For each word the index of its token. */
  token_of: readonly number[];
}

/** Longer texts are read up to here: fitments stand in titles and notes, and work stays bounded. */
const MOST_CHARACTERS = 6000;

const SIGNS: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '~': '-',
  '→': '-',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '”': '"',
  '“': '"',
  '″': '"',
  '…': '.',
  '•': ';',
  '·': ';',
  '|': ';',
  '\n': ';',
  '，': ',',
  '；': ';',
  '＋': '+',
  '（': '(',
  '）': ')',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
};

/** Splits a text. Nothing is lost but spaces and what stands after the limit. */
export function tokenize(whole: string): TokenText {
  const text = whole.slice(0, MOST_CHARACTERS);
  const tokens: Token[] = [];
  const add = (kind: Token['kind'], word: string, start: number, end: number) => {
    const before = tokens.at(-1);
    tokens.push({ kind, word, start, end, glued: before !== undefined && before.end === start });
  };
  let at = 0;
  const signsUpTo = (end: number) => {
    for (; at < end; at += 1) {
      const sign = text[at] ?? '';
      if (sign === '\n' || sign.trim() !== '') add('sign', SIGNS[sign] ?? sign, at, at + 1);
    }
  };
  for (const { word, from, to } of vehicleWords(text)) {
    signsUpTo(from);
    const cut = gluedYear(text, word, from, to);
    if (cut > 0) add('word', word.slice(0, cut), from, from + cut);
    add('word', word.slice(cut), from + cut, to);
    at = to;
  }
  signsUpTo(text.length);
  return indexed(text, tokens);
}

/** Where a year begins or ends within a word, as of "CIVIC2006-2011" and "2006-2011HONDA"; 0 for other words. */
function gluedYear(text: string, word: string, from: number, to: number): number {
  if (word.length < 8 || word.length !== to - from) return 0;
  if (/^\p{L}{4,}(?:19|20)\d\d$/u.test(word)) {
    return /^\s?[-–]\s?\d\d/u.test(text.slice(to, to + 5)) ? word.length - 4 : 0;
  }
  const isAfter = /^(?:19|20)\d\d\p{L}{4,}$/u.test(word);
  return isAfter && /\d\d\s?[-–]\s?$/u.test(text.slice(Math.max(0, from - 5), from)) ? 4 : 0;
}

function indexed(text: string, tokens: readonly Token[]): TokenText {
  const words: string[] = [];
  const wordAt: number[] = [];
  const tokenOf: number[] = [];
  tokens.forEach(({ kind, word }, index) => {
    wordAt.push(words.length);
    if (kind === 'sign') return;
    tokenOf.push(index);
    words.push(word);
  });
  return { text, tokens, words, word_at: wordAt, token_of: tokenOf };
}

/** The text of the tokens from `start` to before `end`, as it stands there. */
export function quote({ text, tokens }: TokenText, start: number, end: number): string {
  const from = tokens[start]?.start;
  const to = tokens[end - 1]?.end;
  return from === undefined || to === undefined ? '' : text.slice(from, to);
}
