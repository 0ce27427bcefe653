/** Adds images to the library: each once, together with the batch that works on those that are new. */
import type { Write } from '@docket/model/commands/write';
import { startImageBatch } from '@docket/model/commands/image-commands';
import { imageSchema } from '@docket/model/image';
import { jobId, paths } from '@docket/model/paths';
import type { BatchStart } from '@docket/model/upload/new-image';
import type { RequestContext } from '../context.ts';
import { runUrl } from '../run-view.ts';

/** An image with the write that makes it. */
export interface NewImage {
  imageId: string;
  writes: readonly Write[];
}

export interface Added {
  /** Those that were not there, or that this very request has added before. */
  imageIds: ReadonlySet<string>;
  /** The run that works on them; null when there is nothing new. */
  run: { run_id: string; status_url: string } | null;
}

/** Adds `images`, no more than a batch takes, with the batch that they name. What is there already stays as it is. */
export async function addImages(
  context: RequestContext,
  batch: Omit<BatchStart, 'imageIds'>,
  images: readonly NewImage[],
): Promise<Added> {
  const { db, workspaceId, actor } = context;
  const { batchId } = batch;
  const added = await context.transact(async (transaction) => {
    const refs = images.map(({ imageId }) => db.doc(paths.image(workspaceId, imageId)));
    const snapshots = await transaction.getAll(...refs, { fieldMask: ['batch_id'] });
    const fresh = images.filter((_, index) => snapshots[index]?.exists !== true);
    const ours = images.filter((_, index) => isOf(snapshots[index]?.data(), batchId));
    const imageIds = fresh.map(({ imageId }) => imageId);
    // The batch is of this very request: it was cut off after it had written this.
    if (ours.length > 0) return { writes: [], result: ours.map(({ imageId }) => imageId) };
    const writes =
      fresh.length === 0
        ? []
        : [...fresh.flatMap((image) => image.writes), ...startImageBatch(actor, { ...batch, imageIds })];
    return { writes, result: imageIds };
  });
  return outcome(context, batch, added);
}

/** What came of a batch to which these images were added. */
function outcome(
  { workspaceId }: RequestContext,
  { batchId, pipeline }: Omit<BatchStart, 'imageIds'>,
  imageIds: readonly string[],
): Added {
  const runId = jobId(batchId, pipeline, 1);
  const run = imageIds.length === 0 ? null : { run_id: runId, status_url: runUrl(workspaceId, runId) };
  return { imageIds: new Set(imageIds), run };
}

/** What came of an image that is there already; null when it is not. This very request may have added it. */
export async function alreadyAdded(
  context: RequestContext,
  batch: Omit<BatchStart, 'imageIds'>,
  imageId: string,
): Promise<Added | null> {
  const snapshot = await context.db.doc(paths.image(context.workspaceId, imageId)).get();
  if (!snapshot.exists) return null;
  return outcome(context, batch, isOf(snapshot.data(), batch.batchId) ? [imageId] : []);
}

const batchSchema = imageSchema.pick({ batch_id: true });

function isOf(data: unknown, batchId: string): boolean {
  return batchSchema.safeParse(data).data?.batch_id === batchId;
}
