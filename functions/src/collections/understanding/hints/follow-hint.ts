/** Holds a hint against what the products of a document stand under. Pure. */
import type { Draft, Grouping, GroupingSource, Reading } from '../draft.ts';
import { keyOf, type Source, sourcesOf } from '../grouping-sources.ts';
import { type ColumnRole, roleOfPhrase } from '../vocabulary/column-words.ts';
import { stemsOf } from '../vocabulary/goods-words.ts';
import { assignNames, type ChosenGroup } from './assign-names.ts';
import { type HintWords, readHint } from './read-hint.ts';

/** Words that ask for a kind of place, with the sources that are meant, best first. */
const PLACES: readonly (readonly [RegExp, readonly GroupingSource[]])[] = [
  [/\b(?:sheets?|tabs?|blatt|blatter|feuilles?)\b/u, ['sheet']],
  [/\b(?:pages?|seiten?)\b/u, ['page_heading', 'title']],
  [
    /\b(?:headings?|headlines?|header rows?|sections?|titles?|uberschrift(?:en)?|titres?)\b/u,
    ['heading', 'page_heading', 'title'],
  ],
  [/\b(?:columns?|spalten?|colonnes?)\b/u, ['column', 'group_column']],
];

/** Words for a column that are left when "the column" and the like are taken away. */
const COLUMN_WORDS = /\b(?:columns?|fields?|headers?|spalten?|felder|feld|colonnes?)\b/gu;

/** The group of each draft as the hint wants it; null when the hint names nothing in this document. */
export function followHint(
  drafts: readonly Draft[],
  hint: string,
  found: Source | null,
): ChosenGroup[] | null {
  const words = readHint(hint);
  if (drafts.length === 0) return null;
  if (words.single) return drafts.map(together);
  const several = words.names.length > 1 ? assignNames(drafts, words.names) : null;
  return (
    several ??
    byColumn(drafts, words, words.step === null ? null : found) ??
    byField(drafts, words) ??
    byStep(drafts, words, found) ??
    byPlace(drafts, words) ??
    (words.names.length === 1 ? assignNames(drafts, words.names) : null)
  );
}

function together({ place }: Draft): ChosenGroup {
  return { name: 'All products', reason: 'The hint asks for one category', confidence: 1, place };
}

/** What stands under no group of the wanted kind is not mixed with groups of another. */
function elsewhere({ place }: Draft): ChosenGroup {
  return { name: 'Other', reason: 'Nothing of the kind that the hint names', confidence: 0.5, place };
}

function bySource(drafts: readonly Draft[], key: string): ChosenGroup[] {
  return drafts.map(
    (draft) => draft.groupings.find((grouping) => keyOf(grouping) === key) ?? elsewhere(draft),
  );
}

/** The header of a grouping's column, as stems; empty for a grouping of another source. */
function headerOf({ source, reason }: Grouping): string[] {
  return source === 'column' || source === 'group_column' ? stemsOf(reason.replace(/^Column/u, '')) : [];
}

/** A column by its header: all of its words, or some of them when nothing else is said. Never that of `except`. */
function byColumn(
  drafts: readonly Draft[],
  { rest }: HintWords,
  except: Source | null,
): ChosenGroup[] | null {
  const asked = stemsOf(rest.replace(COLUMN_WORDS, ' '));
  if (asked.length === 0) return null;
  const isMeant = (grouping: Grouping) => {
    const header = headerOf(grouping);
    if (header.length === 0 || keyOf(grouping) === except?.key) return false;
    return header.every((word) => asked.includes(word)) || asked.every((word) => header.includes(word));
  };
  const meant = drafts.flatMap(({ groupings }) => groupings).find(isMeant);
  return meant === undefined ? null : bySource(drafts, keyOf(meant));
}

/** The printed values that a hint may group by, by what heads them in linesheets: "by delivery", "season". */
const FIELDS: Partial<Record<ColumnRole, (draft: Draft) => Reading<string> | undefined>> = {
  delivery: ({ fields }) => fields.delivery,
  season: ({ fields }) => fields.season,
  material: ({ fields }) => fields.material,
  origin: ({ fields }) => fields.origin,
  color: ({ fields: { colors } }) => {
    const [first] = colors?.value ?? [];
    return colors === undefined || first === undefined ? undefined : { ...colors, value: first };
  },
};

function byField(drafts: readonly Draft[], { rest }: HintWords): ChosenGroup[] | null {
  const asked = rest.replace(COLUMN_WORDS, ' ').trim();
  const role = roleOfPhrase(asked);
  const read = role === null ? undefined : FIELDS[role];
  if (read === undefined || drafts.every((draft) => read(draft) === undefined)) return null;
  return drafts.map((draft) => {
    const reading = read(draft);
    if (reading === undefined) return elsewhere(draft);
    const { value, confidence, place } = reading;
    return { name: value, reason: `Value of “${asked}”`, confidence, place };
  });
}

/** Groups that cover less than this part of the products are no level of their own. */
const LEVEL_COVERS = 0.5;

/** The next wider or narrower level: of the document's sources the one with the next smaller or larger number of names. */
function byStep(drafts: readonly Draft[], { step }: HintWords, found: Source | null): ChosenGroup[] | null {
  if (step === null || found === null) return null;
  const levels = sourcesOf(drafts).filter(
    ({ key, products, names }) =>
      key !== found.key && products >= LEVEL_COVERS * drafts.length && names.size > 1,
  );
  const next =
    step === 'broader'
      ? levels
          .filter(({ names }) => names.size < found.names.size)
          .toSorted((a, b) => b.names.size - a.names.size)
      : levels
          .filter(({ names }) => names.size > found.names.size)
          .toSorted((a, b) => a.names.size - b.names.size);
  const [nearest] = next;
  return nearest === undefined ? null : bySource(drafts, nearest.key);
}

/** A kind of place: sheets, page titles, headings, or whatever column there is. */
function byPlace(drafts: readonly Draft[], { rest }: HintWords): ChosenGroup[] | null {
  const wanted = PLACES.find(([words]) => words.test(rest))?.[1];
  const groupings = drafts.flatMap((draft) => draft.groupings);
  for (const source of wanted ?? []) {
    const grouping = groupings.find((candidate) => candidate.source === source);
    if (grouping !== undefined) return bySource(drafts, keyOf(grouping));
  }
  return null;
}
