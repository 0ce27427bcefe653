/**
 * Combinations of filters that Firestore refuses. They would be easy to answer here, and the query would then fail in
 * production.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/queries#query_limitations
 */
import { invalidArgument } from '../status.ts';
import { formatFieldPath } from '../values/field-path.ts';
import { type Comparison, type FieldFilter, type Filter, fieldFilters } from './query.ts';

const mostDisjunctions = 30;
const mostInNotIn = 10;
const mostInequalityFields = 10;
const mostComponents = 100;
/** Comparisons for which a field must come in an order. */
export const inequalities: ReadonlySet<Comparison> = new Set([
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
  'NOT_EQUAL',
  'NOT_IN',
]);
const notBesideNotIn: ReadonlySet<Comparison> = new Set(['IN', 'ARRAY_CONTAINS_ANY', 'NOT_EQUAL']);
const arrayMembership: ReadonlySet<Comparison> = new Set(['ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY']);

/**
 * Throws INVALID_ARGUMENT when Firestore would not take the filter, or not with so many other components: orders, and a
 * parent document.
 */
export function checkRestrictions(where: Filter | undefined, otherComponents: number): void {
  const normal = where ? normalForm(where) : { disjunctions: 0, comparisons: 0 };
  if (normal.disjunctions > mostDisjunctions) {
    throw invalidArgument(`A query may have at most ${mostDisjunctions} disjunctions in its normal form.`);
  }
  if (normal.comparisons + otherComponents > mostComponents) {
    throw invalidArgument(
      `A query may have at most ${mostComponents} filters, sort orders and parent documents, counted in its disjunctive normal form.`,
    );
  }
  if (where) {
    checkFilters(where, fieldFilters(where));
  }
}

function checkFilters(where: Filter, filters: readonly FieldFilter[]): void {
  checkNotIn(where, filters);
  if (filters.filter(({ op }) => op === 'NOT_EQUAL').length > 1) {
    throw invalidArgument(
      "A query may have one 'NOT_EQUAL' filter, 'IS_NOT_NULL' and 'IS_NOT_NAN' included.",
    );
  }
  const unequal = filters.filter(({ op }) => inequalities.has(op)).map(({ path }) => formatFieldPath(path));
  if (new Set(unequal).size > mostInequalityFields) {
    throw invalidArgument(`A query may have inequality filters on at most ${mostInequalityFields} fields.`);
  }
  if (membershipTests(where) > 1) {
    throw invalidArgument(
      "A maximum of 1 'ARRAY_CONTAINS' or 'ARRAY_CONTAINS_ANY' is allowed per disjunction.",
    );
  }
}

function checkNotIn(where: Filter, filters: readonly FieldFilter[]): void {
  const [notIn, ...more] = filters.filter(({ op }) => op === 'NOT_IN');
  if (!notIn) {
    return;
  }
  if (notIn.value.kind === 'array' && notIn.value.values.length > mostInNotIn) {
    throw invalidArgument(`'NOT_IN' supports up to ${mostInNotIn} comparison values.`);
  }
  if (more.length > 0 || containsOr(where) || filters.some(({ op }) => notBesideNotIn.has(op))) {
    throw invalidArgument(
      "'NOT_IN' cannot be combined with 'OR', 'IN', 'ARRAY_CONTAINS_ANY' or 'NOT_EQUAL'.",
    );
  }
}

function containsOr(filter: Filter): boolean {
  return filter.kind !== 'field' && (filter.kind === 'or' || filter.filters.some(containsOr));
}

/** How many array membership tests must hold together, in the worst branch. */
function membershipTests(filter: Filter): number {
  if (filter.kind === 'field') {
    return arrayMembership.has(filter.op) ? 1 : 0;
  }
  const branches = filter.filters.map(membershipTests);
  return filter.kind === 'or' ? Math.max(...branches) : branches.reduce((sum, each) => sum + each, 0);
}

interface NormalForm {
  readonly disjunctions: number;
  /** In all disjunctions together. */
  readonly comparisons: number;
}

/** What a filter comes to when it is written as an "or" of "and"s. */
function normalForm(filter: Filter): NormalForm {
  if (filter.kind === 'field') {
    const isList = filter.op === 'IN' || filter.op === 'ARRAY_CONTAINS_ANY';
    const count = isList && filter.value.kind === 'array' ? filter.value.values.length : 1;
    return { disjunctions: count, comparisons: count };
  }
  return filter.filters.map(normalForm).reduce((a, b) =>
    filter.kind === 'or'
      ? { disjunctions: a.disjunctions + b.disjunctions, comparisons: a.comparisons + b.comparisons }
      : {
          disjunctions: a.disjunctions * b.disjunctions,
          comparisons: a.comparisons * b.disjunctions + b.comparisons * a.disjunctions,
        },
  );
}
