/** Step 3: starts the batches that fetch the images of the items. */
import { imageBatchSchema } from '@docket/model/image-batch';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { importedImage } from '@docket/model/upload/new-image';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { batchDocuments } from '../../images/new-batch.ts';
import { imageOf } from '../../images/processing/stored-image.ts';
import { lastSegmentOf } from '../../services/remote-file-name.ts';
import { hostOf } from '../../services/remote-image.ts';
import type { SavedRows } from './import-hand-over.ts';

type WantedImage = SavedRows['images'][number];

/** The batches that were started, and how many images they fetch. */
export interface StartedImages {
  batchIds: string[];
  images: number;
}

/**
 * Creates those of `images` that are missing and starts batches for them and for those that could not be fetched earlier. What is
 * complete or under way is left alone. A batch is about the images of one place in the list, so that doing it again starts no
 * other ones.
 */
export async function startImages(
  db: Firestore,
  context: PhaseContext,
  images: readonly WantedImage[],
  clock: () => Date,
): Promise<StartedImages> {
  const { job, signal, report } = context;
  const started: StartedImages = { batchIds: [], images: 0 };
  let looked = 0;
  report(0, images.length, 'Image');
  for (const [index, group] of groupsOf(images).entries()) {
    signal.throwIfAborted();
    const batchId = `${job.subject.id}-${job.run}-${index + 1}`;
    const count = await context.transact(
      async (transaction) => await startBatch(db, context, transaction, { batchId, group, at: clock() }),
    );
    if (count > 0) started.batchIds.push(batchId);
    started.images += count;
    looked += group.length;
    report(looked, images.length, 'Image');
  }
  return started;
}

/** Images of a host by themselves: one that does not answer keeps back only the batches of its own. */
function groupsOf(images: readonly WantedImage[]): WantedImage[][] {
  return [...Map.groupBy(images, ({ url }) => hostOf(url)).values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / LIMITS.imagesPerBatch) }, (_, index) =>
      all.slice(index * LIMITS.imagesPerBatch, (index + 1) * LIMITS.imagesPerBatch),
    ),
  );
}

/** Starts a batch for those of `group` that need one; returns how many they are. */
async function startBatch(
  db: Firestore,
  { workspaceId, job }: PhaseContext,
  transaction: Transaction,
  { batchId, group, at }: { batchId: string; group: readonly WantedImage[]; at: Date },
): Promise<number> {
  const [batch, ...found] = await transaction.getAll(
    db.doc(paths.imageBatch(workspaceId, batchId)),
    ...group.map(({ image_id }) => db.doc(paths.image(workspaceId, image_id))),
  );
  if (batch?.exists === true) return imageBatchSchema.parse(batch.data()).image_count;
  const due = group.filter((_, index) => {
    const snapshot = found[index];
    const image = snapshot === undefined ? null : imageOf(snapshot);
    return image === null || image.processing_status === 'failed' || image.processing_status === 'cancelled';
  });
  if (due.length === 0) return 0;
  const present = new Set(found.flatMap(({ id, exists }) => (exists ? [id] : [])));
  const author = { workspaceId, uid: job.created_by, serverTime: at };
  for (const { image_id: imageId, url } of due) {
    if (present.has(imageId)) continue;
    const image = { imageId, url, fileName: lastSegmentOf(url), flatten: null, batchId };
    const { path, fields } = importedImage(author, image);
    transaction.create(db.doc(path), fields);
  }
  const documents = batchDocuments(db, {
    workspaceId,
    batchId,
    source: 'import',
    pipeline: 'image_import',
    imageIds: due.map(({ image_id }) => image_id),
    by: job.created_by,
    at,
    backfillId: null,
  });
  for (const { ref, data } of documents) transaction.create(ref, data);
  return due.length;
}
