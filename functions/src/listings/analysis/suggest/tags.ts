/** Words that people would look for. Pure. */
import type { Suggestion, SuggestionSource } from '@docket/model/listing/suggestions';
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import { PHRASES } from '../words/phrases.ts';
import { categoryTerms, colourTerms, materialTerms } from '../words/terms.ts';
import { EMPTY_WORDS } from '../words/vocabulary.ts';
import { explained } from './explained.ts';
import type { Evidence } from './gather-evidence.ts';

interface Tag {
  text: string;
  source: SuggestionSource;
  confidence: number;
}

const MOST_TAGS = 12;
/** Tags below this are left out: a wrong tag brings the wrong people. */
const LEAST_CONFIDENCE = 0.35;

/** Brand, model, size, kind, materials, colours and large words, the surest first; null without any. */
export function suggestTags(evidence: Evidence): Suggestion | null {
  const once = new Map<string, Tag>();
  for (const tag of tagsOf(evidence).sort((one, other) => other.confidence - one.confidence)) {
    const key = fold(tag.text);
    if (key !== '' && tag.confidence >= LEAST_CONFIDENCE && !once.has(key)) once.set(key, tag);
  }
  const tags = [...once.values()].slice(0, MOST_TAGS);
  const [surest] = tags;
  if (surest === undefined) return null;
  const { quote, found, colours } = PHRASES[evidence.language];
  const sentences = (['text', 'file_name', 'exif', 'label'] as const).flatMap((source) => {
    const words = tags.filter((tag) => tag.source === source).map(({ text }) => quote(text));
    return words.length === 0 ? [] : [found[source](words.join(', '))];
  });
  const seen = tags.filter(({ source }) => source === 'colour').map(({ text }) => text);
  if (seen.length > 0) sentences.push(colours(seen.join(', ')));
  const mean = tags.reduce((sum, { confidence }) => sum + confidence, 0) / tags.length;
  return {
    field: 'tags',
    value: tags.map(({ text }) => text),
    source: surest.source,
    ...explained(evidence.language, mean, sentences.join(' ')),
  };
}

function tagsOf({
  language,
  values,
  category,
  materials,
  colours,
  coloursOfItem,
  titleLines,
  fileWords,
}: Evidence): Tag[] {
  const fromValues = [values.brand, values.model, values.size].flatMap((value) =>
    value === null ? [] : [{ text: value.value, source: 'text', confidence: value.confidence } as const],
  );
  const fromWords = titleLines.flatMap(({ text, confidence }) =>
    text
      .split(/\s+/u)
      .filter(isTag)
      .map((word) => ({ text: bare(word), source: 'text', confidence: 0.55 * confidence }) as const),
  );
  const kind =
    category === null
      ? []
      : [
          {
            text: categoryTerms.name(category.term.kind, language).toLocaleLowerCase(language),
            source: category.statement.source,
            confidence: category.statement.confidence,
          },
        ];
  return [
    ...fromValues,
    ...fromWords,
    ...kind,
    ...materials.map(({ term, statement }) => ({
      text: materialTerms.name(term.kind, language),
      source: statement.source,
      confidence: statement.confidence,
    })),
    ...(coloursOfItem ? colours.slice(0, 2) : []).map(
      ({ kind, share }) =>
        ({
          text: colourTerms.name(kind, language),
          source: 'colour',
          confidence: 0.35 + 0.3 * share,
        }) as const,
    ),
    ...fileWords
      .filter(isTag)
      .map(
        (word) => ({ text: word.toLocaleLowerCase(language), source: 'file_name', confidence: 0.4 }) as const,
      ),
  ];
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

function isTag(word: string): boolean {
  const folded = fold(word);
  return /\p{L}{4}/u.test(folded) && !EMPTY_WORDS.has(folded);
}
