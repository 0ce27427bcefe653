/** Which images have a run that has not ended. */
import { isActive, type Job, jobSchema } from '@docket/model/job';
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

const workSchema = jobSchema.pick({ status: true, input: true, created_at: true });

/** A run that has not ended, or whose end has something left to do. */
export interface OpenRun {
  id: string;
  createdAt: Date;
  /** Whether it will still deal with its images: one that is being cancelled does not. */
  isAtWork: boolean;
}

/** The open runs of each of the images `ids` that has any. `read` makes it part of a transaction. */
export async function openRunsOf(
  db: Firestore,
  workspaceId: string,
  ids: readonly string[],
  read: (query: Query) => Promise<QuerySnapshot> = async (query) => await query.get(),
): Promise<Map<string, OpenRun[]>> {
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
  // A run with images of two groups is found by both.
  const jobs = new Map(found.flatMap(({ docs }) => docs.map((snapshot) => [snapshot.id, snapshot])));
  const runs = new Map<string, OpenRun[]>();
  for (const snapshot of jobs.values()) {
    const job = workSchema.safeParse(snapshot.data()).data;
    if (job === undefined) continue;
    const run = { id: snapshot.id, createdAt: job.created_at, isAtWork: isAtWork(job) };
    for (const id of job.input.image_ids ?? []) runs.set(id, [...(runs.get(id) ?? []), run]);
  }
  return runs;
}

function isAtWork({ status }: Pick<Job, 'status'>): boolean {
  return isActive(status) && status !== 'cancelling';
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
  if (job === undefined || !isAtWork(job)) return [];
  return job.input.image_ids ?? [];
}
