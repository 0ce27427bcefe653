/** Removes what runs of "Generate Items" have made: all that a cancelled one has, or what a completed one has replaced. */
import { itemSchema } from '@docket/model/item';
import { paths, runOfJobId, storagePaths } from '@docket/model/paths';
import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { CollectionRunFiles } from '../collection-run-files.ts';
import type { Bucket } from '../remove.ts';
import { removeUnusedPictures } from './unused-pictures.ts';
import { takenBack } from './plan-saving.ts';

/** Documents that are written in one go. */
const BATCH = 400;

/**
 * `partial`: takes back what `run` has done to the items, and removes its tables and hand-overs. `superseded`: removes the
 * tables and hand-overs of earlier runs, and those of `run` itself that a later start does not need. Both remove
 * pictures that no item shows any more. What people have edited is never touched. May run any number of times.
 */
export async function cleanItems(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: 'partial' | 'superseded',
): Promise<void> {
  const { job } = run;
  if (scope === 'partial') {
    await takeBackItems(db, run);
    await removeOrderTables(db, run, (jobId) => jobId === run.jobId);
    await new CollectionRunFiles(bucket, run).remove();
  } else {
    const isEarlier = (jobId: string) =>
      (runOfJobId(jobId, job.subject.id, job.pipeline) ?? job.run) < job.run;
    await removeOrderTables(db, run, isEarlier);
    await removeHandOvers(bucket, run, isEarlier);
  }
  await removeUnusedPictures(db, bucket, run);
}

/**
 * Puts back what was there before the run, or removes what was not; all of it where the collection was deleted. Items are
 * changed only as they were found: a later run may be saving them.
 */
async function takeBackItems(db: Firestore, run: RunInfo): Promise<void> {
  const { workspaceId, job } = run;
  const subject = await db.doc(paths.collection(workspaceId, job.subject.id)).get();
  const items = db.collection(paths.items(workspaceId, job.subject.id));
  const { docs } = await items.where('run', '==', job.run).get();
  for (let start = 0; start < docs.length; start += BATCH) {
    const batch = db.batch();
    for (const item of docs.slice(start, start + BATCH)) {
      const asFound = { lastUpdateTime: item.updateTime };
      const stored = itemSchema.safeParse(item.data());
      const before = stored.success ? takenBack(stored.data, job.run) : 'not its own';
      const back = subject.exists ? before : null;
      if (back === null) batch.delete(item.ref, asFound);
      else if (back !== 'not its own') batch.update(item.ref, { ...back }, asFound);
    }
    await batch.commit();
  }
}

/** Removes the tables of runs that are due, and those of documents that were removed while the run still wrote. */
async function removeOrderTables(
  db: Firestore,
  { workspaceId, jobId, job }: RunInfo,
  isDue: (jobId: string) => boolean,
): Promise<void> {
  const documents = db.collection(paths.documents(workspaceId, job.subject.id));
  const present = new Set((await documents.select().get()).docs.map(({ id }) => id));
  const touched = (await documents.listDocuments()).map(({ id }) => id);
  const due: DocumentReference[] = [];
  for (const document of new Set([...touched, ...job.input.document_ids])) {
    const tables = db.collection(paths.orderTables(workspaceId, job.subject.id, document));
    const { docs } = await tables.select('job_id').get();
    for (const table of docs) {
      const madeBy = String(table.get('job_id'));
      if (isDue(madeBy) || (madeBy === jobId && !present.has(document))) due.push(table.ref);
    }
  }
  for (let start = 0; start < due.length; start += BATCH) {
    const batch = db.batch();
    for (const ref of due.slice(start, start + BATCH)) batch.delete(ref);
    await batch.commit();
  }
}

/** Removes the hand-overs of earlier runs, and those of this one but for what it has read: see `earlierContent`. */
async function removeHandOvers(
  bucket: Bucket,
  { workspaceId, jobId, job }: RunInfo,
  isEarlier: (jobId: string) => boolean,
): Promise<void> {
  const prefix = storagePaths.collectionRuns(workspaceId, job.subject.id);
  const [files] = await bucket.getFiles({ prefix });
  const due = files.filter(({ name }) => {
    const [madeBy = '', kind = ''] = name.slice(prefix.length).split('/');
    return isEarlier(madeBy) || (madeBy === jobId && kind !== 'content');
  });
  await Promise.all(due.map(async (file) => await file.delete({ ignoreNotFound: true })));
}
