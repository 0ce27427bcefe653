/** What people change in items, as it is kept: only what differs, categories by the name under which they were found. Pure. */
import { type EffectiveCategory, effectiveCategoryName, foundCategoryName } from './category-edits.ts';
import { sameValue } from './commands/item-commands.ts';
import { type EffectiveItem, effectiveItem, type Item, type ItemEdits, itemEditsSchema } from './item.ts';

const EDIT_FIELDS = itemEditsSchema.keyof().options;

/** An item with a person's changes on top, and its category as the collection names it. */
export function shownItem(
  item: Pick<Item, 'generated' | 'edits'>,
  categories: readonly EffectiveCategory[],
): EffectiveItem {
  const shown = effectiveItem(item);
  return { ...shown, category: effectiveCategoryName(shown.category, categories) };
}

/** The edits of an item once the fields of `edits`, as a person sees them, are given to it. */
export function editsAfter(
  { generated, edits: before }: Pick<Item, 'generated' | 'edits'>,
  edits: ItemEdits,
  categories: readonly EffectiveCategory[],
): ItemEdits {
  const kept =
    edits.category === undefined
      ? edits
      : { ...edits, category: foundCategoryName(edits.category, categories) };
  const after = { ...before, ...kept };
  const made = shownItem({ generated, edits: {} }, categories);
  const shown = { ...after, category: effectiveCategoryName(after.category ?? null, categories) };
  for (const field of EDIT_FIELDS)
    if (field in after && sameValue(shown[field], made[field])) delete after[field];
  return after;
}
