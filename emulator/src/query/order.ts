/** The order of a query's results, and where a document stands to a cursor. */
import { compareSegments } from '../paths.ts';
import type { StoredDocument } from '../store/document.ts';
import { indexedValue } from '../store/field-index.ts';
import { documentIdField } from '../values/field-path.ts';
import { compareValues } from '../values/order.ts';
import type { Cursor, Order } from './query.ts';

/** Negative, zero or positive as `a` comes before, is, or comes after `b`. Both have all fields of the order. */
export function compareDocuments(a: StoredDocument, b: StoredDocument, orderBy: readonly Order[]): number {
  for (const { path, descending } of orderBy) {
    const order =
      path[0] === documentIdField ? compareSegments(a.segments, b.segments) : compareField(a, b, path);
    if (order !== 0) {
      return descending ? -order : order;
    }
  }
  return 0;
}

function compareField(a: StoredDocument, b: StoredDocument, path: Order['path']): number {
  const [left, right] = [indexedValue(a, path), indexedValue(b, path)];
  return left && right ? compareValues(left, right) : 0;
}

/** Negative when the document comes before the cursor, positive when it comes after it; never zero. */
export function compareToCursor(document: StoredDocument, cursor: Cursor, orderBy: readonly Order[]): number {
  for (const [index, value] of cursor.values.entries()) {
    const order = orderBy[index];
    const own = order && indexedValue(document, order.path);
    const compared = own ? compareValues(own, value) : 0;
    if (compared !== 0) {
      return order?.descending ? -compared : compared;
    }
  }
  return cursor.before ? 1 : -1;
}
