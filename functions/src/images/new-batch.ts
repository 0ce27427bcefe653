/** Batches of images that the functions start. */
import type { ImageBatch, ImageBatchSource } from '@docket/model/image-batch';
import type { NewJob } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { jobId, paths } from '@docket/model/paths';
import type { PipelineOn } from '@docket/model/pipelines';
import type { DocumentReference, Firestore } from 'firebase-admin/firestore';

export interface NewBatch {
  workspaceId: string;
  batchId: string;
  source: ImageBatchSource;
  pipeline: PipelineOn<'image_batch'>;
  imageIds: readonly string[];
  by: string;
  at: Date;
  /** The backfill that it belongs to; null: none. */
  backfillId: string | null;
}

/** The documents that start a batch: to be created in one write, and only if they do not exist. */
export function batchDocuments(
  db: Firestore,
  { workspaceId, batchId, source, pipeline, imageIds, by, at, backfillId }: NewBatch,
): { ref: DocumentReference; data: object }[] {
  const batch: Omit<ImageBatch, 'outcome' | 'processing_status'> = {
    source,
    image_count: imageIds.length,
    created_by: by,
    created_at: at,
    backfill_id: backfillId,
  };
  const job: NewJob = {
    pipeline,
    subject: { type: 'image_batch', id: batchId },
    input: { document_ids: [], image_ids: [...imageIds] },
    run: 1,
    created_by: by,
    created_at: at,
    status: 'queued',
    open: true,
  };
  return [
    { ref: db.doc(paths.imageBatch(workspaceId, batchId)), data: batch },
    { ref: db.doc(paths.job(workspaceId, jobId(batchId, pipeline, 1))), data: job },
  ];
}

/** What a batch of images runs through: those without an original are fetched first. */
export function pipelineFor(image: { storage_path: string | null }): PipelineOn<'image_batch'> {
  return image.storage_path === null ? 'image_import' : 'image_processing';
}

/** `images` in groups of one pipeline each, none larger than a batch may be, in their order. */
export function batchesOf<T extends { storage_path: string | null }>(
  images: readonly T[],
): { pipeline: PipelineOn<'image_batch'>; images: T[] }[] {
  const groups = Map.groupBy(images, pipelineFor);
  return [...groups].flatMap(([pipeline, all]) =>
    Array.from({ length: Math.ceil(all.length / LIMITS.imagesPerBatch) }, (_, index) => ({
      pipeline,
      images: all.slice(index * LIMITS.imagesPerBatch, (index + 1) * LIMITS.imagesPerBatch),
    })),
  );
}
