/** Tells the images of a batch that was cancelled, or has failed, what has become of them. */
import type { CleanupScope } from '@docket/model/job';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { RunInfo } from '../engine/pipeline-module.ts';

/** Settles what `run` has not finished. May run any number of times. */
export async function settleImages(
  _db: Firestore,
  _bucket: Bucket,
  _run: RunInfo,
  _scope: CleanupScope,
): Promise<void> {
  throw new Error('not built');
}
