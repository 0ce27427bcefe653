/** Removes what runs have made of decks. Every function may run again without harm. */
import { paths, runOfJobId, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { CollectionRunFiles } from '../collection-run-files.ts';
import type { Bucket } from '../remove.ts';

/**
 * `partial`: the record and the files of `run`, and what its phases have handed to each other. `superseded`: only the
 * latter, since earlier decks stay as history, and all that earlier runs have left that came to no deck: a failed run
 * cannot be retried any more once a later one is done.
 */
export async function cleanDeck(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: 'partial' | 'superseded',
): Promise<void> {
  const { workspaceId, jobId, job } = run;
  if (scope === 'partial') {
    await db.doc(paths.deck(workspaceId, job.subject.id, jobId)).delete();
    await removeDeckFiles(bucket, workspaceId, job.subject.id, jobId);
  } else {
    await removeLeftovers(db, bucket, run);
  }
  await new CollectionRunFiles(bucket, run).remove();
}

/** Removes the hand-overs of earlier runs, and their files where no record says that they are a deck. */
async function removeLeftovers(db: Firestore, bucket: Bucket, { workspaceId, job }: RunInfo): Promise<void> {
  const at = [workspaceId, job.subject.id] as const;
  const recorded = await db
    .collection(paths.decks(...at))
    .select()
    .get();
  const decks = new Set(recorded.docs.map(({ id }) => id));
  const isEarlier = (jobId: string) => (runOfJobId(jobId, job.subject.id, job.pipeline) ?? job.run) < job.run;
  await removeOf(bucket, storagePaths.collectionRuns(...at), isEarlier);
  await removeOf(bucket, storagePaths.decks(...at), (jobId) => isEarlier(jobId) && !decks.has(jobId));
}

/** Removes the files under `prefix` of the jobs that are due. */
async function removeOf(bucket: Bucket, prefix: string, isDue: (jobId: string) => boolean): Promise<void> {
  const [files] = await bucket.getFiles({ prefix });
  const due = files.filter(({ name }) => isDue(name.slice(prefix.length).split('/')[0] ?? ''));
  await Promise.all(due.map(async (file) => await file.delete({ ignoreNotFound: true })));
}

/** Removes the files of a deck whose record is gone. */
export async function removeDeckFiles(
  bucket: Bucket,
  workspace: string,
  collection: string,
  deck: string,
): Promise<void> {
  await bucket.deleteFiles({ prefix: storagePaths.deck(workspace, collection, deck), force: true });
}
