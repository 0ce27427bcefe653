/** The order of a deck: sections, and the items in each. */
import type { DeckSettings, DeckSort } from '../deck.ts';
import type { DeckItem } from './deck-items.ts';
import { priceOf } from './field-values.ts';

/** Items under one heading. `name` null: the deck is not grouped, and the section has no divider. */
export interface DeckSection {
  name: string | null;
  items: DeckItem[];
}

/** What items without a category are shown under, in a deck that has others. */
const WITHOUT_CATEGORY = 'More styles';

/** Names in the order of a dictionary, numbers in them by their value. */
const collator = new Intl.Collator('en', { numeric: true });

/**
 * The sections of a deck: one for each category that has items, in the order of `categories` (names as shown); names
 * that are not among them follow as they appear, items without a category come last. One without a name where the deck
 * is not grouped or no item has a category. No items: no sections.
 */
export function deckSections(
  items: readonly DeckItem[],
  settings: Pick<DeckSettings, 'group_by_category' | 'sort' | 'highlighted'>,
  categories: readonly string[],
): DeckSection[] {
  if (items.length === 0) return [];
  const highlighted = new Set(settings.highlighted);
  const ordered = (section: readonly DeckItem[]) => {
    const sorted = section.toSorted(ORDERS[settings.sort]);
    return [
      ...sorted.filter(({ id }) => highlighted.has(id)),
      ...sorted.filter(({ id }) => !highlighted.has(id)),
    ];
  };
  const groups = Map.groupBy(items, ({ category }) => category?.trim() || null);
  const rest = groups.get(null) ?? [];
  groups.delete(null);
  if (!settings.group_by_category || groups.size === 0) return [{ name: null, items: ordered(items) }];

  const names = new Set([...categories, ...[...groups.keys()].flatMap((name) => name ?? [])]);
  const sections = [...names].flatMap((name) => {
    const group = groups.get(name);
    return group === undefined ? [] : [{ name, items: ordered(group) }];
  });
  return rest.length === 0 ? sections : [...sections, { name: WITHOUT_CATEGORY, items: ordered(rest) }];
}

/** Items that compare equal stay in the order of the purchase order. */
const ORDERS: Record<DeckSort, (a: DeckItem, b: DeckItem) => number> = {
  order: () => 0,
  name: (a, b) => collator.compare(a.name, b.name),
  sku: (a, b) => missingLast(a.sku, b.sku) || collator.compare(a.sku ?? '', b.sku ?? ''),
  price: (a, b) => missingLast(priceOf(a), priceOf(b)) || (priceOf(b) ?? 0) - (priceOf(a) ?? 0),
};

function missingLast(a: string | number | null, b: string | number | null): number {
  return Number(a === null) - Number(b === null);
}
