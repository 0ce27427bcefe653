/**
 * Which indexes serve a query. Each alternative needs an index that begins with the fields that equal something, in
 * whatever order and direction, and goes on exactly in the query's order; several such indexes can be merged, each
 * with some of the equalities, if they end alike. No index is read backwards.
 *
 * Where the documentation leaves it open, the stricter is assumed: an array that contains something is found by itself,
 * or in one index with everything else; vectors in one index with all that is asked beside them.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/index-overview#taking_advantage_of_index_merging
 */
import { documentIdField } from '../values/field-path.ts';
import type { CompositeIndex, IndexConfig, IndexField, IndexMode } from './index-config.ts';
import type { Alternative, OrderedField, QueryShape } from './query-shape.ts';

/** Names what has been declared and serves a query; undefined when something is missing. */
export type Service = readonly string[] | undefined;

/** How one alternative of a query is served. */
export function serve(config: IndexConfig, shape: QueryShape, alternative: Alternative): Service {
  if (shape.vector) {
    return serveNearest(config, shape, alternative);
  }
  if (alternative.contains.length > 0) {
    return serveContains(config, shape, alternative);
  }
  // Documents in the order of their names are found by name without any index.
  const equal = isByName(alternative.order)
    ? alternative.equal.filter((path) => path !== documentIdField)
    : alternative.equal;
  if (equal.length === 0) {
    return serveOrder(config, shape, alternative.order);
  }
  return merge(equal, [
    ...singlesFor(config, shape, alternative.order, equal),
    ...compositesFor(config, shape, alternative.order, equal),
  ]);
}

/** An index, or a part of one, that finds the documents in which some fields equal something. */
interface Part {
  readonly equal: readonly string[];
  /** What has been declared of it; undefined for what is there anyway. */
  readonly declared: string | undefined;
}

/** The fewest parts, or nearly, that know of all the fields. */
function merge(equal: readonly string[], parts: readonly Part[]): Service {
  const missing = new Set(equal);
  const used: string[] = [];
  // What is there anyway comes first among parts of the same length.
  for (const part of parts.toSorted((a, b) => b.equal.length - a.equal.length)) {
    if (part.equal.some((path) => missing.has(path))) {
      part.equal.forEach((path) => missing.delete(path));
      used.push(...(part.declared === undefined ? [] : [part.declared]));
    }
  }
  return missing.size === 0 ? used : undefined;
}

function serveOrder(config: IndexConfig, shape: QueryShape, order: readonly OrderedField[]): Service {
  const single = singleOrder(order);
  if (single) {
    const found = findSingle(config, shape, single.path, modesOf(single));
    if (found) {
      return found.declared === undefined ? [] : [found.declared];
    }
  }
  const composite = compositesOf(config, shape).find(
    ({ fields }) => fields.length === order.length && endsIn(fields, order),
  );
  return composite && [composite.declared];
}

/** The only field of an order, if there is but one: the name, or a field and the name in the same direction. */
export function singleOrder(order: readonly OrderedField[]): OrderedField | undefined {
  const [first, second, ...more] = order;
  return more.length === 0 &&
    (!second || (second.path === documentIdField && second.descending === first?.descending))
    ? first
    : undefined;
}

function serveContains(config: IndexConfig, shape: QueryShape, alternative: Alternative): Service {
  const { equal, contains, order } = alternative;
  const [array, ...more] = contains;
  if (array !== undefined && more.length === 0 && equal.length === 0 && isByName(order)) {
    const found = findSingle(config, shape, array, ['CONTAINS']);
    if (found) {
      return found.declared === undefined ? [] : [found.declared];
    }
  }
  const composite = compositesOf(config, shape).find(({ fields }) => holds(fields, alternative, order));
  return composite && [composite.declared];
}

function serveNearest(config: IndexConfig, shape: QueryShape, alternative: Alternative): Service {
  const { path, dimension } = shape.vector ?? {};
  const order = alternative.order.filter((each) => each.path !== documentIdField);
  const index = config.composites.find(
    ({ collectionId, scope, fields, vector }) =>
      collectionId === shape.collectionId &&
      scope === shape.scope &&
      vector?.path === path &&
      vector?.dimension === dimension &&
      holds(fields, alternative, order),
  );
  return index && [index.declared];
}

