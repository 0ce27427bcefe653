/** Queries in their internal form: filters as a union, the order complete down to the document's name. */
import { documentIdField, type FieldPath } from '../values/field-path.ts';
import type { Value } from '../values/value.ts';
import type { Nearest } from './nearest.ts';

export type Comparison =
  | 'EQUAL'
  | 'NOT_EQUAL'
  | 'LESS_THAN'
  | 'LESS_THAN_OR_EQUAL'
  | 'GREATER_THAN'
  | 'GREATER_THAN_OR_EQUAL'
  | 'ARRAY_CONTAINS'
  | 'ARRAY_CONTAINS_ANY'
  | 'IN'
  | 'NOT_IN';

export interface FieldFilter {
  readonly kind: 'field';
  readonly path: FieldPath;
  readonly op: Comparison;
  /** For IN, NOT_IN and ARRAY_CONTAINS_ANY an array. */
  readonly value: Value;
}

export type Filter = FieldFilter | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] };

export interface Order {
  readonly path: FieldPath;
  readonly descending: boolean;
}

/** The order by name, as which every order ends. */
export const documentIdOrder: Order = { path: [documentIdField], descending: false };

/** A place between two results: before or after whatever equals `values` in the first fields of the order. */
export interface Cursor {
  readonly values: readonly Value[];
  readonly before: boolean;
}

export interface Query {
  /** The document (or the root, `[]`) below which the query looks. */
  readonly parent: readonly string[];
  /** The id of the collection; undefined for all collections. */
  readonly collectionId: string | undefined;
  /** Whether collections deeper than directly below the parent count. */
  readonly allDescendants: boolean;
  readonly where: Filter | undefined;
  /** Never empty; `__name__` is part of it, so that no two documents are alike in it. */
  readonly orderBy: readonly Order[];
  readonly startAt: Cursor | undefined;
  readonly endAt: Cursor | undefined;
  readonly offset: number;
  readonly limit: number | undefined;
  /** A search among the results, in whose order they come; the limit is the search's. */
  readonly nearest: Nearest | undefined;
  /** The fields to return; undefined for all. */
  readonly select: readonly FieldPath[] | undefined;
}

/** All comparisons of a filter, however deep. */
export function fieldFilters(filter: Filter | undefined): FieldFilter[] {
  if (!filter) {
    return [];
  }
  return filter.kind === 'field' ? [filter] : filter.filters.flatMap(fieldFilters);
}

/** The comparisons that every result satisfies. */
export function conjuncts(filter: Filter | undefined): FieldFilter[] {
  if (!filter || filter.kind === 'or') {
    return filter?.filters.length === 1 ? conjuncts(filter.filters[0]) : [];
  }
  return filter.kind === 'field' ? [filter] : filter.filters.flatMap(conjuncts);
}
