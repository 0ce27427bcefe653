/** Lists by the page. */
import { ApiProblem } from '@docket/model/api/problem';
import { idSchema } from '@docket/model/api/shared';
import type {
  CollectionReference,
  DocumentSnapshot,
  Query,
  QueryDocumentSnapshot,
} from 'firebase-admin/firestore';

/** What is wanted of a list. */
export interface PageWish {
  limit: number;
  cursor?: string | undefined;
}

/**
 * A page of `query`, whose documents lie in `collection`, in its order. The cursor names the last document of the page before: what
 * was added meanwhile neither shifts nor doubles anything. Throws an ApiProblem when that document is gone.
 */
export async function readPage<T>(
  collection: CollectionReference,
  query: Query,
  { limit, cursor }: PageWish,
  view: (document: QueryDocumentSnapshot) => T | null,
): Promise<{ data: T[]; next_cursor: string | null }> {
  const from = cursor === undefined ? query : after(query, await readCursor(collection, cursor));
  // One more than wanted says whether there is a next page.
  const { docs } = await from.limit(limit + 1).get();
  const page = docs.slice(0, limit);
  const last = page.at(-1);
  const data = page.flatMap((document) => {
    const shown = view(document);
    return shown === null ? [] : [shown];
  });
  return { data, next_cursor: docs.length > limit && last !== undefined ? last.id : null };
}

/** What a cursor is that names nothing. */
export function lostCursor(): ApiProblem {
  return new ApiProblem('invalid_request', 'This cursor leads nowhere any more. Begin with the first page.', {
    errors: [{ in: 'query', pointer: '/cursor', detail: 'Unknown.' }],
  });
}

/** Documents that lack what the list is in the order of are in no page of it: one of those names no place. */
function after(query: Query, document: DocumentSnapshot): Query {
  try {
    return query.startAfter(document);
  } catch {
    throw lostCursor();
  }
}

async function readCursor(collection: CollectionReference, cursor: string) {
  if (!idSchema.safeParse(cursor).success) throw lostCursor();
  const snapshot = await collection.doc(cursor).get();
  if (!snapshot.exists) throw lostCursor();
  return snapshot;
}
