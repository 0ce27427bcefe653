/** Items as the page shows them: published revisions, a person's changes on top, categories under their shown names. */
import type { Category } from '@docket/model/category';
import {
  type CategoryEdits,
  type EffectiveCategory,
  effectiveCategories,
} from '@docket/model/category-edits';
import { type EffectiveItem, isCounted, type Item, publishedItem } from '@docket/model/item';
import { shownItem } from '@docket/model/item-edits';
import { lineAmount } from '@docket/model/item-table';
import type { Stored } from '../../../data/reader.ts';

/** An item, ready to be shown. The object is the same as long as the item and its surroundings are. */
export interface ItemRow {
  id: string;
  path: string;
  /** The published revision. */
  item: Item;
  /** With edits, and the category as the collection names it. */
  shown: EffectiveItem;
  /** What Docket has made, with the category as the collection names it. */
  generated: EffectiveItem;
  /** The collection's categories as shown. */
  categories: readonly EffectiveCategory[];
  /** Whether it counts in totals, exports and decks. */
  counted: boolean;
  /** Pieces × unit price, in cents; null without a price. */
  amount: number | null;
  /** What a search looks at, in small letters. */
  text: string;
}

/** What rows are made of besides their items. */
export interface RowContext {
  /** The latest completed `item_generation` run. */
  publishedRun: number;
  categories: readonly Category[];
  categoryEdits: CategoryEdits;
}

function searchText({ name, sku, base_sku: base, color, color_code: code, category }: EffectiveItem): string {
  return [name, sku, base, color, code, category]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
}

/** Pieces × unit price in cents; null without a price. */
function amountInCents(item: EffectiveItem): number | null {
  const amount = lineAmount(item);
  return amount === null ? null : Math.round(amount * 100);
}

/** A function that makes rows for one context; each item is looked at once. Null: nothing of it is published yet. */
export function rowMaker({
  publishedRun,
  categories,
  categoryEdits,
}: RowContext): (stored: Stored<Item>) => ItemRow | null {
  const shownCategories = effectiveCategories(categories, categoryEdits);
  const known = new WeakMap<Stored<Item>, ItemRow>();
  return (stored) => {
    const before = known.get(stored);
    if (before !== undefined) return before;
    const item = publishedItem(stored.data, publishedRun);
    if (item === null) return null;
    const shown = shownItem(item, shownCategories);
    const row = {
      id: stored.id,
      path: stored.path,
      item,
      shown,
      generated: shownItem({ generated: item.generated, edits: {} }, shownCategories),
      categories: shownCategories,
      counted: isCounted(item),
      amount: amountInCents(shown),
      text: searchText(shown),
    };
    known.set(stored, row);
    return row;
  };
}

/** The published rows in the order of the purchase orders; items that are no longer in it come last. */
export function itemRows(
  items: readonly Stored<Item>[],
  make: (stored: Stored<Item>) => ItemRow | null,
): ItemRow[] {
  return items
    .map(make)
    .filter((row) => row !== null)
    .sort(
      (a, b) =>
        Number(b.item.in_order) - Number(a.item.in_order) ||
        a.item.position - b.item.position ||
        (a.id < b.id ? -1 : 1),
    );
}
