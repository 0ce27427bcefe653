/** What a person has done to the categories of a collection: kept apart from what was found, so that both survive. */
import { z } from 'zod';
import type { Category } from './category.ts';
import { LIMITS } from './limits.ts';

const ids = z.string().max(200);

/** `category_edits` of a collection, written by clients. firestore.rules says the same. */
export const categoryEditsSchema = z.strictObject({
  /** New names, by id of category. */
  names: z.record(ids, z.string().trim().min(1).max(LIMITS.nameCharacters)),
  /** By id of a category that was merged into another: the id of that other. Chains are followed. */
  merged: z.record(ids, ids),
  /** Ids in the order of the person; those not named follow in the order in which they were found. */
  order: z.array(ids).max(500),
});
export type CategoryEdits = z.infer<typeof categoryEditsSchema>;

export const NO_CATEGORY_EDITS: CategoryEdits = { names: {}, merged: {}, order: [] };

/** A category as everybody sees it. `found_as` are the names of all that were merged into it, its own first. */
export interface EffectiveCategory extends Category {
  found_as: string[];
}

/** The id that `id` was merged into in the end; itself when it was not, or when the chain leads in a circle. */
function targetOf(id: string, merged: Readonly<Record<string, string>>, known: ReadonlySet<string>): string {
  const seen = new Set([id]);
  let current = id;
  for (;;) {
    const next = merged[current];
    if (next === undefined || !known.has(next)) return current;
    if (seen.has(next)) return id;
    seen.add(next);
    current = next;
  }
}

/** The categories after `edits`: merged, renamed, in order. Edits about categories that are gone have no effect. */
export function effectiveCategories(
  categories: readonly Category[],
  edits: CategoryEdits,
): EffectiveCategory[] {
  const known = new Set(categories.map(({ id }) => id));
  const groups = new Map<string, EffectiveCategory>();
  for (const category of categories) {
    if (targetOf(category.id, edits.merged, known) !== category.id) continue;
    const name = edits.names[category.id] ?? category.name;
    groups.set(category.id, { ...category, name, found_as: [category.name] });
  }
  for (const category of categories) {
    const group = groups.get(targetOf(category.id, edits.merged, known));
    if (group === undefined || group.id === category.id) continue;
    group.found_as.push(category.name);
    group.product_count += category.product_count;
  }
  const rank = new Map(edits.order.map((id, index) => [id, index]));
  return [...groups.values()].sort(
    (a, b) => (rank.get(a.id) ?? edits.order.length) - (rank.get(b.id) ?? edits.order.length),
  );
}

/** The name under which a category found as `found` is shown; a name that no category has is shown as it is. */
export function effectiveCategoryName(
  found: string | null,
  categories: readonly EffectiveCategory[],
): string | null {
  if (found === null) return null;
  return categories.find(({ found_as }) => found_as.includes(found))?.name ?? found;
}
