/**
 * Chooses where to look for a query's results: the smallest equality range, or the index of the first order cut to its
 * bounds, or everything in a small collection. Whatever is chosen contains all results; the caller filters.
 */
import type { StoredDocument } from '../store/document.ts';
import type { DocumentSet, DocumentTable } from '../store/document-table.ts';
import { documentIdField, type FieldPath, formatFieldPath } from '../values/field-path.ts';
import { equalValues } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { conjuncts, type FieldFilter, type Query } from './query.ts';

/** Below so many documents looking at all of them is cheaper than keeping an index. */
const smallSet = 64;

export interface Candidates {
  readonly documents: Iterable<StoredDocument>;
  /** Whether they come in the query's order already. */
  readonly ordered: boolean;
}

/** The documents of the table among which the query's results are. */
export function candidatesFor(query: Query, table: DocumentTable): Candidates {
  const set = setOf(query, table);
  const filters = conjuncts(query.where);
  const byName = filters.find(({ path, op }) => isName(path) && (op === 'EQUAL' || op === 'IN'));
  if (byName) {
    return { documents: named(set, byName.value), ordered: false };
  }
  if (set.size < smallSet) {
    return { documents: set.documents(), ordered: false };
  }
  return smallestEquality(query, set, filters) ?? alongOrder(query, set, filters);
}

/** The set of documents a query is about; for a group below a document, the whole group. */
function setOf(query: Query, table: DocumentTable): DocumentSet {
  if (query.collectionId === undefined) {
    return table.everything();
  }
  return query.allDescendants
    ? table.group(query.collectionId)
    : table.collection([...query.parent, query.collectionId].join('/'));
}

function named(set: DocumentSet, value: Value): StoredDocument[] {
  const references = value.kind === 'array' ? value.values : [value];
  const names = new Set(references.flatMap((each) => (each.kind === 'reference' ? [each.value] : [])));
  return [...names].flatMap((name) => set.get(name) ?? []);
}

interface Range {
  readonly entries: readonly StoredDocument[];
  readonly from: number;
  readonly to: number;
}

function equalRange(set: DocumentSet, path: FieldPath, value: Value): Range {
  const index = set.indexBy(path);
  return { entries: index.entries(), from: index.position(value, false), to: index.position(value, true) };
}

function smallestEquality(
  query: Query,
  set: DocumentSet,
  filters: readonly FieldFilter[],
): Candidates | undefined {
  const choices = filters
    .filter(({ op }) => op === 'EQUAL' || op === 'IN')
    .map(({ path, op, value }) =>
      (op === 'IN' ? distinctElements(value) : [value]).map((each) => equalRange(set, path, each)),
    );
  const [best] = choices.sort((a, b) => total(a) - total(b));
  if (!best) {
    return undefined;
  }
  // Within one value an index is in order of names.
  const ordered = best.length === 1 && query.orderBy.length === 1;
  return { documents: walk(best, ordered && query.orderBy[0]?.descending === true), ordered };
}

/** The elements of a list without repetitions, or the same document would be found twice. */
function distinctElements(list: Value): Value[] {
  const elements = list.kind === 'array' ? list.values : [];
  return elements.filter(
    (element, index) => elements.findIndex((other) => equalValues(other, element)) === index,
  );
}

function total(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Follows the index of the first field of the order, which holds all documents that can be results. */
function alongOrder(query: Query, set: DocumentSet, filters: readonly FieldFilter[]): Candidates {
  const [first, second, ...rest] = query.orderBy;
  const path = first?.path ?? [documentIdField];
  const descending = first?.descending ?? false;
  const index = set.indexBy(path);
  const bounds: Bound[] = [
    ...filters
      .filter((filter) => formatFieldPath(filter.path) === formatFieldPath(path))
      .map(({ op, value }) => ({ op, value })),
    ...cursorBounds(query, descending),
  ];
  let [from, to] = [0, index.entries().length];
  for (const { op, value } of bounds) {
    if (op === 'GREATER_THAN' || op === 'GREATER_THAN_OR_EQUAL') {
      from = Math.max(from, index.position(value, op === 'GREATER_THAN'));
    } else if (op === 'LESS_THAN' || op === 'LESS_THAN_OR_EQUAL') {
      to = Math.min(to, index.position(value, op === 'LESS_THAN_OR_EQUAL'));
    }
  }
  const ordered =
    isName(path) ||
    (rest.length === 0 && second !== undefined && isName(second.path) && second.descending === descending);
  return { documents: walk([{ entries: index.entries(), from, to }], descending), ordered };
}

type Bound = Pick<FieldFilter, 'op' | 'value'>;

/** What the cursors say about the first field of the order. */
function cursorBounds(query: Query, descending: boolean): Bound[] {
  const [start, end] = [query.startAt?.values[0], query.endAt?.values[0]];
  const bounds: Bound[] = [];
  if (start) {
    bounds.push({ op: descending ? 'LESS_THAN_OR_EQUAL' : 'GREATER_THAN_OR_EQUAL', value: start });
  }
  if (end) {
    bounds.push({ op: descending ? 'GREATER_THAN_OR_EQUAL' : 'LESS_THAN_OR_EQUAL', value: end });
  }
  return bounds;
}

function* walk(ranges: readonly Range[], backwards: boolean): Generator<StoredDocument> {
  for (const { entries, from, to } of ranges) {
    for (let step = 0; step < to - from; step += 1) {
      const entry = entries[backwards ? to - 1 - step : from + step];
      if (entry) {
        yield entry;
      }
    }
  }
}

function isName(path: FieldPath): boolean {
  return path[0] === documentIdField;
}
