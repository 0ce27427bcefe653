/**
 * Filters: what satisfies them, and which combinations Firestore refuses.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/queries
 */
import type { FieldPath } from './field-path.ts';
import { comparable, compareValues, equivalent } from './order.ts';
import { elementsOf, kindOf, type Value } from './value.ts';

export type SingleOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'array-contains';
export type ListOperator = 'in' | 'not-in' | 'array-contains-any';

export type Comparison = { readonly path: FieldPath } & (
  | { readonly op: SingleOperator; readonly value: Value }
  | { readonly op: ListOperator; readonly values: readonly Value[] }
);

export type Filter = Comparison | { readonly op: 'and' | 'or'; readonly filters: readonly Filter[] };

const inequalities: readonly Filter['op'][] = ['<', '<=', '>', '>=', '!=', 'not-in'];

/** Whether what `field` gives for the paths of a filter satisfies it. A missing field satisfies nothing. */
export function satisfies(filter: Filter, field: (path: FieldPath) => Value | undefined): boolean {
  if ('filters' in filter) {
    return filter.op === 'and'
      ? filter.filters.every((each) => satisfies(each, field))
      : filter.filters.some((each) => satisfies(each, field));
  }
  const found = field(filter.path);
  return found !== undefined && compares(filter, found);
}

function compares(filter: Comparison, found: Value): boolean {
  switch (filter.op) {
    case '==':
      return equivalent(found, filter.value);
    case '!=':
      return kindOf(found) !== 'null' && !equivalent(found, filter.value);
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const place = compareValues(found, filter.value);
      const isInside = place === 0 ? filter.op.endsWith('=') : place < 0 === filter.op.startsWith('<');
      return comparable(found, filter.value) && isInside;
    }
    case 'array-contains':
      return hasAny(elementsOf(found), [filter.value].filter(isFound));
    case 'array-contains-any':
      return hasAny(elementsOf(found), filter.values.filter(isFound));
    case 'in':
      return hasAny([found], filter.values.filter(isFound));
    case 'not-in':
      // Nothing can be said of null, neither that it is in the list nor that it is not.
      return (
        ![found, ...filter.values].some((value) => kindOf(value) === 'null') &&
        !hasAny([found], filter.values)
      );
  }
}

/** Whether a value is found when it is one of those looked for: null and NaN are found only by asking for them alone. */
function isFound(value: Value): boolean {
  return kindOf(value) !== 'null' && kindOf(value) !== 'nan';
}

function hasAny(list: readonly Value[] | undefined, wanted: readonly Value[]): boolean {
  return list?.some((value) => wanted.some((each) => equivalent(value, each))) ?? false;
}

/** The paths with an inequality. */
export function inequalityPaths(where: Filter | undefined): FieldPath[] {
  return comparisons(where).flatMap(({ op, path }) => (inequalities.includes(op) ? [path] : []));
}

/** All comparisons, however deep. */
export function comparisons(filter: Filter | undefined): Comparison[] {
  if (!filter) {
    return [];
  }
  return 'filters' in filter ? filter.filters.flatMap(comparisons) : [filter];
}

/** Whether Firestore takes the filter: one negation of a list or value, one array test in each alternative, 30 of them. */
export function isAccepted(where: Filter): boolean {
  const operators = comparisons(where).map(({ op }) => op);
  const negations = operators.filter((op) => op === 'not-in' || op === '!=');
  if (negations.length > 1) {
    return false;
  }
  if (operators.includes('not-in')) {
    if (operators.includes('in') || operators.includes('array-contains-any') || hasOr(where)) {
      return false;
    }
  }
  const each = alternatives(where);
  return each.length <= 30 && each.every(({ arrayTests }) => arrayTests <= 1);
}

/** How many comparisons it takes to write the filter as alternatives. */
export function expandedSize(where: Filter): number {
  return alternatives(where).reduce((sum, { tests }) => sum + tests, 0);
}

function hasOr(filter: Filter): boolean {
  return filter.op === 'or' || (filter.op === 'and' && filter.filters.some(hasOr));
}

interface Alternative {
  readonly tests: number;
  readonly arrayTests: number;
}

/** The disjunctive normal form, of which only numbers are kept. */
function alternatives(filter: Filter): Alternative[] {
  if ('filters' in filter) {
    const parts = filter.filters.map(alternatives);
    return filter.op === 'or'
      ? parts.flat()
      : parts.reduce(
          (all, more) => all.flatMap((one) => more.map((other) => together(one, other))),
          [{ tests: 0, arrayTests: 0 }],
        );
  }
  const one = { tests: 1, arrayTests: filter.op.startsWith('array-contains') ? 1 : 0 };
  return 'values' in filter && filter.op !== 'not-in' ? filter.values.map(() => one) : [one];
}

function together(a: Alternative, b: Alternative): Alternative {
  return { tests: a.tests + b.tests, arrayTests: a.arrayTests + b.arrayTests };
}
