/** What the model speaks of, as requests. */

import type { Aggregation } from './model/aggregate.ts';
import type { Micros, Precondition, Write } from './model/commit.ts';
import { type FieldPath, pathText, withValue } from './model/field-path.ts';
import type { Comparison, Filter } from './model/filter.ts';
import { type Cursor, completeOrders, type Order, type Query } from './model/query.ts';
import type { Transform } from './model/transform.ts';
import { type Fields, kindOf } from './model/value.ts';

const operators = {
  '==': 'EQUAL',
  '!=': 'NOT_EQUAL',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  'array-contains': 'ARRAY_CONTAINS',
  'array-contains-any': 'ARRAY_CONTAINS_ANY',
  in: 'IN',
  'not-in': 'NOT_IN',
} as const;

/** A time in the form of google.protobuf.Timestamp. */
export function encodeTime(time: Micros) {
  const seconds = Math.floor(time / 1_000_000);
  return { seconds, nanos: (time - seconds * 1_000_000) * 1000 };
}

/** A write, of a document below `root`. */
export function encodeWrite(write: Write, root: string): object {
  const name = `${root}/${write.path}`;
  const { precondition } = write;
  const rest = precondition ? { currentDocument: encodePrecondition(precondition) } : {};
  switch (write.op) {
    case 'set':
      return {
        update: { name, fields: write.fields },
        updateTransforms: write.transforms.map(encodeTransform),
        ...rest,
      };
    case 'merge': {
      const fields = write.changes.reduce<Fields>(
        (made, [path, value]) => (value ? withValue(made, path, value) : made),
        {},
      );
      return {
        update: { name, fields },
        updateMask: { fieldPaths: write.changes.map(([path]) => pathText(path)) },
        updateTransforms: write.transforms.map(encodeTransform),
        ...rest,
      };
    }
    case 'transform':
      return {
        transform: { document: name, fieldTransforms: write.transforms.map(encodeTransform) },
        ...rest,
      };
    case 'delete':
      return { delete: name, ...rest };
    case 'verify':
      return { verify: name, ...rest };
  }
}

function encodePrecondition(precondition: Precondition): object {
  return 'exists' in precondition ? precondition : { updateTime: encodeTime(precondition.updateTime) };
}

function encodeTransform(transform: Transform): object {
  const fieldPath = pathText(transform.path);
  switch (transform.op) {
    case 'requestTime':
      return { fieldPath, setToServerValue: 'REQUEST_TIME' };
    case 'increment':
    case 'maximum':
    case 'minimum':
      return { fieldPath, [transform.op]: transform.operand };
    case 'append':
      return { fieldPath, appendMissingElements: { values: transform.elements } };
    case 'remove':
      return { fieldPath, removeAllFromArray: { values: transform.elements } };
  }
}

/** The parent and the StructuredQuery. Results of a query from the end come in reverse, as the SDKs ask for them. */
export function encodeQuery(query: Query, root: string): { parent: string; structuredQuery: object } {
  const needsAllOrders = query.fromEnd || query.start !== undefined || query.end !== undefined;
  const given = needsAllOrders ? completeOrders(query) : query.orders;
  const orders = query.fromEnd
    ? given.map(({ path, descending }) => ({ path, descending: !descending }))
    : given;
  const [start, end] = query.fromEnd ? [query.end, query.start] : [query.start, query.end];
  return {
    parent: query.parent === '' ? root : `${root}/${query.parent}`,
    structuredQuery: {
      from: [{ collectionId: query.collection ?? '', allDescendants: query.group }],
      orderBy: orders.map(encodeOrder),
      ...(query.where ? { where: encodeFilter(query.where) } : {}),
      ...(start ? { startAt: encodeCursor(start, start.inclusive) } : {}),
      ...(end ? { endAt: encodeCursor(end, !end.inclusive) } : {}),
      ...(query.offset > 0 ? { offset: query.offset } : {}),
      ...(query.limit === undefined ? {} : { limit: { value: query.limit } }),
      ...(query.select ? { select: { fields: query.select.map(encodeField) } } : {}),
    },
  };
}

/** A mask of fields. */
export function encodeMask(paths: readonly FieldPath[]): object {
  return { fieldPaths: paths.map(pathText) };
}

/** Aggregations under the aliases `a0`, `a1` … */
export function encodeAggregations(aggregations: readonly Aggregation[]): object[] {
  return aggregations.map((aggregation, index) => ({
    alias: `a${index}`,
    ...(aggregation.op === 'count'
      ? { count: aggregation.upTo === undefined ? {} : { upTo: { value: aggregation.upTo } } }
      : { [aggregation.op]: { field: encodeField(aggregation.path) } }),
  }));
}

function encodeField(path: FieldPath): object {
  return { fieldPath: pathText(path) };
}

function encodeOrder({ path, descending }: Order): object {
  return { field: encodeField(path), direction: descending ? 'DESCENDING' : 'ASCENDING' };
}

function encodeCursor({ values }: Cursor, before: boolean): object {
  return { values, before };
}

function encodeFilter(filter: Filter): object {
  if ('filters' in filter) {
    return { compositeFilter: { op: filter.op.toUpperCase(), filters: filter.filters.map(encodeFilter) } };
  }
  return encodeComparison(filter);
}

/** Comparisons with null and NaN have a form of their own. */
function encodeComparison(filter: Comparison): object {
  const field = encodeField(filter.path);
  if ('values' in filter) {
    return {
      fieldFilter: { field, op: operators[filter.op], value: { arrayValue: { values: filter.values } } },
    };
  }
  const kind = kindOf(filter.value);
  if ((filter.op === '==' || filter.op === '!=') && (kind === 'null' || kind === 'nan')) {
    const op = `${filter.op === '==' ? 'IS' : 'IS_NOT'}_${kind.toUpperCase()}`;
    return { unaryFilter: { field, op } };
  }
  return { fieldFilter: { field, op: operators[filter.op], value: filter.value } };
}
