/** What a person has done to the categories of a collection: kept apart from what was found, so that both survive. */
import { z } from 'zod';
import type { Category } from './category.ts';
import { LIMITS } from './limits.ts';

const ids = z.string().max(200);

/** Ids that an order names. */
const MOST_ORDERED = 500;

/** `category_edits` of a collection, written by clients. firestore.rules says the same. */
export const categoryEditsSchema = z.strictObject({
  /** New names, by id of category. */
  names: z.record(ids, z.string().trim().min(1).max(LIMITS.nameCharacters)),
  /** By id of a category that was merged into another: the id of that other. Chains are followed. */
  merged: z.record(ids, ids),
  /** Ids in the order of the person; those not named follow in the order in which they were found. */
  order: z.array(ids).max(MOST_ORDERED),
});
export type CategoryEdits = z.infer<typeof categoryEditsSchema>;

export const NO_CATEGORY_EDITS: CategoryEdits = { names: {}, merged: {}, order: [] };

/** A category as everybody sees it. `found_as` are the names of all that were merged into it, its own first. */
export interface EffectiveCategory extends Category {
  found_as: string[];
}

/** What was merged into the category `id`, as found: what can be split off again. */
export function mergedInto(categories: readonly Category[], edits: CategoryEdits, id: string): Category[] {
  const known = new Set(categories.map((category) => category.id));
  return categories.filter(
    (category) => category.id !== id && targetOf(category.id, edits.merged, known) === id,
  );
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

/**
 * The found name of the category that is shown as `shown`: what is kept of a choice, so that it follows the category when
 * that is renamed or merged later. A name that no category is shown under is kept as it is.
 */
export function foundCategoryName(
  shown: string | null,
  categories: readonly EffectiveCategory[],
): string | null {
  return categories.find(({ name }) => name === shown)?.found_as[0] ?? shown;
}

/** All ids that have a place, seen or not: first the person's order, then as found. */
function fullOrder(categories: readonly Category[], edits: CategoryEdits): string[] {
  return [...new Set([...edits.order, ...categories.map(({ id }) => id)])];
}

/**
 * `edits` with a new name for the category `id`. Surrounding space is dropped and what is too long is cut; an empty name,
 * or the one that was found, gives the found name back.
 */
export function renameCategory(
  edits: CategoryEdits,
  { id, name: found }: Category,
  to: string,
): CategoryEdits {
  const { [id]: _before, ...others } = edits.names;
  const name = to.trim().slice(0, LIMITS.nameCharacters).trim();
  return { ...edits, names: name === '' || name === found ? others : { ...others, [id]: name } };
}

/**
 * `edits` with the categories `ids` merged into `into`, together with all that was merged into them before. Links are
 * kept one step long: each merged category points at the one that shows it, so that any one of them can be split off
 * again, and none is lost when another is no longer found.
 */
export function mergeCategories(edits: CategoryEdits, ids: readonly string[], into: string): CategoryEdits {
  const moving = new Set(ids.filter((id) => id !== into));
  const { [into]: _before, ...others } = edits.merged;
  const merged: Record<string, string> = {};
  for (const [id, target] of Object.entries(others)) merged[id] = moving.has(target) ? into : target;
  for (const id of moving) merged[id] = into;
  return { ...edits, merged };
}

/** `edits` with the category `id` on its own again, at the place it had before it was merged. */
export function splitCategory(edits: CategoryEdits, id: string): CategoryEdits {
  const { [id]: _target, ...merged } = edits.merged;
  return { ...edits, merged };
}

/**
 * `edits` with the category `id` at the place `to` (0 is the first) of those that are shown. Categories that are not
 * shown, merged ones and those of other runs, keep their places. Nothing changes when `id` is not shown.
 */
export function moveCategory(
  edits: CategoryEdits,
  categories: readonly Category[],
  id: string,
  to: number,
): CategoryEdits {
  const shown = effectiveCategories(categories, edits).map((category) => category.id);
  if (!shown.includes(id)) return edits;
  const others = shown.filter((other) => other !== id);
  const rest = fullOrder(categories, edits).filter((other) => other !== id);
  const next = others[Math.max(0, to)];
  const last = others.at(-1);
  if (next !== undefined) rest.splice(rest.indexOf(next), 0, id);
  else if (last !== undefined) rest.splice(rest.indexOf(last) + 1, 0, id);
  else rest.push(id);
  return { ...edits, order: rest.slice(0, MOST_ORDERED) };
}
