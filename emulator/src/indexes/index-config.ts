/**
 * The indexes that a project has declared, read from `firestore.indexes.json`, and those that every database has anyway.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/index-overview
 * @see https://firebase.google.com/docs/reference/firestore/indexes
 */
import { z } from 'zod';
import { documentIdField, formatFieldPath, parseFieldPath } from '../values/field-path.ts';

/** Whether an index holds the documents of one collection, or of all collections of one id. */
export type IndexScope = 'COLLECTION' | 'COLLECTION_GROUP';
export type IndexMode = 'ASCENDING' | 'DESCENDING' | 'CONTAINS';

export interface IndexField {
  /** As {@link formatFieldPath} writes it. */
  readonly path: string;
  readonly mode: IndexMode;
}

/** The vectors that an index holds. */
export interface VectorField {
  readonly path: string;
  readonly dimension: number;
}

/** A composite index. */
export interface CompositeIndex {
  readonly collectionId: string;
  readonly scope: IndexScope;
  /** Complete down to the name, in which every index ends; of a vector index those before the vector, without the name. */
  readonly fields: readonly IndexField[];
  readonly vector: VectorField | undefined;
  /** As it was declared, in one line. */
  readonly declared: string;
}

/** A single-field index. */
export interface SingleIndex {
  readonly scope: IndexScope;
  readonly mode: IndexMode;
}

/** What is indexed of one field, instead of what would be otherwise. */
export interface FieldOverride {
  readonly collectionId: string;
  /** `*` for all fields of the collection that have no override of their own. */
  readonly path: string;
  readonly ttl: boolean | undefined;
  readonly indexes: readonly SingleIndex[];
}

/** What every field has without an override. */
export const automaticIndexes: readonly SingleIndex[] = [
  { scope: 'COLLECTION', mode: 'ASCENDING' },
  { scope: 'COLLECTION', mode: 'DESCENDING' },
  { scope: 'COLLECTION', mode: 'CONTAINS' },
];

const everyField = '*';
const scopeSchema = z.enum(['COLLECTION', 'COLLECTION_GROUP']);
const orderSchema = z.enum(['ASCENDING', 'DESCENDING']);
const arrayConfigSchema = z.literal('CONTAINS');
const idSchema = z.string().min(1);

const pathSchema = z.string().transform((text, context) => {
  try {
    return text === everyField ? text : formatFieldPath(parseFieldPath(text));
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
    return z.NEVER;
  }
});

const scopedSchema = scopeSchema.default('COLLECTION');
const compositeFieldSchema = z.union([
  z.object({ fieldPath: pathSchema, order: orderSchema }),
  z.object({ fieldPath: pathSchema, arrayConfig: arrayConfigSchema }),
  z.object({
    fieldPath: pathSchema,
    vectorConfig: z.object({ dimension: z.int().positive(), flat: z.object({}) }),
  }),
]);
const compositeSchema = z.object({
  collectionGroup: idSchema,
  queryScope: scopeSchema,
  fields: z.array(compositeFieldSchema).min(1),
});
const overrideSchema = z.object({
  collectionGroup: idSchema,
  fieldPath: pathSchema,
  ttl: z.boolean().optional(),
  // The Firebase CLI does not do without it either: left out it would mean none.
  indexes: z.array(
    z.union([
      z.object({ queryScope: scopedSchema, order: orderSchema }),
      z.object({ queryScope: scopedSchema, arrayConfig: arrayConfigSchema }),
    ]),
  ),
});
const fileSchema = z.object({
  indexes: z.array(compositeSchema),
  fieldOverrides: z.array(overrideSchema).default([]),
});

/** What a project has declared, for the collections of all its databases. */
export class IndexConfig {
  readonly composites: readonly CompositeIndex[];
  readonly #overrides: ReadonlyMap<string, FieldOverride>;

  constructor(composites: readonly CompositeIndex[], overrides: readonly FieldOverride[]) {
    this.composites = composites;
    this.#overrides = new Map(overrides.map((each) => [keyOf(each.collectionId, each.path), each]));
  }

