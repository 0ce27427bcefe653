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

/** Whether there are indexes for a query. */
export function isServed(config: IndexConfig, shape: QueryShape): boolean {
  return shape.alternatives.every((alternative) => isAlternativeServed(config, shape, alternative));
}

/** Whether there are indexes for one alternative of a query. */
export function isAlternativeServed(
  config: IndexConfig,
  shape: QueryShape,
  alternative: Alternative,
): boolean {
  const { equal, contains, order } = alternative;
  if (shape.vector) {
    return hasVectors(config, shape, alternative);
  }
  if (contains.length > 0) {
    return hasArray(config, shape, alternative);
  }
  // Documents in the order of their names are found by name without any index.
  const sought = isByName(order) ? equal.filter((path) => path !== documentIdField) : equal;
  if (sought.length === 0) {
    return hasOrder(config, shape, order);
  }
  const found = new Set([
    ...foundBySingles(config, shape, order, sought),
    ...foundByComposites(config, shape, order, sought),
  ]);
  return sought.every((path) => found.has(path));
}

function hasOrder(config: IndexConfig, shape: QueryShape, order: readonly OrderedField[]): boolean {
  const single = singleOrder(order);
  return (
    (single !== undefined && hasSingle(config, shape, single.path, modesOf(single))) ||
    compositesOf(config, shape).some(({ fields }) => fields.length === order.length && endsIn(fields, order))
  );
}

/** The only field of an order, if there is but one: the name, or a field and the name in the same direction. */
export function singleOrder(order: readonly OrderedField[]): OrderedField | undefined {
  const [first, second, ...more] = order;
  return more.length === 0 &&
    (!second || (second.path === documentIdField && second.descending === first?.descending))
    ? first
    : undefined;
}

function hasArray(config: IndexConfig, shape: QueryShape, alternative: Alternative): boolean {
  const { equal, contains, order } = alternative;
  const [array, ...more] = contains;
  const isAlone = more.length === 0 && equal.length === 0 && isByName(order);
  return (
    (array !== undefined && isAlone && hasSingle(config, shape, array, ['CONTAINS'])) ||
    compositesOf(config, shape).some(({ fields }) => holds(fields, alternative, order))
  );
}

function hasVectors(config: IndexConfig, shape: QueryShape, alternative: Alternative): boolean {
  const { path, dimension } = shape.vector ?? {};
  const order = alternative.order.filter((each) => each.path !== documentIdField);
  return config.composites.some(
    ({ collectionId, scope, fields, vector }) =>
      collectionId === shape.collectionId &&
      scope === shape.scope &&
      vector?.path === path &&
      vector?.dimension === dimension &&
      holds(fields, alternative, order),
  );
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

/** Those of the fields by which documents are found, and lie in the order, with a single-field index. */
function foundBySingles(
  config: IndexConfig,
  shape: QueryShape,
  order: readonly OrderedField[],
  sought: readonly string[],
): readonly string[] {
  const [name, ...more] = order;
  return name && more.length === 0
    ? sought.filter((path) => path !== documentIdField && hasSingle(config, shape, path, modesOf(name)))
    : [];
}

/** The same for composite indexes: those that begin with nothing but such fields, and end in the order. */
function foundByComposites(
  config: IndexConfig,
  shape: QueryShape,
  order: readonly OrderedField[],
  sought: readonly string[],
): readonly string[] {
  return compositesOf(config, shape).flatMap(({ fields }) => {
    const prefix = prefixBefore(fields, order) ?? [];
    const fits = prefix.every(({ path, mode }) => mode !== 'CONTAINS' && sought.includes(path));
    return fits ? prefix.map(({ path }) => path) : [];
  });
}

function compositesOf(config: IndexConfig, shape: QueryShape): readonly CompositeIndex[] {
  return config.composites.filter(
    ({ collectionId, scope, vector }) =>
      collectionId === shape.collectionId && scope === shape.scope && vector === undefined,
  );
}

function hasSingle(
  config: IndexConfig,
  { collectionId, scope }: QueryShape,
  path: string,
  modes: readonly IndexMode[],
): boolean {
  // All collections at once know nothing but names.
  return collectionId === undefined
    ? path === documentIdField && modes.includes('ASCENDING')
    : modes.some((mode) => config.hasSingle(collectionId, path, { scope, mode }));
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
