/** Whether a document is a result of a query, looked at alone (without limit and offset). */
import type { StoredDocument } from '../store/document.ts';
import { indexedValue } from '../store/field-index.ts';
import { compareValues, equalValues, typeRank } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { compareToCursor } from './order.ts';
import type { FieldFilter, Filter, Query } from './query.ts';

/** Whether the document lies where the query looks, satisfies it, has every field of the order, and is in range. */
export function matchesQuery(query: Query, document: StoredDocument): boolean {
  return (
    inScope(query, document.segments) &&
    (!query.where || matchesFilter(query.where, document)) &&
    query.orderBy.every(({ path }) => indexedValue(document, path) !== undefined) &&
    inCursors(query, document)
  );
}

/** Whether a document at this path lies in a collection that the query is about. */
export function inScope(query: Query, segments: readonly string[]): boolean {
  const depth = query.parent.length;
  return (
    segments.length >= depth + 2 &&
    (query.allDescendants || segments.length === depth + 2) &&
    (query.collectionId === undefined || segments.at(-2) === query.collectionId) &&
    query.parent.every((segment, index) => segments[index] === segment)
  );
}

/** Whether the document satisfies a filter. */
export function matchesFilter(filter: Filter, document: StoredDocument): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((each) => matchesFilter(each, document));
    case 'or':
      return filter.filters.some((each) => matchesFilter(each, document));
    case 'field':
      return compare(filter, indexedValue(document, filter.path));
  }
}

function inCursors(query: Query, document: StoredDocument): boolean {
  const { startAt, endAt, orderBy } = query;
  return (
    (!startAt || compareToCursor(document, startAt, orderBy) > 0) &&
    (!endAt || compareToCursor(document, endAt, orderBy) < 0)
  );
}

/**
 * A missing field satisfies no comparison; null satisfies no negative one. Only whether a field is or is not null or NaN
 * can be asked: in a list, a range or an array nothing equals them.
 */
function compare({ op, value }: FieldFilter, field: Value | undefined): boolean {
  if (!field) {
    return false;
  }
  switch (op) {
    case 'EQUAL':
      return equalValues(field, value);
    case 'NOT_EQUAL':
      return field.kind !== 'null' && !equalValues(field, value);
    case 'LESS_THAN':
      return comparable(field, value) && compareValues(field, value) < 0;
    case 'LESS_THAN_OR_EQUAL':
      return comparable(field, value) && compareValues(field, value) <= 0;
    case 'GREATER_THAN':
      return comparable(field, value) && compareValues(field, value) > 0;
    case 'GREATER_THAN_OR_EQUAL':
      return comparable(field, value) && compareValues(field, value) >= 0;
    case 'ARRAY_CONTAINS':
      return hasEquals(value) && contains(field, value);
    case 'ARRAY_CONTAINS_ANY':
      return (
        field.kind === 'array' &&
        field.values.some((element) => hasEquals(element) && contains(value, element))
      );
    case 'IN':
      return hasEquals(field) && contains(value, field);
    case 'NOT_IN':
      return field.kind !== 'null' && !contains(value, { kind: 'null' }) && !contains(value, field);
  }
}

function comparable(field: Value, operand: Value): boolean {
  return typeRank(field) === typeRank(operand) && hasEquals(operand);
}

/** Whether a value can be found by looking for an equal one. */
function hasEquals(value: Value): boolean {
  return value.kind !== 'null' && !(value.kind === 'double' && Number.isNaN(value.value));
}

function contains(list: Value, wanted: Value): boolean {
  return list.kind === 'array' && list.values.some((element) => equalValues(element, wanted));
}
