/** Decides which of the groups that products stand under are a document's categories. Pure. */
import type { Draft, Grouping, GroupingSource } from './draft.ts';
import { fold } from './vocabulary/fold.ts';

/** Evidence in order of trust: what a column says outright, then headings, then weaker columns and sheet names. */
const TRUST: Readonly<Record<GroupingSource, number>> = {
  column: 6,
  heading: 5,
  title: 4,
  page_heading: 3,
  group_column: 2,
  sheet: 1,
};

/** Words of a hint that ask for a kind of place. */
const PLACES: readonly (readonly [RegExp, GroupingSource])[] = [
  [/\b(?:sheet|tab|blatt)/iu, 'sheet'],
  [/\b(?:page|seite)/iu, 'page_heading'],
  [/\b(?:heading|header row|section|title)/iu, 'heading'],
];

/**
 * The category of each draft, null for those without one. One source is chosen for the whole document, so that its
 * categories are of one kind; drafts that lack it fall back to their next best group.
 */
export function chooseGroupings(drafts: readonly Draft[], hint: string | null): (Grouping | null)[] {
  const named = hint === null ? null : groupingsNamed(drafts, hint);
  if (named !== null) return named;
  const wanted = hint === null ? null : sourceWanted(drafts, hint);
  const best = wanted ?? bestSource(drafts);
  return drafts.map(
    (draft) => draft.groupings.find((grouping) => keyOf(grouping) === best) ?? mostTrusted(draft, best),
  );
}

/** A source: columns are told apart by their header. */
function keyOf(grouping: Grouping): string {
  const isColumn = grouping.source === 'column' || grouping.source === 'group_column';
  return isColumn ? `${grouping.source}:${grouping.reason}` : grouping.source;
}

/** For drafts outside the chosen source; weak sources would mix brands or sheets into the categories. */
function mostTrusted(draft: Draft, best: string | null): Grouping | null {
  if (best === null) return null;
  const usable = draft.groupings.filter((grouping) => TRUST[grouping.source] >= 3);
  return usable.toSorted((a, b) => TRUST[b.source] - TRUST[a.source])[0] ?? null;
}

/** The source that covers many products with few names; a name for nearly every product groups nothing. */
function bestSource(drafts: readonly Draft[]): string | null {
  const sources = new Map<string, { source: GroupingSource; products: number; names: Set<string> }>();
  for (const grouping of drafts.flatMap(({ groupings }) => groupings)) {
    const entry = sources.get(keyOf(grouping)) ?? {
      source: grouping.source,
      products: 0,
      names: new Set<string>(),
    };
    entry.products += 1;
    entry.names.add(fold(grouping.name));
    sources.set(keyOf(grouping), entry);
  }
  let best: string | null = null;
  let top = 0;
  for (const [key, { source, products, names }] of sources) {
    const isTooFine = names.size > 8 && names.size > 0.6 * products;
    const score = isTooFine
      ? 0
      : (products / drafts.length) * (10 + TRUST[source]) * (source === 'sheet' && names.size < 2 ? 0 : 1);
    if (score > top) [best, top] = [key, score];
  }
  return best;
}

/** A hint may name a column or a kind of place. */
function sourceWanted(drafts: readonly Draft[], hint: string): string | null {
  const all = drafts.flatMap(({ groupings }) => groupings);
  const byColumn = all.find(({ reason }) => reason.startsWith('Column') && fold(reason).includes(fold(hint)));
  if (byColumn !== undefined) return keyOf(byColumn);
  const place = PLACES.find(([words]) => words.test(hint))?.[1];
  return place !== undefined && all.some(({ source }) => source === place) ? place : null;
}

/** Groups whose names the hint lists; null when it lists none that a product stands under. */
function groupingsNamed(drafts: readonly Draft[], hint: string): (Grouping | null)[] | null {
  const names = new Set(
    hint
      .split(/[,;\n]+/u)
      .map(fold)
      .filter((name) => name !== ''),
  );
  const found = drafts.map(
    ({ groupings }) => groupings.find((grouping) => names.has(fold(grouping.name))) ?? null,
  );
  return found.some((grouping) => grouping !== null) ? found : null;
}
