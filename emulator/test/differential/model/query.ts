/**
 * What a query finds.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/StructuredQuery
 */
import type { Document, State } from './commit.ts';
import { type FieldPath, isName, namePath, valueAt } from './field-path.ts';
import { type Filter, inequalityPaths, satisfies } from './filter.ts';
import { comparePaths, compareValues } from './order.ts';
import type { Value } from './value.ts';

export interface Order {
  readonly path: FieldPath;
  readonly descending: boolean;
}

export interface Cursor {
  readonly values: readonly Value[];
  /** Whether results that equal the cursor are among the results. */
  readonly inclusive: boolean;
}

export interface Query {
  /** The document below which it looks, or `''` for the root. */
  readonly parent: string;
  /** The id of its collections; undefined for all of them. */
  readonly collection: string | undefined;
  /** Whether it looks in collections at any depth. */
  readonly group: boolean;
  readonly where: Filter | undefined;
  /** As the client gave them. */
  readonly orders: readonly Order[];
  readonly start: Cursor | undefined;
  readonly end: Cursor | undefined;
  readonly offset: number;
  readonly limit: number | undefined;
  /** Whether the limit takes the last results instead of the first. */
  readonly fromEnd: boolean;
  /** The fields wanted; undefined for all. */
  readonly select: readonly FieldPath[] | undefined;
}

/** The results in order. */
export function results(query: Query, state: State, root: string): Document[] {
  const orders = completeOrders(query);
  const found = [...state.values()]
    .filter((document) => inScope(query, document.path))
    .map((document) => ({ document, keys: orderValues(orders, document, root) }))
    .filter(
      ({ document, keys }) =>
        keys.every((key) => key !== undefined) &&
        (!query.where || satisfies(query.where, (path) => fieldOf(document, path, root))),
    )
    .map(({ document, keys }) => ({ document, keys: keys.flatMap((key) => key ?? []) }))
    .filter(({ keys }) => isAfterStart(query.start, keys, orders) && isBeforeEnd(query.end, keys, orders))
    .sort((a, b) => compareKeys(a.keys, b.keys, orders))
    .map(({ document }) => document);
  if (query.fromEnd && query.limit !== undefined) {
    return found.slice(Math.max(0, found.length - query.limit));
  }
  return found.slice(query.offset, query.limit === undefined ? undefined : query.offset + query.limit);
}

/**
 * The orders a query has: those given, then the fields of inequalities by name, then the document's name, in the last
 * direction given.
 */
export function completeOrders({ orders, where }: Pick<Query, 'orders' | 'where'>): Order[] {
  const descending = orders.at(-1)?.descending ?? false;
  const implied = inequalityPaths(where)
    .filter((path) => !isName(path))
    .sort((a, b) => comparePaths(a.join('/'), b.join('/')));
  const complete = [...orders];
  for (const path of [...implied, namePath]) {
    if (!complete.some((order) => order.path.join('\0') === path.join('\0'))) {
      complete.push({ path, descending });
    }
  }
  return complete;
}

/** The values by which a document is placed among the results; undefined for fields it does not have. */
export function orderValues(orders: readonly Order[], document: Document, root: string) {
  return orders.map(({ path }) => fieldOf(document, path, root));
}

function fieldOf(document: Document, path: FieldPath, root: string): Value | undefined {
  return isName(path) ? { referenceValue: `${root}/${document.path}` } : valueAt(document.fields, path);
}

function inScope({ parent, collection, group }: Query, path: string): boolean {
  const prefix = parent === '' ? '' : `${parent}/`;
  const below = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
  return (
    below.length > 0 &&
    (group || below.length === 2) &&
    (collection === undefined || below.at(-2) === collection)
  );
}

function isAfterStart(cursor: Cursor | undefined, keys: readonly Value[], orders: readonly Order[]): boolean {
  const place = cursor ? compareKeys(keys, cursor.values, orders) : 1;
  return place > 0 || (place === 0 && cursor?.inclusive === true);
}

function isBeforeEnd(cursor: Cursor | undefined, keys: readonly Value[], orders: readonly Order[]): boolean {
  const place = cursor ? compareKeys(keys, cursor.values, orders) : -1;
  return place < 0 || (place === 0 && cursor?.inclusive === true);
}

/** Compares as far as both lists go. */
function compareKeys(a: readonly Value[], b: readonly Value[], orders: readonly Order[]): number {
  for (const [index, { descending }] of orders.entries()) {
    const [left, right] = [a[index], b[index]];
    const place = left && right ? compareValues(left, right) : 0;
    if (place !== 0) {
      return descending ? -place : place;
    }
  }
  return 0;
}
