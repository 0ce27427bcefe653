/** Says which index a query lacks: in production's words, and as JSON to be pasted into `firestore.indexes.json`. */
import { documentIdField } from '../values/field-path.ts';
import {
  automaticIndexes,
  completed,
  type IndexConfig,
  type IndexField,
  type IndexMode,
  type SingleIndex,
} from './index-config.ts';
import type { Alternative, OrderedField, QueryShape } from './query-shape.ts';
import { isByName, singleOrder } from './serving.ts';

/** An index to be added: one of several fields, or one of a field by itself. */
export type MissingIndex =
  | { readonly kind: 'composite'; readonly entry: object }
  | { readonly kind: 'single'; readonly path: string; readonly mode: IndexMode; readonly entry: object };

const modeNames: Record<IndexMode, string> = { ASCENDING: 'ASC', DESCENDING: 'DESC', CONTAINS: 'CONTAINS' };

/** The index that would serve one alternative of a query. */
export function missingIndex(config: IndexConfig, shape: QueryShape, alternative: Alternative): MissingIndex {
  const single = shape.vector ? undefined : missingSingle(alternative);
  return single
    ? { kind: 'single', ...single, entry: overrideWith(config, shape, single) }
    : { kind: 'composite', entry: compositeFor(shape, alternative) };
}

/** What whoever asked is told. */
export function missingMessage(shape: QueryShape, missing: readonly MissingIndex[]): string {
  const [first] = missing;
  const entries = [...new Set(missing.map(({ entry }) => JSON.stringify(entry)))].join(', ');
  if (first?.kind === 'single') {
    const index = `${shape.scope}_${modeNames[first.mode]}`;
    const where = `collection ${shape.collectionId ?? ''} and field ${first.path}`;
    return `The query requires a ${index} index for ${where}. Add to "fieldOverrides" in firestore.indexes.json: ${entries}`;
  }
  const complaint = shape.vector ? 'Missing vector index configuration.' : 'The query requires an index.';
  return `${complaint} Add to "indexes" in firestore.indexes.json: ${entries}`;
}

/** The field by which alone an alternative is found and put in order, if there is one. */
function missingSingle({
  equal,
  contains,
  order,
}: Alternative): { path: string; mode: IndexMode } | undefined {
  const [path, ...more] = [...equal, ...contains];
  const only = singleOrder(order);
  if (path === undefined) {
    return only && { path: only.path, mode: modeOf(only) };
  }
  if (more.length > 0 || order.length > 1 || path === documentIdField) {
    return undefined;
  }
  if (contains.length === 0) {
    return { path, mode: only ? modeOf(only) : 'ASCENDING' };
  }
  return isByName(order) ? { path, mode: 'CONTAINS' } : undefined;
}

/** An override says all that is to be indexed of its field, so what there was has to be in it. */
function overrideWith(
  config: IndexConfig,
  { collectionId = '', scope }: QueryShape,
  { path, mode }: { path: string; mode: IndexMode },
): object {
  const present = path === documentIdField ? undefined : config.overrideOf(collectionId, path);
  const before = path === documentIdField ? [] : (present?.indexes ?? automaticIndexes);
  const ttl = present?.path === path && present.ttl !== undefined ? { ttl: present.ttl } : {};
  return {
    collectionGroup: collectionId,
    fieldPath: path,
    ...ttl,
    indexes: [...before, { scope, mode }].map(singleEntry),
  };
}

function singleEntry({ scope, mode }: SingleIndex): object {
  return { ...modeEntry(mode), queryScope: scope };
}

function compositeFor({ collectionId = '', scope, vector }: QueryShape, alternative: Alternative): object {
  const { equal, contains, order } = alternative;
  const fields: IndexField[] = [
    ...contains.map((path): IndexField => ({ path, mode: 'CONTAINS' })),
    ...equal.map((path): IndexField => ({ path, mode: 'ASCENDING' })),
    ...order.map((each): IndexField => ({ path: each.path, mode: modeOf(each) })),
  ];
  const entries = withoutImpliedName(fields).map(({ path, mode }) => ({
    fieldPath: path,
    ...modeEntry(mode),
  }));
  return {
    collectionGroup: collectionId,
    queryScope: scope,
    fields: vector
      ? [
          ...entries.filter(({ fieldPath }) => fieldPath !== documentIdField),
          { fieldPath: vector.path, vectorConfig: { dimension: vector.dimension, flat: {} } },
        ]
      : entries,
  };
}

function withoutImpliedName(fields: readonly IndexField[]): readonly IndexField[] {
  const before = fields.slice(0, -1);
  return completed(before).at(-1)?.mode === fields.at(-1)?.mode ? before : fields;
}

function modeEntry(mode: IndexMode): object {
  return mode === 'CONTAINS' ? { arrayConfig: mode } : { order: mode };
}

function modeOf({ descending }: OrderedField): IndexMode {
  return descending ? 'DESCENDING' : 'ASCENDING';
}
