/** Which images have a run that has not ended. */
import { isActive, jobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import {
  type DocumentSnapshot,
  FieldPath,
  type Firestore,
  type Query,
  type QuerySnapshot,
} from 'firebase-admin/firestore';
import { queryPages } from '../services/query-pages.ts';

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
  return new Set(found.flatMap(({ docs }) => docs.flatMap(imagesOf)));
}

/** Runs that are read at a time. */
const PAGE = 200;

/** All such images of a workspace, for whoever goes through all of its images: 100,000 ids are some 10 MB. */
export async function allImagesAtWork(db: Firestore, workspaceId: string): Promise<Set<string>> {
  const open = db
    .collection(paths.jobs(workspaceId))
    .where('open', '==', true)
    .orderBy(FieldPath.documentId())
    .select(...Object.keys(workSchema.shape));
  const ids = new Set<string>();
  for await (const page of queryPages(open, PAGE)) {
    for (const id of page.flatMap(imagesOf)) ids.add(id);
  }
  return ids;
}

/** What a run will still deal with. */
function imagesOf(snapshot: DocumentSnapshot): readonly string[] {
  const job = workSchema.safeParse(snapshot.data()).data;
  if (job === undefined || !isActive(job.status) || job.status === 'cancelling') return [];
  return job.input.image_ids ?? [];
}
