/**
 * The documents of a collection in order of one field (then of their names), so that equality, ranges and ordered
 * limits need no scan. Built when first asked for; later changes wait in a small set and are merged before the next
 * question, so a write costs nothing here and ten thousand writes cost one merge. An index that nobody asks while most
 * of it changes is not worth keeping.
 */
import { compareSegments } from '../paths.ts';
import { documentIdField, type FieldPath, getField } from '../values/field-path.ts';
import { compareValues } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import type { DocumentChange, StoredDocument } from './document.ts';

/** Up to so many waiting changes are spliced in one by one; more are merged in one pass. */
const spliceLimit = 32;

/** Fewer waiting changes than this never make an index stale. */
const patience = 1_024;

/** The value a document is ordered by; undefined when it lacks the field and is no part of the index. */
export function indexedValue(document: StoredDocument, path: FieldPath): Value | undefined {
  return path[0] === documentIdField
    ? { kind: 'reference', value: document.name }
    : getField(document.fields, path);
}

export class FieldIndex {
  readonly #path: FieldPath;
  #entries: StoredDocument[];
  #waiting = new Map<string, { before: StoredDocument | undefined; after: StoredDocument | undefined }>();

  constructor(path: FieldPath, documents: Iterable<StoredDocument>) {
    this.#path = path;
    this.#entries = this.#sorted(documents);
  }

  /** Notes what happened to one document. Changes that come to nothing together are not kept. */
  note(change: DocumentChange): void {
    const earlier = this.#waiting.get(change.name);
    const before = earlier ? earlier.before : change.before;
    const held = before !== undefined && this.#holds(before);
    if (held || (change.after && this.#holds(change.after))) {
      this.#waiting.set(change.name, { before: held ? before : undefined, after: change.after });
    } else if (earlier) {
      this.#waiting.delete(change.name);
    }
  }

  /** Whether more has changed since the last question than is left of the index: it is better built anew. */
  get isStale(): boolean {
    return this.#waiting.size > patience && this.#waiting.size > this.#entries.length;
  }

  /** All documents that have the field, in ascending order. Do not change the list. */
  entries(): readonly StoredDocument[] {
    this.#merge();
    return this.#entries;
  }

  /** The position of the first entry whose value is not below `value` (`after`: that is above it). */
  position(value: Value, after: boolean): number {
    this.#merge();
    return this.#search((document) => {
      const order = this.#compareWith(document, value);
      return order > 0 || (order === 0 && !after);
    });
  }

  readonly #compare = (a: StoredDocument, b: StoredDocument): number => {
    if (this.#path[0] !== documentIdField) {
      const [left, right] = [indexedValue(a, this.#path), indexedValue(b, this.#path)];
      const order = left && right ? compareValues(left, right) : 0;
      if (order !== 0) {
        return order;
      }
    }
    return compareSegments(a.segments, b.segments);
  };

  #compareWith(document: StoredDocument, value: Value): number {
    const own = indexedValue(document, this.#path);
    return own ? compareValues(own, value) : 0;
  }

  #holds(document: StoredDocument): boolean {
    return indexedValue(document, this.#path) !== undefined;
  }

  /** The first position for which `reached` holds, by bisection. */
  #search(reached: (document: StoredDocument) => boolean): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && !reached(entry)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #merge(): void {
    if (this.#waiting.size === 0) {
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = new Map();
    if (waiting.size > spliceLimit) {
      const kept = this.#entries.filter((document) => !waiting.has(document.name));
      const fresh = [...waiting.values()].flatMap(({ after }) => after ?? []);
      this.#entries = this.#mergeSorted(kept, this.#sorted(fresh));
      return;
    }
    for (const { before, after } of waiting.values()) {
      if (before && this.#holds(before)) {
        this.#entries.splice(this.#positionOf(before), 1);
      }
      if (after && this.#holds(after)) {
        this.#entries.splice(this.#positionOf(after), 0, after);
      }
    }
  }

  /** Those of the documents that have the field, in order. Values are looked up once, not for each comparison. */
  #sorted(documents: Iterable<StoredDocument>): StoredDocument[] {
    const byName = this.#path[0] === documentIdField;
    return Array.from(documents)
      .flatMap((document) => {
        const value = indexedValue(document, this.#path);
        return value ? [{ document, value }] : [];
      })
      .sort(
        (a, b) =>
          (byName ? 0 : compareValues(a.value, b.value)) ||
          compareSegments(a.document.segments, b.document.segments),
      )
      .map(({ document }) => document);
  }

  /** One sorted list of two. */
  #mergeSorted(left: readonly StoredDocument[], right: readonly StoredDocument[]): StoredDocument[] {
    const merged: StoredDocument[] = [];
    let at = 0;
    for (const document of right) {
      for (let next = left[at]; next && this.#compare(next, document) < 0; next = left[at]) {
        merged.push(next);
        at += 1;
      }
      merged.push(document);
    }
    return merged.concat(left.slice(at));
  }

  #positionOf(document: StoredDocument): number {
    return this.#search((entry) => this.#compare(entry, document) >= 0);
  }
}
