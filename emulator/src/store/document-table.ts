/**
 * All documents of one database in memory: by name, by collection and by collection group, with the field indexes
 * that queries have asked for.
 */
import { type FieldPath, formatFieldPath } from '../values/field-path.ts';
import { collectionIdOf, collectionPathOf, type DocumentChange, type StoredDocument } from './document.ts';
import { ElementIndex } from './element-index.ts';
import { FieldIndex } from './field-index.ts';

/** Documents that queries look at together: a collection, a collection group, or everything. */
export class DocumentSet {
  readonly #documents = new Map<string, StoredDocument>();
  readonly #indexes = new Map<string, FieldIndex>();
  readonly #elementIndexes = new Map<string, ElementIndex>();

  get size(): number {
    return this.#documents.size;
  }

  get(name: string): StoredDocument | undefined {
    return this.#documents.get(name);
  }

  /** The documents in no particular order. */
  documents(): Iterable<StoredDocument> {
    return this.#documents.values();
  }

  /** The documents ordered by one field, see {@link FieldIndex}. */
  indexBy(path: FieldPath): FieldIndex {
    const key = formatFieldPath(path);
    let index = this.#indexes.get(key);
    if (!index) {
      index = new FieldIndex(path, this.#documents.values());
      this.#indexes.set(key, index);
    }
    return index;
  }

  /** The documents by the elements of an array field, see {@link ElementIndex}. */
  elementsOf(path: FieldPath): ElementIndex {
    const key = formatFieldPath(path);
    let index = this.#elementIndexes.get(key);
    if (!index) {
      index = new ElementIndex(path, this.#documents.values());
      this.#elementIndexes.set(key, index);
    }
    return index;
  }

  apply(change: DocumentChange): void {
    if (change.after) {
      this.#documents.set(change.name, change.after);
    } else {
      this.#documents.delete(change.name);
    }
    note(this.#indexes, change);
    note(this.#elementIndexes, change);
  }
}

interface Index {
  note(change: DocumentChange): void;
  readonly isStale: boolean;
}

function note(indexes: Map<string, Index>, change: DocumentChange): void {
  for (const [key, index] of indexes) {
    index.note(change);
    if (index.isStale) {
      indexes.delete(key);
    }
  }
}

const nothing = new DocumentSet();

export class DocumentTable {
  readonly #everything = new DocumentSet();
  readonly #collections = new Map<string, DocumentSet>();
  readonly #groups = new Map<string, DocumentSet>();

  get(name: string): StoredDocument | undefined {
    return this.#everything.get(name);
  }

  /** Every document of the database. */
  everything(): DocumentSet {
    return this.#everything;
  }

  /** The documents directly in the collection with this path. */
  collection(path: string): DocumentSet {
    return this.#collections.get(path) ?? nothing;
  }

  /** The documents of all collections with this id. */
  group(collectionId: string): DocumentSet {
    return this.#groups.get(collectionId) ?? nothing;
  }

  /** The paths of all collections that hold a document. */
  collectionPaths(): Iterable<string> {
    return this.#collections.keys();
  }

  /** Takes in a document that was not there. */
  add(document: StoredDocument): void {
    this.apply({ name: document.name, segments: document.segments, before: undefined, after: document });
  }

  apply(change: DocumentChange): void {
    this.#everything.apply(change);
    applyTo(this.#collections, collectionPathOf(change.segments), change);
    applyTo(this.#groups, collectionIdOf(change.segments), change);
  }
}

/** Sets appear with their first document and go with their last, or a million short-lived collections would stay. */
function applyTo(sets: Map<string, DocumentSet>, key: string, change: DocumentChange): void {
  const set = sets.get(key) ?? new DocumentSet();
  set.apply(change);
  if (set.size > 0) {
    sets.set(key, set);
  } else {
    sets.delete(key);
  }
}
