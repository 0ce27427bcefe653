/** Fills in what plans leave open: the versions that writes expect, the places where cursors point. */
import type { PlannedCursor, PlannedQuery } from './generate/queries.ts';
import { root } from './generate/values.ts';
import type { Condition, PlannedWrite } from './generate/writes.ts';
import type { Document, Precondition, State, Write } from './model/commit.ts';
import { isName } from './model/field-path.ts';
import { type Cursor, completeOrders, orderValues, type Query, results } from './model/query.ts';

/** The writes as they are sent in a state of the database. */
export function planWrites(planned: readonly PlannedWrite[], state: State): Write[] {
  return planned.map(({ write, condition }) => ({
    ...write,
    precondition: precondition(condition, state.get(write.path)),
  }));
}

function precondition(condition: Condition, current: Document | undefined): Precondition | undefined {
  switch (condition) {
    case 'none':
      return undefined;
    case 'exists':
    case 'missing':
      return { exists: condition === 'exists' };
    case 'thisVersion':
      return current ? { updateTime: current.updateTime } : { exists: false };
    case 'otherVersion':
      return { updateTime: (current?.updateTime ?? 1_000_000) - 1 };
  }
}

/** The query with its cursors, which point among the results that it has without them. */
export function planQuery({ query, start, end }: PlannedQuery, state: State): Query {
  const documents = results({ ...query, limit: undefined, offset: 0 }, state, root);
  return {
    ...query,
    start: start && planCursor(start, query, documents),
    end: end && planCursor(end, query, documents),
  };
}

/** A place given by values takes the name of a result where it needs one. */
function planCursor(
  planned: PlannedCursor,
  query: Query,
  documents: readonly Document[],
): Cursor | undefined {
  const at = planned.at === 'result' ? planned.index : 0;
  const document = documents[at % Math.max(1, documents.length)];
  if (!document) {
    return undefined;
  }
  const orders = completeOrders(query).slice(0, planned.length);
  const own = orderValues(orders, document, root);
  const values = orders.flatMap(({ path }, index) => {
    const given = planned.at === 'values' && !isName(path) ? planned.values[index] : own[index];
    return given ?? [];
  });
  return { values, inclusive: planned.inclusive };
}