/** Whether an index has all that an alternative asks for, and nothing else. */
function holds(
  fields: readonly IndexField[],
  { equal, contains }: Alternative,
  order: readonly OrderedField[],
): boolean {
  const prefix = prefixBefore(fields, order);
  if (prefix?.length !== equal.length + contains.length) {
    return false;
  }
  const has = (path: string, array: boolean) =>
    prefix.some((field) => field.path === path && (field.mode === 'CONTAINS') === array);
  return equal.every((path) => has(path, false)) && contains.every((path) => has(path, true));
}

function singlesFor(
  config: IndexConfig,
  shape: QueryShape,
  order: readonly OrderedField[],
  equal: readonly string[],
): Part[] {
  const [name, ...more] = order;
  if (!name || more.length > 0) {
    return [];
  }
  return equal.flatMap((path) => {
    const found = path === documentIdField ? undefined : findSingle(config, shape, path, modesOf(name));
    return found ? [{ equal: [path], declared: found.declared }] : [];
  });
}

function compositesFor(
  config: IndexConfig,
  shape: QueryShape,
  order: readonly OrderedField[],
  equal: readonly string[],
): Part[] {
  return compositesOf(config, shape).flatMap(({ fields, declared }) => {
    const prefix = prefixBefore(fields, order);
    const fits =
      prefix !== undefined &&
      prefix.length > 0 &&
      prefix.every(({ path, mode }) => mode !== 'CONTAINS' && equal.includes(path));
    return fits ? [{ equal: prefix.map(({ path }) => path), declared }] : [];
  });
}

function compositesOf(config: IndexConfig, shape: QueryShape): readonly CompositeIndex[] {
  return config.composites.filter(
    ({ collectionId, scope, vector }) =>
      collectionId === shape.collectionId && scope === shape.scope && vector === undefined,
  );
}

function findSingle(
  config: IndexConfig,
  { collectionId, scope }: QueryShape,
  path: string,
  modes: readonly IndexMode[],
): { readonly declared: string | undefined } | undefined {
  // All collections at once know nothing but names.
  if (collectionId === undefined) {
    return path === documentIdField && modes.includes('ASCENDING') ? { declared: undefined } : undefined;
  }
  const mode = modes.find((each) => config.hasSingle(collectionId, path, { scope, mode: each }));
  if (mode === undefined) {
    return undefined;
  }
  const declared = config.overrideOf(collectionId, path)?.path ?? path;
  return {
    declared: scope === 'COLLECTION_GROUP' ? describeSingle(collectionId, declared, scope, mode) : undefined,
  };
}

/** Says a single-field index in one line. */
export function describeSingle(collectionId: string, path: string, scope: string, mode: string): string {
  return `${collectionId}.${path} ${scope} ${mode}`;
}

/** The fields before those of the order, if the index ends in the order. */
function prefixBefore(
  fields: readonly IndexField[],
  order: readonly OrderedField[],
): readonly IndexField[] | undefined {
  return endsIn(fields, order) ? fields.slice(0, fields.length - order.length) : undefined;
}

function endsIn(fields: readonly IndexField[], order: readonly OrderedField[]): boolean {
  const start = fields.length - order.length;
  return (
    start >= 0 &&
    order.every((wanted, index) => {
      const field = fields[start + index];
      return field?.path === wanted.path && modesOf(wanted).includes(field.mode);
    })
  );
}

function modesOf({ descending }: OrderedField): readonly IndexMode[] {
  if (descending === undefined) {
    return ['ASCENDING', 'DESCENDING'];
  }
  return descending ? ['DESCENDING'] : ['ASCENDING'];
}

/** Whether an order is that of names alone, from the first to the last. */
export function isByName(order: readonly OrderedField[]): boolean {
  return order.length === 1 && order[0]?.path === documentIdField && !order[0].descending;
}
