/** Which items a deck highlights: pure. */
import type { DeckItem } from '@docket/model/deck/deck-items';
import { LIMITS } from '@docket/model/limits';

/** The items that have all words of `search` somewhere in name, number, colour or category; chosen ones first. */
export function findItems(
  items: readonly DeckItem[],
  search: string,
  chosen: ReadonlySet<string>,
): DeckItem[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = items.filter(({ name, sku, color, category }) => {
    const text = [name, sku, color, category].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return [...found.filter(({ id }) => chosen.has(id)), ...found.filter(({ id }) => !chosen.has(id))];
}

/** `highlighted` with `id` added or taken away; never more than a deck may have. */
export function toggled(highlighted: readonly string[], id: string): string[] {
  if (highlighted.includes(id)) return highlighted.filter((other) => other !== id);
  return highlighted.length < LIMITS.highlightedItems ? [...highlighted, id] : [...highlighted];
}
