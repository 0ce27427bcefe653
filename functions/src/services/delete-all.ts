/** Deletes many documents quickly. */
import type { Firestore, Query } from 'firebase-admin/firestore';

/** Documents of one commit: what indexes have of large ones counts towards the limit of a commit as well. */
const BATCH = 100;

/** Deletes all that `query` finds, in several commits at a time. May run any number of times. */
export async function deleteAll(db: Firestore, query: Query): Promise<void> {
  const { docs } = await query.select().get();
  const starts = Array.from({ length: Math.ceil(docs.length / BATCH) }, (_, index) => index * BATCH);
  await Promise.all(
    starts.map(async (start) => {
      const batch = db.batch();
      for (const { ref } of docs.slice(start, start + BATCH)) batch.delete(ref);
      await batch.commit();
    }),
  );
}
