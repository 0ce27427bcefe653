/** Which images have a run that has not ended. */
import { isActive, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import type { Firestore, Query, QuerySnapshot } from 'firebase-admin/firestore';

/** Values that one `array-contains-any` takes. */
const VALUES = 30;

const workSchema = jobSchema.pick({ status: true, input: true });

/**
 * Those of the images `ids` that are the material of a run which will still deal with them, one that is being cancelled is
 * not. `read` makes it part of a transaction.
 */
export async function imagesAtWork(
  db: Firestore,
  workspaceId: string,
  ids: readonly string[],
  read: (query: Query) => Promise<QuerySnapshot> = async (query) => await query.get(),
): Promise<Set<string>> {
  const groups = Array.from({ length: Math.ceil(ids.length / VALUES) }, (_, index) =>
    ids.slice(index * VALUES, (index + 1) * VALUES),
  );
  const found = await Promise.all(
    groups.map(
      async (group) =>
        await read(
          db
            .collection(paths.jobs(workspaceId))
            .where('open', '==', true)
            .where('input.image_ids', 'array-contains-any', group)
            .select(...Object.keys(workSchema.shape)),
        ),
    ),
  );
  const jobs = found.flatMap(({ docs }) =>
    docs.flatMap((doc) => workSchema.safeParse(doc.data()).data ?? []),
  );
  return new Set(
    jobs
      .filter(({ status }) => isActive(status) && status !== 'cancelling')
      .flatMap(({ input }) => input.image_ids ?? []),
  );
}
