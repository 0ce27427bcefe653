/**
 * What of a query decides which indexes it needs: fields and comparisons without their values. An "or" falls apart into
 * alternatives, each of which is looked up for itself; "in" and "array-contains-any" are alternatives of one shape.
 */
import type { Filter, Query } from '../query/query.ts';
import { documentIdField, type FieldPath, formatFieldPath } from '../values/field-path.ts';
import type { IndexScope, VectorField } from './index-config.ts';

export interface OrderedField {
  readonly path: string;
  /** Undefined where either direction will do. */
  readonly descending: boolean | undefined;
}

/** What must hold for all results of one alternative of a query, and the order in which they have to come. */
export interface Alternative {
  /** Fields that equal something. */
  readonly equal: readonly string[];
  /** Arrays that contain something. */
  readonly contains: readonly string[];
  /** The fields of ranges among them. Ends in the name. */
  readonly order: readonly OrderedField[];
}

export interface QueryShape {
  /** Undefined for all collections. */
  readonly collectionId: string | undefined;
  readonly scope: IndexScope;
  readonly alternatives: readonly Alternative[];
  /** The vectors among which the nearest are looked for. */
  readonly vector: VectorField | undefined;
}

/** @param aggregated the fields that sums and averages are taken of */
export function shapeOf(query: Query, aggregated: readonly FieldPath[] = []): QueryShape {
  const order = orderOf(query, aggregated);
  return {
    collectionId: query.collectionId,
    scope: query.allDescendants ? 'COLLECTION_GROUP' : 'COLLECTION',
    alternatives: alternativesOf(query.where).map((comparisons) => alternativeOf(comparisons, order)),
    vector: query.nearest && {
      path: formatFieldPath(query.nearest.path),
      dimension: query.nearest.vector.length,
    },
  };
}

/** Says a query in one line; two queries that say the same need the same indexes. */
export function describeQuery(query: Query, aggregated: readonly FieldPath[] = []): string {
  const parts = [
    query.allDescendants
      ? `all ${query.collectionId ?? 'collections'}`
      : (query.collectionId ?? 'any collection'),
    query.where && `where ${describeFilter(query.where)}`,
    `order by ${orderOf(query, aggregated)
      .map(({ path, descending }) => `${path}${descending ? ' desc' : ''}`)
      .join(', ')}`,
    aggregated.length > 0 && `of ${aggregated.map(formatFieldPath).join(', ')}`,
    query.nearest && `nearest ${formatFieldPath(query.nearest.path)} (${query.nearest.vector.length})`,
  ];
  return parts.filter(Boolean).join(' ');
}

function describeFilter(filter: Filter): string {
  return filter.kind === 'field'
    ? `${formatFieldPath(filter.path)} ${filter.op}`
    : `(${filter.filters.map(describeFilter).join(` ${filter.kind} `)})`;
}

/** What sums and averages are taken of is read from the index, too: behind the order, in whatever direction. */
function orderOf({ orderBy }: Query, aggregated: readonly FieldPath[]): OrderedField[] {
  const given = orderBy.map(({ path, descending }) => ({ path: formatFieldPath(path), descending }));
  const more = [...new Set(aggregated.map(formatFieldPath))]
    .filter((path) => given.every((order) => order.path !== path))
    .sort();
  if (more.length === 0) {
    return given;
  }
  const fields = given.filter(({ path }) => path !== documentIdField);
  return [...fields, ...more, documentIdField].map((each) =>
    typeof each === 'string' ? { path: each, descending: undefined } : each,
  );
}

interface Comparison {
  readonly path: string;
  readonly kind: 'equal' | 'contains' | 'range';
}

function alternativesOf(filter: Filter | undefined): Comparison[][] {
  if (!filter) {
    return [[]];
  }
  switch (filter.kind) {
    case 'field':
      return [[comparisonOf(filter.path, filter.op)]];
    case 'or':
      return filter.filters.flatMap(alternativesOf);
    case 'and':
      return filter.filters
        .map(alternativesOf)
        .reduce((all, each) => all.flatMap((left) => each.map((right) => [...left, ...right])));
  }
}

function comparisonOf(path: FieldPath, op: string): Comparison {
  const name = formatFieldPath(path);
  if (op === 'ARRAY_CONTAINS' || op === 'ARRAY_CONTAINS_ANY') {
    return { path: name, kind: 'contains' };
  }
  return { path: name, kind: op === 'EQUAL' || op === 'IN' ? 'equal' : 'range' };
}

function alternativeOf(comparisons: readonly Comparison[], order: readonly OrderedField[]): Alternative {
  const ofKind = (kind: Comparison['kind']) =>
    [...new Set(comparisons.flatMap((each) => (each.kind === kind ? [each.path] : [])))].sort();
  // A field that is in the order as well is found there.
  const fieldsInOrder = new Set(order.slice(0, -1).map(({ path }) => path));
  return {
    equal: ofKind('equal').filter((path) => !fieldsInOrder.has(path)),
    contains: ofKind('contains'),
    order,
  };
}
