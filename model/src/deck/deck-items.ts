/** The items of a collection as a deck sees them. */
import { type EffectiveCategory, effectiveCategoryName } from '../category-edits.ts';
import { type EffectiveItem, effectiveItem, isCounted, type Item, publishedItem } from '../item.ts';

/** What a deck needs to know about an item. `category` is the name as shown. */
export interface DeckItem
  extends Pick<
    EffectiveItem,
    | 'sku'
    | 'name'
    | 'category'
    | 'color'
    | 'color_code'
    | 'sizes'
    | 'quantity'
    | 'unit_price'
    | 'wholesale_price'
    | 'msrp'
    | 'currency'
    | 'material'
    | 'origin'
    | 'season'
    | 'delivery'
  > {
  id: string;
  /** Null: there is none, or it cannot be shown. Width and height in pixels. */
  image: { image_id: string; width: number; height: number } | null;
}

/**
 * The items that a deck shows: published by `publishedRun` (`item_results.run` of the collection), counted, as people
 * have changed them, in the order of the purchase order.
 */
export function deckItems(
  items: readonly (Item & { id: string })[],
  publishedRun: number,
  categories: readonly EffectiveCategory[],
): DeckItem[] {
  return items
    .flatMap((item) => {
      const published = publishedItem(item, publishedRun);
      return published === null || !isCounted(published) ? [] : [{ ...published, id: item.id }];
    })
    .sort((a, b) => a.position - b.position || compareText(a.id, b.id))
    .map((item) => deckItem(item.id, effectiveItem(item), categories));
}

function deckItem(id: string, item: EffectiveItem, categories: readonly EffectiveCategory[]): DeckItem {
  const { image } = item;
  return {
    ...item,
    id,
    category: effectiveCategoryName(item.category, categories),
    image: image === null ? null : { image_id: image.image_id, width: image.width, height: image.height },
  };
}

/** By code units: the same on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
