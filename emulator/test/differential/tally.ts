/** What the cases consist of, counted. */

import { root } from './generate/values.ts';
import type { Document, State, Write } from './model/commit.ts';
import { isName } from './model/field-path.ts';
import { comparisons, type Filter, inequalityPaths } from './model/filter.ts';
import { type Cursor, completeOrders, orderValues, type Query, results } from './model/query.ts';
import { type Fields, kindOf, numberOf, type Value } from './model/value.ts';
import type { Statistics } from './statistics.ts';

/** Counts the kinds of writes and transforms, and the kinds of values that are stored. */
export function countWrites(writes: readonly Write[], statistics: Statistics): void {
  statistics.count('writes', writes.length);
  for (const write of writes) {
    statistics.count(`write ${write.op}`);
    if ('transforms' in write && write.transforms.length > 0) {
      statistics.count('writes with transforms');
      for (const { op } of write.transforms) {
        statistics.count(`transform ${op}`);
      }
    }
    if (write.op === 'set') {
      countStored(write.fields, statistics);
    }
  }
}

function countStored(fields: Fields, statistics: Statistics): void {
  for (const value of Object.values(fields)) {
    statistics.count(`stored ${kindOf(value)}`);
    const number = numberOf(value);
    if (Object.is(number, -0)) {
      statistics.count('stored -0');
    }
    if (typeof number === 'bigint' && number > BigInt(Number.MAX_SAFE_INTEGER)) {
      statistics.count('stored large integer');
    }
  }
}

/** Counts what a query is like, and what it has found. */
export function countQuery(
  query: Query,
  found: readonly Document[],
  state: State,
  statistics: Statistics,
): void {
  statistics.count('queries');
  statistics.count(found.length > 0 ? 'queries with results' : 'queries without results');
  countForm(query, statistics);
  if (state.size >= 64) {
    statistics.count('queries of many documents');
  }
  const operators = new Set(filters(query.where).map(({ op }) => op));
  for (const op of operators) {
    statistics.count(`filter ${op}`);
    if (found.length > 0) {
      statistics.count(`found by ${op}`);
    }
  }
  for (const comparison of comparisons(query.where)) {
    for (const value of 'values' in comparison ? comparison.values : [comparison.value]) {
      statistics.count(`compared with ${kindOf(value)}`);
    }
  }
  if (found.length > 1) {
    statistics.count('queries with several results');
    if (hasSeveralKinds(query, found)) {
      statistics.count('results ordered across types');
    }
  }
  if (
    found.length === query.limit &&
    results({ ...query, limit: undefined }, state, root).length > found.length
  ) {
    statistics.count('queries cut by a limit');
  }
  countCursor(query, query.start, 'start', state, statistics);
  countCursor(query, query.end, 'end', state, statistics);
}

function countForm(query: Query, statistics: Statistics): void {
  const facts: ReadonlyArray<readonly [string, boolean]> = [
    ['queries with a filter', query.where !== undefined],
    ['queries of a collection group', query.group],
    ['queries with several inequalities', new Set(inequalityPaths(query.where).map(String)).size > 1],
    ['query with startAt', query.start?.inclusive === true],
    ['query with startAfter', query.start?.inclusive === false],
    ['query with endAt', query.end?.inclusive === true],
    ['query with endBefore', query.end?.inclusive === false],
    ['query with limit', query.limit !== undefined && !query.fromEnd],
    ['query with limitToLast', query.fromEnd],
    ['query with offset', query.offset > 0],
    ['query with select', query.select !== undefined],
  ];
  for (const [name, isSo] of facts) {
    statistics.count(name, isSo ? 1 : 0);
  }
}

function countCursor(
  query: Query,
  cursor: Cursor | undefined,
  side: 'start' | 'end',
  state: State,
  statistics: Statistics,
): void {
  if (!cursor) {
    return;
  }
  statistics.count('cursors');
  for (const value of cursor.values) {
    statistics.count(`cursor at ${kindOf(value)}`);
  }
  const unlimited = { ...query, limit: undefined, offset: 0 };
  const inside = results(unlimited, state, root).length;
  const all = results({ ...unlimited, [side]: undefined }, state, root).length;
  if (inside > 0 && inside < all) {
    statistics.count('cursors that leave something and something out');
  }
  const other = results({ ...unlimited, [side]: { ...cursor, inclusive: !cursor.inclusive } }, state, root);
  if (other.length !== inside) {
    statistics.count('cursors at a result');
  }
}

function hasSeveralKinds(query: Query, found: readonly Document[]): boolean {
  const orders = completeOrders(query).filter(({ path }) => !isName(path));
  const kindsBy = (place: number) =>
    new Set(found.map((document) => orderValues(orders, document, root)[place]).map(kindOfMaybe));
  return orders.some((_order, place) => kindsBy(place).size > 1);
}

function kindOfMaybe(value: Value | undefined): string {
  return value ? kindOf(value) : 'missing';
}

/** All parts of a filter. */
function filters(filter: Filter | undefined): Filter[] {
  if (!filter) {
    return [];
  }
  return 'filters' in filter ? [filter, ...filter.filters.flatMap(filters)] : [filter];
}
