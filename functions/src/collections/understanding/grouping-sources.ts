/** Where the groups of a document's products come from, with how much each source covers. Pure. */
import type { Draft, Grouping, GroupingSource } from './draft.ts';
import { fold } from './vocabulary/fold.ts';

/** One source of groups: a column, headings, sheets. */
export interface Source {
  key: string;
  source: GroupingSource;
  /** How many products stand under a group of it. */
  products: number;
  /** The names of its groups, folded. */
  names: ReadonlySet<string>;
}

/** Tells sources apart: columns by their header, the others by their kind. */
export function keyOf(grouping: Grouping): string {
  const isColumn = grouping.source === 'column' || grouping.source === 'group_column';
  return isColumn ? `${grouping.source}:${grouping.reason}` : grouping.source;
}

/** All sources, in the order in which they first occur. */
export function sourcesOf(drafts: readonly Draft[]): Source[] {
  const sources = new Map<string, Source & { names: Set<string> }>();
  for (const grouping of drafts.flatMap(({ groupings }) => groupings)) {
    const key = keyOf(grouping);
    const entry = sources.get(key) ?? { key, source: grouping.source, products: 0, names: new Set<string>() };
    entry.products += 1;
    entry.names.add(fold(grouping.name));
    sources.set(key, entry);
  }
  return [...sources.values()];
}
