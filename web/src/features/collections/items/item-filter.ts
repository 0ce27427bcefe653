/** Which items are shown: search, category, and what is to be looked at. Pure. */
import { ITEM_WARNING_LABELS, ITEM_WARNINGS, type ItemWarning } from '@docket/model/item';
import type { ItemRow } from './item-rows.ts';

/** What of the items is to be looked at. */
export type Aspect = 'all' | 'warnings' | ItemWarning | 'matched' | 'edited' | 'excluded' | 'dropped';

/** The aspects in the order of the menu. */
export const ASPECTS: readonly Aspect[] = [
  'all',
  'warnings',
  ...ITEM_WARNINGS,
  'matched',
  'edited',
  'excluded',
  'dropped',
];

export const ASPECT_LABELS: Record<Aspect, string> = {
  all: 'All items',
  warnings: 'Worth a second look',
  ...ITEM_WARNING_LABELS,
  matched: 'Found in the linesheet',
  edited: 'Edited',
  excluded: 'Excluded',
  dropped: 'No longer in the order',
};

/** Stands for "no category" where a category is chosen: no category has an empty name. */
export const NO_CATEGORY = '';

export interface ItemFilter {
  search: string;
  /** Null: any. */
  category: string | null;
  aspect: Aspect;
}

export const EVERYTHING: ItemFilter = { search: '', category: null, aspect: 'all' };

/** Whether a person has changed something of the item, other than leaving it out. */
function isEdited({ item }: ItemRow): boolean {
  return Object.keys(item.edits).some((field) => field !== 'excluded');
}

/** Whether the item is one of those that `aspect` stands for. */
function hasAspect(row: ItemRow, aspect: Aspect): boolean {
  switch (aspect) {
    case 'all':
      return true;
    case 'warnings':
      return row.item.in_order && row.shown.warnings.length > 0;
    case 'matched':
      return row.item.in_order && row.shown.product !== null;
    case 'edited':
      return isEdited(row);
    case 'excluded':
      return row.shown.excluded;
    case 'dropped':
      return !row.item.in_order;
    case 'not_in_linesheet':
      return row.item.in_order && row.shown.product === null;
    case 'uncertain_match':
    case 'color_not_offered':
    case 'price_differs':
    case 'size_not_offered':
    case 'conflicting_lines':
      return row.item.in_order && row.shown.warnings.includes(aspect);
  }
}

/** The items in which every word of the search occurs, of that category and aspect. */
export function filterItems(rows: readonly ItemRow[], { search, category, aspect }: ItemFilter): ItemRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (category === null || (row.shown.category ?? NO_CATEGORY) === category) &&
      hasAspect(row, aspect) &&
      words.every((word) => row.text.includes(word)),
  );
}

/** How many items each aspect has. */
export function countAspects(rows: readonly ItemRow[]): Map<Aspect, number> {
  const counts = new Map(ASPECTS.map((aspect) => [aspect, 0]));
  for (const row of rows)
    for (const aspect of ASPECTS)
      if (hasAspect(row, aspect)) counts.set(aspect, (counts.get(aspect) ?? 0) + 1);
  return counts;
}

/** The categories that occur, in the order of `known`, then others as they come; "no category" last. */
export function categoriesOf(rows: readonly ItemRow[], known: readonly string[]): string[] {
  const present = new Set(rows.map(({ shown }) => shown.category ?? NO_CATEGORY));
  const others = [...present].filter((name) => name !== NO_CATEGORY && !known.includes(name));
  return [
    ...known.filter((name) => present.has(name)),
    ...others,
    ...(present.has(NO_CATEGORY) ? [NO_CATEGORY] : []),
  ];
}