  /** What has been declared for a field: for itself, else for the map it lies in, else for all fields of the collection. */
  overrideOf(collectionId: string, path: string): FieldOverride | undefined {
    const names = parseFieldPath(path);
    for (let length = names.length; length > 0; length -= 1) {
      const override = this.#overrides.get(keyOf(collectionId, formatFieldPath(names.slice(0, length))));
      if (override) {
        return override;
      }
    }
    return this.#overrides.get(keyOf(collectionId, everyField));
  }

  /** Whether documents can be found, or put in order, by one field alone. */
  hasSingle(collectionId: string, path: string, wanted: SingleIndex): boolean {
    // Documents lie in the order of their names; the other way round that has to be asked for.
    if (path === documentIdField) {
      const own = this.#overrides.get(keyOf(collectionId, documentIdField));
      return wanted.mode === 'ASCENDING' || (own !== undefined && includes(own.indexes, wanted));
    }
    return includes(this.overrideOf(collectionId, path)?.indexes ?? automaticIndexes, wanted);
  }

  /** Each index that would not be there without being declared, and all the others. */
  *eachLeftOut(): Generator<{ readonly declared: string; readonly others: IndexConfig }> {
    const overrides = [...this.#overrides.values()];
    for (const composite of this.composites) {
      const composites = this.composites.filter((each) => each !== composite);
      yield { declared: composite.declared, others: new IndexConfig(composites, overrides) };
    }
    for (const override of overrides) {
      for (const index of override.indexes.filter((each) => !includes(automaticIndexes, each))) {
        const indexes = override.indexes.filter((each) => each !== index);
        const others = overrides.map((each) => (each === override ? { ...override, indexes } : each));
        yield {
          declared: `${override.collectionId}.${override.path} ${index.scope} ${index.mode}`,
          others: new IndexConfig(this.composites, others),
        };
      }
    }
  }
}

/** Reads the text of a `firestore.indexes.json`. Throws with a message for the user when it is none. */
export function parseIndexConfig(text: string): IndexConfig {
  const parsed = fileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(z.prettifyError(parsed.error));
  }
  const { indexes, fieldOverrides } = parsed.data;
  return new IndexConfig(
    indexes.map(compositeOf),
    fieldOverrides.map(({ collectionGroup, fieldPath, ttl, indexes: singles }) => ({
      collectionId: collectionGroup,
      path: fieldPath,
      ttl,
      indexes: singles.map((single) => ({
        scope: single.queryScope,
        mode: 'order' in single ? single.order : single.arrayConfig,
      })),
    })),
  );
}

function compositeOf(wire: z.output<typeof compositeSchema>): CompositeIndex {
  const fields = wire.fields.flatMap((field): IndexField[] => {
    if ('vectorConfig' in field) {
      return [];
    }
    return [{ path: field.fieldPath, mode: 'order' in field ? field.order : field.arrayConfig }];
  });
  const [vector] = wire.fields.flatMap((field) =>
    'vectorConfig' in field ? [{ path: field.fieldPath, dimension: field.vectorConfig.dimension }] : [],
  );
  return {
    collectionId: wire.collectionGroup,
    scope: wire.queryScope,
    fields: vector ? fields.filter(({ path }) => path !== documentIdField) : completed(fields),
    vector,
    declared: JSON.stringify(wire),
  };
}

/** Without a name of its own at the end an index goes on by name, in the direction of its last field. */
export function completed(fields: readonly IndexField[]): readonly IndexField[] {
  const last = fields.at(-1);
  return last?.path === documentIdField
    ? fields
    : [...fields, { path: documentIdField, mode: last?.mode === 'DESCENDING' ? 'DESCENDING' : 'ASCENDING' }];
}

function includes(indexes: readonly SingleIndex[], { scope, mode }: SingleIndex): boolean {
  return indexes.some((each) => each.scope === scope && each.mode === mode);
}

function keyOf(collectionId: string, path: string): string {
  return `${collectionId}/${path}`;
}
