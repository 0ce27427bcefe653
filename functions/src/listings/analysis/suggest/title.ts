/** What a thing may be called, and what may be said of it. Pure. */
import { cutText } from '@docket/model/cut-text';
import type { Suggestion, SuggestionSource } from '@docket/model/listing/suggestions';
import { LIMITS } from '@docket/model/limits';
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import { PHRASES } from '../words/phrases.ts';
import { categoryTerms, colourTerms, materialTerms } from '../words/terms.ts';
import { explained } from './explained.ts';
import type { Evidence } from './gather-evidence.ts';

interface Candidate {
  value: string;
  confidence: number;
  source: Exclude<SuggestionSource, 'colour' | 'similar_items'>;
  /** The words it rests on. */
  words: string;
}

/** A single word that no vocabulary knows may be anything: the name of a folder, of a person, of a shop. */
const UNKNOWN_WORD = 0.25;
const UNKNOWN_WORDS = 0.4;
/** What texts on photos are worth as a title, before it is asked how well they were read. */
const PRINTED = 0.7;

/** Null when nothing has been said of the thing. */
export function suggestTitle(evidence: Evidence): Suggestion | null {
  const candidates = [fromText(evidence), fromFileName(evidence), fromCaption(evidence), fromLabel(evidence)];
  const [best] = candidates
    .flatMap((candidate) => candidate ?? [])
    .sort((one, other) => other.confidence - one.confidence);
  if (best === undefined) return null;
  const { value, source, words, confidence } = best;
  const { quote, found } = PHRASES[evidence.language];
  return {
    field: 'title',
    value: cutText(value, LIMITS.nameCharacters),
    source,
    ...explained(evidence.language, confidence, found[source](quote(words))),
  };
}

function fromText({ titleLines, values, fileWords }: Evidence): Candidate | null {
  if (titleLines.length === 0) return null;
  const words = titleLines.map(({ text }) => text).join(' ');
  const model = values.model?.value ?? '';
  const title = model === '' || fold(words).includes(fold(model)) ? words : `${words} ${model}`;
  const read = titleLines.reduce((sum, { confidence }) => sum + confidence, 0) / titleLines.length;
  // The name of the file saying the same makes it surer.
  const agrees = fileWords.some((word) => fold(words).split(' ').includes(fold(word)));
  const isShort = fold(words).replace(/ /gu, '').length < 5;
  return {
    value: inTitleCase(title),
    source: 'text',
    words: title,
    confidence: Math.min(0.9, PRINTED * read * (isShort ? 0.5 : 1) + (agrees ? 0.15 : 0)),
  };
}

function fromFileName(evidence: Evidence): Candidate | null {
  const { fileWords, language } = evidence;
  const words = fileWords.join(' ');
  if (words === '') return null;
  const known = termsOf(words);
  const value =
    knowsAll(evidence) && known.some((term) => term.language !== language) ? inOwnWords(evidence) : words;
  const unknown = fileWords.length === 1 ? UNKNOWN_WORD : UNKNOWN_WORDS;
  const isKnown = categoryTerms.find(words).length > 0;
  return { value: capitalised(value), source: 'file_name', words, confidence: isKnown ? 0.6 : unknown };
}

function fromCaption({ statements }: Evidence): Candidate | null {
  const caption = statements.find(({ source }) => source === 'exif');
  if (caption === undefined) return null;
  const value = capitalised(caption.text);
  return { value, source: 'exif', words: caption.text, confidence: 0.65 };
}

function fromLabel(evidence: Evidence): Candidate | null {
  const { category } = evidence;
  if (category === null || category.statement.source !== 'label') return null;
  const { text, confidence } = category.statement;
  return { value: inOwnWords(evidence), source: 'label', words: text, confidence: 0.7 * confidence };
}

const termsOf = (words: string) => [
  ...categoryTerms.find(words),
  ...colourTerms.find(words),
  ...materialTerms.find(words),
];

/** Whether every word of the file's name is one of a vocabulary, and can be said in another language. */
function knowsAll({ fileWords }: Evidence): boolean {
  return (
    categoryTerms.find(fileWords.join(' ')).length > 0 && fileWords.every((word) => termsOf(word).length > 0)
  );
}

/** "Taschen, rot, Leder": kind, colours and materials, in the user's language. */
function inOwnWords({ language, category, fileWords, materials, colours, coloursOfItem }: Evidence): string {
  const named = colourTerms.find(fileWords.join(' ')).map(({ kind }) => kind);
  const seen = coloursOfItem ? colours.slice(0, 1).map(({ kind }) => kind) : [];
  return [
    ...(category === null ? [] : [categoryTerms.name(category.term.kind, language)]),
    ...(named.length > 0 ? named : seen).map((kind) => colourTerms.name(kind, language)),
    ...materials.map(({ term }) => materialTerms.name(term.kind, language)),
  ].join(', ');
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase() + rest.join('');
}

/** Lines in capitals are written as words are; single words in capitals are brands and stay. */
function inTitleCase(text: string): string {
  const words = text.split(' ');
  const letters = words.filter((word) => /^\p{Lu}[\p{Lu}'’-]+[,.]?$/u.test(word));
  if (letters.length < 4 || letters.length < 0.8 * words.length) return text;
  return words
    .map((word) => (/\d/u.test(word) ? word : word.slice(0, 1) + word.slice(1).toLocaleLowerCase()))
    .join(' ');
}
