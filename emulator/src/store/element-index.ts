/**
 * The documents of a collection by the elements of one array field, so that looking for an element needs no scan. Like
 * a {@link FieldIndex} it is built when first asked for, and changes wait until the next question.
 */
import { type FieldPath, getField } from '../values/field-path.ts';
import { equalityKey } from '../values/equality-key.ts';
import type { Value } from '../values/value.ts';
import type { DocumentChange, StoredDocument } from './document.ts';

/** Fewer waiting changes than this never make an index stale. */
const patience = 1_024;

export class ElementIndex {
  readonly #path: FieldPath;
  /** By {@link equalityKey} of the element, then by name. */
  readonly #documents = new Map<string, Map<string, StoredDocument>>();
  #size = 0;
  #waiting = new Map<string, { before: StoredDocument | undefined; after: StoredDocument | undefined }>();

  constructor(path: FieldPath, documents: Iterable<StoredDocument>) {
    this.#path = path;
    for (const document of documents) {
      this.#put(document);
    }
  }

  /** Notes what happened to one document. */
  note(change: DocumentChange): void {
    const earlier = this.#waiting.get(change.name);
    const before = earlier ? earlier.before : change.before;
    if (this.#keysOf(before).size > 0 || this.#keysOf(change.after).size > 0) {
      this.#waiting.set(change.name, { before, after: change.after });
    } else if (earlier) {
      this.#waiting.delete(change.name);
    }
  }

  /** Whether more has changed since the last question than is left of the index: it is better built anew. */
  get isStale(): boolean {
    return this.#waiting.size > patience && this.#waiting.size > this.#size;
  }

  /** All documents whose array holds the element, and perhaps others, in no particular order. */
  find(element: Value): ReadonlyMap<string, StoredDocument> {
    for (const { before, after } of this.#waiting.values()) {
      this.#remove(before);
      this.#put(after);
    }
    this.#waiting = new Map();
    return this.#documents.get(equalityKey(element)) ?? new Map();
  }

  #put(document: StoredDocument | undefined): void {
    for (const key of this.#keysOf(document)) {
      const found = this.#documents.get(key);
      if (document && found) {
        found.set(document.name, document);
      } else if (document) {
        this.#documents.set(key, new Map([[document.name, document]]));
      }
      this.#size += 1;
    }
  }

  #remove(document: StoredDocument | undefined): void {
    for (const key of this.#keysOf(document)) {
      const found = this.#documents.get(key);
      if (document && found?.delete(document.name) && found.size === 0) {
        this.#documents.delete(key);
      }
      this.#size -= 1;
    }
  }

  #keysOf(document: StoredDocument | undefined): ReadonlySet<string> {
    const value = document && getField(document.fields, this.#path);
    return new Set(value?.kind === 'array' ? value.values.map(equalityKey) : []);
  }
}
