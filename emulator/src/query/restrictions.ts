/**
 * Combinations of filters that Firestore refuses. They would be easy to answer here, and the query would then fail in
 * production.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/queries#query_limitations
 */
import { invalidArgument } from '../status.ts';
import { type Comparison, type FieldFilter, type Filter, fieldFilters } from './query.ts';

const mostDisjunctions = 30;
const mostInNotIn = 10;
const notBesideNotIn: ReadonlySet<Comparison> = new Set(['IN', 'ARRAY_CONTAINS_ANY', 'NOT_EQUAL']);
const arrayMembership: ReadonlySet<Comparison> = new Set(['ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY']);

/** Throws INVALID_ARGUMENT when Firestore would not take the filter. */
export function checkRestrictions(where: Filter): void {
  checkNotIn(where, fieldFilters(where));
  if (membershipTests(where) > 1) {
    throw invalidArgument(
      "A maximum of 1 'ARRAY_CONTAINS' or 'ARRAY_CONTAINS_ANY' is allowed per disjunction.",
    );
  }
  if (disjunctions(where) > mostDisjunctions) {
    throw invalidArgument(`A query may have at most ${mostDisjunctions} disjunctions in its normal form.`);
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

/** The number of alternatives when the filter is written as an "or" of "and"s. */
function disjunctions(filter: Filter): number {
  if (filter.kind === 'field') {
    const isList = filter.op === 'IN' || filter.op === 'ARRAY_CONTAINS_ANY';
    return isList && filter.value.kind === 'array' ? filter.value.values.length : 1;
  }
  const branches = filter.filters.map(disjunctions);
  return filter.kind === 'or'
    ? branches.reduce((sum, each) => sum + each, 0)
    : branches.reduce((product, each) => product * each, 1);
}
