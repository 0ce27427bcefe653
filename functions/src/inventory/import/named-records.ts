/** Locations and suppliers as rows name them: those that are there, and those that have to be created. */
import type { CollectionReference } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { idOf } from './import-ids.ts';

/** What matters of a record that is found by its name. */
export interface NamedRecord {
  id: string;
  active: boolean;
}

const namedSchema = z.object({ name: z.string(), active: z.boolean() });

/** Of records that have the same name, the active one goes first. */
export class NamedRecords {
  readonly #collection: CollectionReference;
  readonly #kind: string;
  readonly #byName = new Map<string, NamedRecord>();
  readonly #byId = new Map<string, NamedRecord>();

  /** `kind` begins the ids of those that are created. */
  private constructor(collection: CollectionReference, kind: string) {
    this.#collection = collection;
    this.#kind = kind;
  }

  /** Reads all records of `collection`. */
  static async read(collection: CollectionReference, kind: string): Promise<NamedRecords> {
    const records = new NamedRecords(collection, kind);
    for (const found of (await collection.get()).docs) {
      const named = namedSchema.safeParse(found.data()).data;
      records.#add(found.id, named?.name ?? '', named?.active ?? false);
    }
    return records;
  }

  /** The record that `name` means, whatever its case and spaces; undefined when there is none, as for an empty name. */
  find(name: string): NamedRecord | undefined {
    return this.#byName.get(keyOf(name));
  }

  isActive(id: string): boolean {
    return this.#byId.get(id)?.active === true;
  }

  /** Creates those of `names` that are missing, as `make` says, each once. */
  async create(
    context: Pick<PhaseContext, 'transact'>,
    names: readonly string[],
    make: (name: string) => object,
  ): Promise<void> {
    // Of several spellings the first counts.
    const missing = new Map(
      names.toReversed().flatMap((name) => (this.#isMissing(name) ? [[keyOf(name), name]] : [])),
    );
    if (missing.size === 0) return;
    const wanted = [...missing].map(([key, name]) => ({
      name,
      key,
      ref: this.#collection.doc(this.#freeId(key)),
    }));
    await context.transact(async (transaction) => {
      const found = await transaction.getAll(...wanted.map(({ ref }) => ref));
      for (const [index, { name, key, ref }] of wanted.entries()) {
        const present = namedSchema.safeParse(found[index]?.data()).data;
        if (present === undefined) transaction.create(ref, make(name));
        else if (keyOf(present.name) !== key)
          throw new Error(`${ref.id} was renamed while it was being created`);
      }
    });
    for (const { name, ref } of wanted) this.#add(ref.id, name, true);
  }

  #isMissing(name: string): boolean {
    return keyOf(name) !== '' && this.find(name) === undefined;
  }

  /** The id made of the name; the next one where a person has given the record with that id another name. */
  #freeId(key: string): string {
    for (let number = 1; ; number++) {
      const id = idOf(this.#kind, key, String(number));
      if (!this.#byId.has(id)) return id;
    }
  }

  #add(id: string, name: string, active: boolean): void {
    const record = { id, active };
    this.#byId.set(id, record);
    const key = keyOf(name);
    if (key !== '' && (active || !this.#byName.has(key))) this.#byName.set(key, record);
  }
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
