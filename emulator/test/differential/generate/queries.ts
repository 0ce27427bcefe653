/** Random queries and aggregations. Cursors are planned: where they point depends on what is there. */
import fc from 'fast-check';
import type { Aggregation } from '../model/aggregate.ts';
import { type FieldPath, namePath, overlap } from '../model/field-path.ts';
import {
  type Comparison,
  expandedSize,
  type Filter,
  isAccepted,
  type ListOperator,
  type SingleOperator,
} from '../model/filter.ts';
import type { Order, Query } from '../model/query.ts';
import type { Value } from '../model/value.ts';
import { comparableValue, element, type Field, field, reference, value } from './values.ts';

export type PlannedCursor = {
  /** How many orders it speaks of; at most as many as there are. */
  readonly length: number;
  readonly inclusive: boolean;
} & (
  | { readonly at: 'result'; readonly index: number }
  | { readonly at: 'values'; readonly values: readonly Value[] }
);

export interface PlannedQuery {
  readonly query: Query;
  readonly start: PlannedCursor | undefined;
  readonly end: PlannedCursor | undefined;
}

const equalities: readonly SingleOperator[] = ['==', '!='];
const ranges: readonly SingleOperator[] = ['<', '<=', '>', '>='];
const valueLists: readonly ListOperator[] = ['in', 'not-in'];

function comparisonOn({ path, value: operand }: Field): fc.Arbitrary<Comparison> {
  const list = fc.array(operand, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 3, arbitrary: single(path, fc.constantFrom(...equalities), operand) },
    { weight: 4, arbitrary: single(path, fc.constantFrom(...ranges), comparableValue(operand)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...valueLists), list)
        .map(([op, values]): Comparison => ({ path, op, values })),
    },
  );
}

function single(
  path: FieldPath,
  operator: fc.Arbitrary<SingleOperator>,
  operand: fc.Arbitrary<Value>,
): fc.Arbitrary<Comparison> {
  return fc.tuple(operator, operand).map(([op, wanted]): Comparison => ({ path, op, value: wanted }));
}

const lists: fc.Arbitrary<FieldPath> = fc.constantFrom<FieldPath>(['l'], ['l'], ['l'], ['a'], ['m', 'x']);
const arrayTest: fc.Arbitrary<Comparison> = fc.oneof(
  fc
    .tuple(lists, element)
    .map(([path, wanted]): Comparison => ({ path, op: 'array-contains', value: wanted })),
  fc
    .tuple(lists, fc.array(element, { minLength: 1, maxLength: 3 }))
    .map(([path, values]): Comparison => ({ path, op: 'array-contains-any', values })),
);
const nameTest = comparisonOn({ path: namePath, value: reference });

const comparison: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 8, arbitrary: field.chain(comparisonOn) },
  { weight: 2, arbitrary: arrayTest },
  { weight: 1, arbitrary: nameTest },
);

const compositeOp = fc.constantFrom('and', 'or');
const shallow: fc.Arbitrary<Filter> = fc
  .record({ op: compositeOp, filters: fc.array(comparison, { minLength: 1, maxLength: 3 }) })
  .map((made): Filter => made);
const anyFilter: fc.Arbitrary<Filter | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 5, arbitrary: comparison },
  { weight: 4, arbitrary: shallow },
  {
    weight: 1,
    arbitrary: fc
      .record({
        op: compositeOp,
        filters: fc.array(fc.oneof(comparison, shallow), { minLength: 2, maxLength: 3 }),
      })
      .map((made): Filter => made),
  },
);

/** A query has at most 100 parts in all. How they are counted is not said exactly, so that nothing comes near it. */
const most = 90;
const filter = anyFilter.map((made) =>
  made && isAccepted(made) && expandedSize(made) > most ? undefined : made,
);

const order: fc.Arbitrary<Order> = fc.record({
  path: fc.oneof(
    { weight: 8, arbitrary: field.map(({ path }) => path) },
    { weight: 1, arbitrary: fc.constant(namePath) },
  ),
  descending: fc.boolean(),
});
const orders: fc.Arbitrary<Order[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Order[]>([]) },
  {
    weight: 3,
    // Nothing can come after the name: no two documents have the same.
    arbitrary: fc.array(order, { minLength: 1, maxLength: 2 }).map((all) => untilName(apart(all))),
  },
);

