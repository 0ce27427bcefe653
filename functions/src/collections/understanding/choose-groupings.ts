/** Decides which of the groups that products stand under are a document's categories. Pure. */
import type { Draft, Grouping, GroupingSource } from './draft.ts';
import { keyOf, type Source, sourcesOf } from './grouping-sources.ts';
import type { ChosenGroup } from './hints/assign-names.ts';
import { followHint } from './hints/follow-hint.ts';

/** Evidence in order of trust: what a column says outright, then headings, then weaker columns and sheet names. */
const TRUST: Readonly<Record<GroupingSource, number>> = {
  column: 6,
  heading: 5,
  title: 4,
  page_heading: 3,
  group_column: 2,
  sheet: 1,
};

/** The category of each draft, null for those without one. */
export interface ChosenGroups {
  groups: (ChosenGroup | null)[];
  /** False when the hint names nothing in this document: the groups are those found without it. */
  followed: boolean;
}

/**
 * The groups that a hint asks for. Without one, or when it says nothing of this document, one source is chosen for the
 * whole document, so that its categories are of one kind; drafts that lack it fall back to their next best group.
 */
export function chooseGroupings(drafts: readonly Draft[], hint: string | null): ChosenGroups {
  const best = bestSource(drafts);
  const wanted = hint === null ? null : followHint(drafts, hint, best);
  if (wanted !== null) return { groups: wanted, followed: true };
  const groups = drafts.map(
    (draft) => draft.groupings.find((grouping) => keyOf(grouping) === best?.key) ?? mostTrusted(draft, best),
  );
  return { groups, followed: false };
}

/** For drafts outside the chosen source; weak sources would mix brands or sheets into the categories. */
function mostTrusted(draft: Draft, best: Source | null): Grouping | null {
  if (best === null) return null;
  const usable = draft.groupings.filter((grouping) => TRUST[grouping.source] >= 3);
  return usable.toSorted((a, b) => TRUST[b.source] - TRUST[a.source])[0] ?? null;
}

/** The source that covers many products with few names; a name for nearly every product groups nothing. */
function bestSource(drafts: readonly Draft[]): Source | null {
  let best: Source | null = null;
  let top = 0;
  for (const candidate of sourcesOf(drafts)) {
    const { source, products, names } = candidate;
    const isTooFine = names.size > 8 && names.size > 0.6 * products;
    const score = isTooFine
      ? 0
      : (products / drafts.length) * (10 + TRUST[source]) * (source === 'sheet' && names.size < 2 ? 0 : 1);
    if (score > top) [best, top] = [candidate, score];
  }
  return best;
}
