/** Going through all that a query finds without holding it in memory. */
import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';

/** All that `query` finds, in pages of up to `size` documents, none of them empty. */
export async function* queryPages(query: Query, size: number): AsyncGenerator<QueryDocumentSnapshot[]> {
  for (let from = query; ; ) {
    const { docs } = await from.limit(size).get();
    const last = docs.at(-1);
    if (last === undefined) return;
    yield docs;
    if (docs.length < size) return;
    from = query.startAfter(last);
  }
}