const scope: fc.Arbitrary<Pick<Query, 'parent' | 'collection' | 'group'>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ parent: '', collection: 'c', group: false }) },
  { weight: 4, arbitrary: fc.constant({ parent: '', collection: 'c', group: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { parent: 'c/a', collection: 'c', group: false },
      { parent: 'c/a', collection: 'c', group: true },
      { parent: '', collection: 'nothing', group: false },
    ),
  },
);

const planned = (arbitrary: fc.Arbitrary<Query>): fc.Arbitrary<PlannedQuery> => {
  const place = fc.oneof(
    { weight: 2, arbitrary: fc.record({ at: fc.constant('result' as const), index: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        at: fc.constant('values' as const),
        values: fc.array(value, { minLength: 3, maxLength: 3 }),
      }),
    },
  );
  const cursor = fc
    .tuple(fc.record({ length: fc.integer({ min: 1, max: 3 }), inclusive: fc.boolean() }), place)
    .map(([bounds, where]): PlannedCursor => ({ ...bounds, ...where }));
  const maybe = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: cursor });
  return fc.record({ query: arbitrary, start: maybe, end: maybe });
};

const selection = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant([namePath]) },
  {
    weight: 2,
    arbitrary: fc
      .array(field, { minLength: 1, maxLength: 3 })
      .map((all) => apart(all).map(({ path }) => path)),
  },
);
const limit = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }) },
);

const bare: fc.Arbitrary<Query> = fc
  .record({
    scope,
    where: filter,
    orders,
    limit,
    fromEnd: fc.boolean(),
    select: selection,
    offset: fc.nat(3),
  })
  .map(({ scope: where, ...query }) => ({
    ...query,
    ...where,
    start: undefined,
    end: undefined,
    fromEnd: query.fromEnd && query.limit !== undefined,
    offset: 0,
  }));
const withOffset: fc.Arbitrary<Query> = fc
  .tuple(bare, fc.integer({ min: 1, max: 4 }))
  .map(([query, offset]) => ({ ...query, offset, fromEnd: false }));
/** Whatever lies below a place, by name alone. */
const everything: fc.Arbitrary<Query> = fc.tuple(bare, fc.constantFrom('', 'c/a')).map(([query, parent]) => ({
  ...query,
  parent,
  collection: undefined,
  group: true,
  where: undefined,
  orders: [],
}));

/** Any query. */
export const plannedQuery: fc.Arbitrary<PlannedQuery> = planned(
  fc.oneof(
    { weight: 9, arbitrary: bare },
    { weight: 3, arbitrary: withOffset },
    { weight: 1, arbitrary: everything },
  ),
);

/** Any query that can be listened to as the SDKs do. */
export const listenedQuery: fc.Arbitrary<PlannedQuery> = planned(
  bare.map((query) => ({ ...query, select: undefined })),
);

export interface PlannedAggregation {
  readonly planned: PlannedQuery;
  readonly aggregations: readonly Aggregation[];
}

const aggregation: fc.Arbitrary<Aggregation> = fc.oneof(
  fc.constantFrom(undefined, undefined, 1, 3).map((upTo): Aggregation => ({ op: 'count', upTo })),
  fc
    .record({
      op: fc.constantFrom('sum', 'avg'),
      path: fc.constantFrom<FieldPath>(['n'], ['i'], ['i'], ['a'], ['m', 'x']),
    })
    .map((made): Aggregation => made),
);

/** Aggregations of a query; of a window only the count, for whether a window holds documents without a field is not said. */
export const plannedAggregation: fc.Arbitrary<PlannedAggregation> = fc
  .record({
    planned: planned(fc.oneof(bare, withOffset)),
    aggregations: fc.array(aggregation, { minLength: 1, maxLength: 4 }),
  })
  .map(({ planned: made, aggregations }) => {
    const query = { ...made.query, select: undefined, fromEnd: false };
    const counts = aggregations.every(({ op }) => op === 'count');
    return {
      planned: { ...made, query: counts ? query : { ...query, limit: undefined, offset: 0 } },
      aggregations,
    };
  });

function apart<T extends { readonly path: FieldPath }>(all: readonly T[]): T[] {
  return all.filter(({ path }, index) => !all.slice(0, index).some((earlier) => overlap(earlier.path, path)));
}

function untilName(all: readonly Order[]): Order[] {
  const name = all.findIndex(({ path }) => path === namePath);
  return name < 0 ? [...all] : all.slice(0, name + 1);
}
