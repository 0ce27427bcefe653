/** All that photos, their texts and their names say of a thing, before anything is made of it. Pure. */
import type { SuggestionLanguage, SuggestionSource } from '@docket/model/listing/suggestions';
import { type ColourKind, colourKind } from '../photo/colour-kind.ts';
import type { PhotoColour, PhotoFacts, PhotoLine } from '../photo/photo-facts.ts';
import { fileNameWords } from '../words/file-name-words.ts';
import type { FoundTerm } from '../words/find-terms.ts';
import { type LabelValues, labelValues } from '../words/label-values.ts';
import { categoryTerms, materialTerms } from '../words/terms.ts';
import { titleLines } from '../words/title-lines.ts';
import type { CATEGORY_WORDS, CategoryKind, MATERIAL_WORDS } from '../words/vocabulary.ts';

/** Words, and how far they can be trusted to be about the thing. */
export interface Statement {
  source: Exclude<SuggestionSource, 'colour' | 'similar_items'>;
  text: string;
  confidence: number;
}

/** A term with the statement it was found in. */
export interface Finding<K> {
  term: FoundTerm<K>;
  statement: Statement;
}

export interface ItemColour extends PhotoColour {
  kind: ColourKind;
}

export interface Evidence {
  language: SuggestionLanguage;
  /** File names, captions, lines on photos and labels; the most reliable first. */
  statements: Statement[];
  /** The words of the file names, as written. */
  fileWords: string[];
  titleLines: PhotoLine[];
  values: LabelValues;
  category: Finding<keyof typeof CATEGORY_WORDS> | null;
  materials: Finding<keyof typeof MATERIAL_WORDS>[];
  colours: ItemColour[];
  /** Whether the colours are the item's, not those of the whole photo. */
  coloursOfItem: boolean;
}

/** People name files for themselves: often for the thing, sometimes for something else. */
const FILE_NAME = 0.6;
const CAPTION = 0.7;
/** Words on a thing are not always about it: a T-shirt may say "coffee". */
const PRINTED = 0.6;

export function gatherEvidence(photos: readonly PhotoFacts[], language: SuggestionLanguage): Evidence {
  const names = photos.map(({ file }) => fileNameWords(file)).filter((words) => words.length > 0);
  const statements: Statement[] = [
    ...names.map((words) => ({ source: 'file_name', text: words.join(' '), confidence: FILE_NAME }) as const),
    ...photos.flatMap(({ caption }) =>
      caption === '' ? [] : [{ source: 'exif', text: caption, confidence: CAPTION } as const],
    ),
    ...photos.flatMap(({ reading }) => reading.lines.map(printed)),
    ...photos.flatMap(({ reading }) =>
      [...reading.objects, ...reading.labels].map(
        ({ text, confidence }) => ({ source: 'label', text, confidence: 0.8 * confidence }) as const,
      ),
    ),
  ].sort((one, other) => other.confidence - one.confidence);
  return {
    language,
    statements,
    fileWords: names[0] ?? [],
    titleLines: titleLines(photos),
    values: labelValues(photos),
    category: bestCategory(statements),
    materials: findAll(statements),
    ...coloursOf(photos),
  };
}

function printed({ text, confidence }: PhotoLine): Statement {
  return { source: 'text', text, confidence: PRINTED * confidence };
}

function bestCategory(statements: readonly Statement[]): Finding<CategoryKind> | null {
  const found = statements.flatMap((statement) =>
    categoryTerms.find(statement.text).map((term) => ({ term, statement })),
  );
  return found[0] ?? null;
}

function findAll(statements: readonly Statement[]): Finding<keyof typeof MATERIAL_WORDS>[] {
  const found = statements.flatMap((statement) =>
    materialTerms.find(statement.text).map((term) => ({ term, statement })),
  );
  return found.filter(
    ({ term }, index) => found.findIndex((other) => other.term.kind === term.kind) === index,
  );
}

/** Of the photos on which the item stands apart, or else of all; each colour once, with its mean share. */
function coloursOf(photos: readonly PhotoFacts[]): Pick<Evidence, 'colours' | 'coloursOfItem'> {
  const apart = photos.filter(({ reading }) => reading.coloursOfItem && reading.colours.length > 0);
  const chosen = apart.length > 0 ? apart : photos.filter(({ reading }) => reading.colours.length > 0);
  const byKind = new Map<ColourKind, ItemColour>();
  for (const { rgb, share } of chosen.flatMap(({ reading }) => reading.colours)) {
    const kind = colourKind(rgb);
    const sum = (byKind.get(kind)?.share ?? 0) + share / chosen.length;
    byKind.set(kind, { kind, rgb: byKind.get(kind)?.rgb ?? rgb, share: Math.min(1, sum) });
  }
  const colours = [...byKind.values()].sort((one, other) => other.share - one.share).slice(0, 3);
  return { colours, coloursOfItem: apart.length > 0 };
}
