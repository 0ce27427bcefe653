/**
 * The entries that Firestore's automatic indexes would hold for a document: an ascending and a descending one for each
 * field that is no map or array, however deep in maps, and one for each element of an array. Exemptions and composite
 * indexes are a matter of a project's settings and not counted.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/index-overview#automatic_indexing
 * @see https://firebase.google.com/docs/firestore/storage-size#index-entry-size
 */
import { nameSize, textSize, valueSize } from './size.ts';
import { type Fields, isVector, type Value } from './value.ts';

export interface IndexEntries {
  readonly count: number;
  /** Of all entries together, in bytes. */
  readonly size: number;
  /** Of the largest entry, in bytes. */
  readonly largest: number;
}

/** So many bytes of a value are in an index. */
const indexedBytes = 1500;

/** Counts and measures a document's index entries. */
export function indexEntries(segments: readonly string[], fields: Fields): IndexEntries {
  const fixed = nameSize(segments) + (segments.length > 2 ? nameSize(segments.slice(0, -2)) : 0) + 32;
  let [total, size, largest] = [0, 0, 0];
  const add = (path: number, value: Value, times: number) => {
    const entry = fixed + path + Math.min(valueSize(value), indexedBytes);
    total += times;
    size += times * entry;
    largest = Math.max(largest, entry);
  };
  const visit = (inside: Fields, above: number) => {
    for (const [name, value] of inside) {
      const path = above + textSize(name);
      if (value.kind === 'map' && !isVector(value.fields)) {
        visit(value.fields, path);
      } else if (value.kind === 'array') {
        value.values.forEach((element) => add(path, element, 1));
      } else {
        add(path, value, 2);
      }
    }
  };
  visit(fields, 0);
  return { count: total, size, largest };
}
