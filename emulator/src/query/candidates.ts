/**
 * Chooses where to look for a query's results: what the indexes say of its filters, or the index of the first order cut
 * to its bounds, or everything in a small collection. Whatever is chosen contains all results; the caller filters.
 */
import type { StoredDocument } from '../store/document.ts';
import type { DocumentSet, DocumentTable } from '../store/document-table.ts';
import { documentIdField, type FieldPath, formatFieldPath } from '../values/field-path.ts';
import { conjuncts, type FieldFilter, type Query } from './query.ts';
import { type Source, sourceFor, walk } from './sources.ts';

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
  if (set.size < smallSet) {
    return { documents: set.documents(), ordered: false };
  }
  const source = query.where && sourceFor(query.where, set);
  return source && isWorthIt(query, set, source)
    ? readSource(query, source)
    : alongOrder(query, set, conjuncts(query.where));
}

function readSource(query: Query, source: Source): Candidates {
  const ordered = source.byName && query.orderBy.length === 1;
  return { documents: source.read(ordered && query.orderBy[0]?.descending === true), ordered };
}

/**
 * Whether to look at everything a source has. Following the order instead may end at the limit: if the results are
 * spread evenly, after so many documents as there are between them, times the limit.
 */
function isWorthIt(query: Query, set: DocumentSet, source: Source): boolean {
  const alone = source.byName && query.orderBy.length === 1;
  if (alone || query.limit === undefined || !isInIndexOrder(query)) {
    return source.count < set.size;
  }
  return source.count * source.count <= (query.offset + query.limit) * set.size;
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

/** Follows the index of the first field of the order, which holds all documents that can be results. */
function alongOrder(query: Query, set: DocumentSet, filters: readonly FieldFilter[]): Candidates {
  const [first] = query.orderBy;
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
  return { documents: walk(index.entries(), from, to, descending), ordered: isInIndexOrder(query) };
}

/** Whether the index of the first field of the order has the documents in the whole order. */
function isInIndexOrder({ orderBy: [first, second, ...rest] }: Query): boolean {
  return (
    first !== undefined &&
    (isName(first.path) ||
      (rest.length === 0 &&
        second !== undefined &&
        isName(second.path) &&
        second.descending === first.descending))
  );
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

function isName(path: FieldPath): boolean {
  return path[0] === documentIdField;
}
