/** Changes that people make to items, as the writes that make them. */
import type { ItemEdits } from '../item.ts';
import type { Actor, Write } from './write.ts';

/** What a person's edits of one item were and are to be. A field that is absent is as generated. */
export interface ItemChange {
  /** Of the item's document. */
  path: string;
  before: ItemEdits;
  after: ItemEdits;
}

/** Firestore takes 500 writes in a commit; server times count as well. */
const WRITES_PER_COMMIT = 400;

/** Whether two values of a field are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}

/** The fields in which the edits of `before` and `after` differ, with their value afterwards; undefined: as generated. */
function differences({ before, after }: ItemChange): [field: string, value: unknown][] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !sameValue(was.get(field), is.get(field)))
    .map((field) => [field, is.get(field)]);
}

/**
 * The writes of `changes`, field by field so that what others change at the same time stays, in groups to be committed
 * one by one. `removed` is the database's marker for a field that goes. Changes that change nothing write nothing.
 */
export function editItems(actor: Actor, removed: unknown, changes: readonly ItemChange[]): Write[][] {
  const writes = changes.flatMap((change): Write[] => {
    const fields = differences(change).map(([field, value]) => [
      `edits.${field}`,
      value === undefined ? removed : value,
    ]);
    if (fields.length === 0) return [];
    const signed = { edited_by: actor.uid, edited_at: actor.serverTime };
    return [{ kind: 'update', path: change.path, fields: { ...Object.fromEntries(fields), ...signed } }];
  });
  return Array.from({ length: Math.ceil(writes.length / WRITES_PER_COMMIT) }, (_, group) =>
    writes.slice(group * WRITES_PER_COMMIT, (group + 1) * WRITES_PER_COMMIT),
  );
}
