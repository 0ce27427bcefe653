/** Removes what runs have made of decks. Every function may run again without harm. */
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { CollectionRunFiles } from '../collection-run-files.ts';
import type { Bucket } from '../remove.ts';

/**
 * `partial`: the record and the files of `run`, and what its phases have handed to each other. `superseded`: only the
 * latter, since earlier decks stay as history.
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
  }
  await new CollectionRunFiles(bucket, run).remove();
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
