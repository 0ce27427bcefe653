/** What people do to items, as changes that can be committed and taken back. Pure. */
import { type ItemEditField, type ItemEdits, itemEditsSchema } from '@docket/model/item';
import { editsAfter } from '@docket/model/item-edits';
import { type ItemChange, sameValue } from '@docket/model/commands/item-commands';
import type { ItemRow } from './item-rows.ts';
import type { PriceField } from './item-values.ts';

const EDIT_FIELDS = itemEditsSchema.keyof().options;

/** Whether two items are edited in the same way. */
function sameEdits(a: ItemEdits, b: ItemEdits): boolean {
  return EDIT_FIELDS.every((field) => sameValue(a[field], b[field]));
}

/** The change that gives the fields of `edits`, as a person sees them, to an item; null when it has them already. */
export function changeOf(row: ItemRow, edits: ItemEdits): ItemChange | null {
  const before = row.item.edits;
  const after = editsAfter(row.item, edits, row.categories);
  return sameEdits(before, after) ? null : { path: row.path, before, after };
}

/** The change that puts a field back to what was generated; null when it is. */
export function revertOf(row: ItemRow, field: ItemEditField): ItemChange | null {
  const before = row.item.edits;
  if (before[field] === undefined) return null;
  const { [field]: _, ...after } = before;
  return { path: row.path, before, after };
}

/** By how much a price changes: cents, or hundredths of a per cent. Negative: downwards. */
export type PriceStep = { by: 'amount'; cents: number } | { by: 'percent'; hundredths: number };

/** `price` after `step`, counted in whole cents, a half one rounded up, never below nothing. */
export function steppedPrice(price: number, step: PriceStep): number {
  const cents = Math.round(price * 100);
  const next =
    step.by === 'amount' ? cents + step.cents : Math.round((cents * (10_000 + step.hundredths)) / 10_000);
  return Math.max(0, next) / 100;
}

/** The edit that steps a price of an item; null where it has none. */
export function priceEdit(row: ItemRow, field: PriceField, step: PriceStep): ItemEdits | null {
  const price = row.shown[field];
  return price === null ? null : { [field]: steppedPrice(price, step) };
}

/**
 * The changes that take `changes` back. `now` yields an item's present edits, undefined when it is gone. What somebody
 * has changed again since is left alone.
 */
export function undone(
  changes: readonly ItemChange[],
  now: (path: string) => ItemEdits | undefined,
): ItemChange[] {
  return changes.flatMap(({ path, before, after }) => {
    const present = now(path);
    if (present === undefined) return [];
    const [was, made, is] = [before, after, present].map(
      (edits) => new Map<string, unknown>(Object.entries(edits)),
    );
    const back = new Map(is);
    for (const field of new Set([...(was?.keys() ?? []), ...(made?.keys() ?? [])])) {
      const [earlier, ours] = [was?.get(field), made?.get(field)];
      if (sameValue(earlier, ours) || !sameValue(ours, is?.get(field))) continue;
      if (earlier === undefined) back.delete(field);
      else back.set(field, earlier);
    }
    const next = itemEditsSchema.parse(Object.fromEntries(back));
    return sameEdits(present, next) ? [] : [{ path, before: present, after: next }];
  });
}
