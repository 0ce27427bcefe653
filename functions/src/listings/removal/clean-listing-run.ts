/** Removes what the phases of a run have handed to each other. */
import { paths, runOfJobId, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { listObjects, removeUnchanged } from '../../images/processing/image-objects.ts';
import { removeListingData } from './remove-listing-data.ts';

/**
 * Removes the files of `run`, and of earlier ones that failed. What was found stays: it is right as far as it goes. Everything
 * goes when the listing is gone: a worker that has died may have left something after the listing's own removal.
 */
export async function cleanListingRun(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, job: { subject, pipeline, run } }: RunInfo,
): Promise<void> {
  const place = { workspaceId, listingId: subject.id };
  const listing = await db.doc(paths.listing(workspaceId, subject.id)).get();
  if (!listing.exists) return await removeListingData(db, bucket, place);
  const prefix = storagePaths.listingRuns(workspaceId, subject.id);
  const objects = await listObjects(bucket, prefix);
  const isOver = (name: string) => {
    const of = runOfJobId(name.slice(prefix.length).split('/')[0] ?? '', subject.id, pipeline);
    return of !== null && of <= run;
  };
  await removeUnchanged(objects.filter(({ name }) => isOver(name)));
}
