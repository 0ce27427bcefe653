/** Tells the images of a batch that was cancelled, or has failed, what has become of them. */
import { errorMessage } from '@docket/model/errors';
import type { Image, ImageError } from '@docket/model/image';
import type { CleanupScope, Job } from '@docket/model/job';
import { storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import type { RunInfo } from '../engine/pipeline-module.ts';
import { type OpenRun, openRunsOf } from './open-runs.ts';
import { cancelled, failed } from './processing/image-fields.ts';
import { listObjects, removeUnchanged } from './processing/image-objects.ts';
import { imageOf, readImages, type StoredImage } from './processing/stored-image.ts';

/**
 * Settles what `run` has not finished. `partial`: cancelled, what was made in part is removed. `abandoned`: failed with the
 * error of the run. Images that have an end are left alone, as are those that another run will deal with. May run any number of
 * times.
 */
export async function settleImages(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: CleanupScope,
): Promise<void> {
  switch (scope) {
    case 'partial':
      return await cancelImages(db, bucket, run);
    case 'abandoned':
      await settle(db, run, await unfinishedOf(db, run), (image) =>
        failed(image, errorOf(run.job, image), new Date()),
      );
      return;
    case 'superseded':
  }
}

async function cancelImages(db: Firestore, bucket: Bucket, run: RunInfo): Promise<void> {
  const unfinished = await unfinishedOf(db, run);
  // What is there now, so that whatever a later run stores under the same names is not taken for it.
  const made = await Promise.all(
    unfinished.filter(isBegun).map(async (stored) => ({
      stored,
      objects: await listObjects(bucket, storagePaths.libraryDerivatives(run.workspaceId, stored.id)),
    })),
  );
  const settled = await settle(db, run, unfinished, (image) => cancelled(isWhole(image), new Date()));
  await Promise.all(
    made.map(async ({ stored, objects }) => {
      const image = settled.get(stored.id);
      if (image === undefined) return;
      const kept = new Set([...image.thumbnails, ...image.variants].map(({ path }) => path));
      await removeUnchanged(objects.filter(({ name }) => !kept.has(name)));
    }),
  );
}

async function unfinishedOf(db: Firestore, run: RunInfo): Promise<StoredImage[]> {
  return (await readImages(db, run)).filter(({ image }) => isUnfinished(image));
}

function isUnfinished({ processing_status: status }: Image): boolean {
  return status === 'queued' || status === 'processing';
}

/** Whether there may be derivatives. */
function isBegun({ image }: StoredImage): boolean {
  return image.processing_attempts > 0;
}

/** Whether all that the image names was made by one recipe, an earlier one than was under way. */
function isWhole({ recipe, thumbnails, variants }: Image): boolean {
  const folders = [...thumbnails, ...variants].map(({ path }) => path.slice(0, path.lastIndexOf('/')));
  return recipe !== null && variants.length > 0 && new Set(folders).size === 1;
}

/**
 * Whether one of `others` deals with `image`. A run that was started after `run` is certain to come to it. An earlier one may be
 * past it, which is known only while the image waits; of one that is being processed, it may be what processes it. If it was not,
 * the image is met again as one that was left over.
 */
function isWithOthers(image: Image, run: RunInfo, others: readonly OpenRun[]): boolean {
  return others.some(
    (other) =>
      other.id !== run.jobId &&
      other.isAtWork &&
      (image.processing_status === 'processing' || isLater(other, run)),
  );
}

/** Of two that were started in the same millisecond, one counts as later, for both the same one. */
function isLater({ id, createdAt }: OpenRun, { jobId, job }: RunInfo): boolean {
  const difference = createdAt.getTime() - job.created_at.getTime();
  return difference > 0 || (difference === 0 && id > jobId);
}

/** Writes `fields` to those that are still unfinished and nobody else deals with. Returns these, as they are then. */
async function settle(
  db: Firestore,
  run: RunInfo,
  unfinished: readonly StoredImage[],
  fields: (image: Image) => Partial<Image>,
): Promise<Map<string, Image>> {
  if (unfinished.length === 0) return new Map();
  return await db.runTransaction(async (transaction) => {
    const ids = unfinished.map(({ id }) => id);
    const open = await openRunsOf(db, run.workspaceId, ids, async (query) => await transaction.get(query));
    const snapshots = await transaction.getAll(...unfinished.map(({ ref }) => ref));
    const settled = new Map<string, Image>();
    for (const snapshot of snapshots) {
      const image = imageOf(snapshot);
      if (image === null || !isUnfinished(image)) continue;
      if (isWithOthers(image, run, open.get(snapshot.id) ?? [])) continue;
      const changes = fields(image);
      transaction.update(snapshot.ref, changes);
      settled.set(snapshot.id, { ...image, ...changes });
    }
    return settled;
  });
}

/** The error of a run, as one of its images keeps it. */
function errorOf({ error }: Job, { file_name: file }: Image): ImageError {
  if (error === null) return { code: 'internal', message: errorMessage('internal'), details: '' };
  const { code, message, details } = error;
  return { code, details, message: code === 'worker_lost' ? errorMessage(code, { file }) : message };
}
