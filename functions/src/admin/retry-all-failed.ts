/**
 * Retries what has failed in a workspace: runs that need attention, and images that none of them is about. Only what had
 * failed before it was asked for, so that doing it again for the same request does nothing more.
 */
import { createHash } from 'node:crypto';
import { imageSchema } from '@docket/model/image';
import { type Job, jobSchema } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { paths, subjectPath } from '@docket/model/paths';
import { phaseAt } from '@docket/model/pipelines';
import type { AdminRequest } from '@docket/model/queue';
import { type DocumentSnapshot, FieldPath, type Firestore, type Transaction } from 'firebase-admin/firestore';
import type { JobKey } from '../engine/job-store.ts';
import { batchDocuments, batchesOf } from '../images/new-batch.ts';
import { queryPages } from '../services/query-pages.ts';

export type RetryWish = Extract<AdminRequest, { action: 'retry_all_failed' }>;

export interface RetryParts {
  db: Firestore;
  /** Retries a run if it has failed and is the last one of its subject. */
  retryJob: (key: JobKey) => Promise<void>;
}

/** Jobs that are held in memory at a time; one may have a megabyte. */
const JOBS_PAGE = 50;

/** Images, of which few fields are read. */
const IMAGES_PAGE = 10 * LIMITS.imagesPerBatch;

/** Retries everything that `wish` means; `requestId` is the id of its document. */
export async function retryAllFailed(
  parts: RetryParts,
  workspaceId: string,
  requestId: string,
  wish: RetryWish,
): Promise<void> {
  const retrial = new Retrial(parts, workspaceId, requestId, wish);
  await retrial.retryJobs();
  await retrial.retryImages();
}

const failedImageSchema = imageSchema.pick({
  storage_path: true,
  processing_status: true,
  processing_error: true,
  processing_completed_at: true,
  thumbnail_status: true,
  variant_status: true,
});

class Retrial {
  readonly #parts: RetryParts;
  readonly #workspaceId: string;
  readonly #requestId: string;
  readonly #wish: RetryWish;

  constructor(parts: RetryParts, workspaceId: string, requestId: string, wish: RetryWish) {
    this.#parts = parts;
    this.#workspaceId = workspaceId;
    this.#requestId = requestId;
    this.#wish = wish;
  }

  async retryJobs(): Promise<void> {
    const listed = this.#parts.db
      .collection(paths.jobs(this.#workspaceId))
      .where('needs_attention', '==', true)
      .orderBy(FieldPath.documentId());
    for await (const page of queryPages(listed, JOBS_PAGE)) {
      for (const snapshot of page) {
        const job = this.#meant(snapshot);
        if (job === null) continue;
        if (job.subject.type === 'image_batch') await this.#queueImagesOf(snapshot.id);
        await this.#parts.retryJob({ workspaceId: this.#workspaceId, jobId: snapshot.id });
      }
    }
  }

  /** New batches for all failed images that are left. */
  async retryImages(): Promise<void> {
    const images = this.#parts.db.collection(paths.images(this.#workspaceId));
    const failed = images.where('processing_status', '==', 'failed');
    const listed = (
      this.#wish.cause === null ? failed : failed.where('processing_error.code', '==', this.#wish.cause)
    )
      .orderBy(FieldPath.documentId())
      .select(...Object.keys(failedImageSchema.shape));
    for await (const page of queryPages(listed, IMAGES_PAGE)) {
      const meant = page.flatMap((snapshot) => {
        const image = this.#failedImage(snapshot);
        return image === null ? [] : [{ id: snapshot.id, storage_path: image.storage_path }];
      });
      for (const { pipeline, images: group } of batchesOf(meant)) {
        await this.#startBatch(
          pipeline,
          group.map(({ id }) => id),
        );
      }
    }
  }

  /** The job, if it is meant. */
  #meant(snapshot: DocumentSnapshot): Job | null {
    const job = jobSchema.safeParse(snapshot.data()).data;
    if (job?.status !== 'failed' || this.#isLater(job.completed_at)) return null;
    return this.#wish.cause === null || job.error?.code === this.#wish.cause ? job : null;
  }

  /** The image, if it is meant. */
  #failedImage(snapshot: DocumentSnapshot) {
    const image = failedImageSchema.safeParse(snapshot.data()).data;
    if (image?.processing_status !== 'failed' || this.#isLater(image.processing_completed_at)) return null;
    return this.#wish.cause === null || image.processing_error?.code === this.#wish.cause ? image : null;
  }

  #isLater(at: Date | null): boolean {
    return at !== null && at > this.#wish.at;
  }

  /**
   * Sets the failed images of a run that is about to be retried to queued, so that no batch is started for them besides.
   * If it comes to nothing more, the run still needs attention and is met again.
   */
  async #queueImagesOf(jobId: string): Promise<void> {
    const { db } = this.#parts;
    await db.runTransaction(async (transaction) => {
      const job = this.#meant(await transaction.get(db.doc(paths.job(this.#workspaceId, jobId))));
      if (job === null) return;
      const subject = await transaction.get(db.doc(subjectPath(this.#workspaceId, job.subject)));
      if (subject.get(new FieldPath('processing_status', job.pipeline, 'task_id')) !== jobId) return;
      // A run that has fetched already will not do so again: what it could not fetch is for a batch that does.
      const fetches = phaseAt(job.pipeline, job.phase).key === 'fetch_images';
      await this.#queueThem(transaction, job.input.image_ids ?? [], { fetches });
    });
  }

  /** A batch of those of `ids` that are still meant; they are queued with it. */
  async #startBatch(pipeline: 'image_processing' | 'image_import', ids: readonly string[]): Promise<void> {
    const { db } = this.#parts;
    await db.runTransaction(async (transaction) => {
      const fetches = pipeline === 'image_import';
      const imageIds = await this.#queueThem(transaction, ids, { fetches });
      if (imageIds.length === 0) return;
      const documents = batchDocuments(db, {
        workspaceId: this.#workspaceId,
        batchId: this.#batchId(imageIds),
        source: 'retry',
        pipeline,
        imageIds,
        by: this.#wish.by,
        at: this.#wish.at,
        backfillId: null,
      });
      for (const { ref, data } of documents) transaction.create(ref, data);
    });
  }

  /**
   * Sets those of `ids` that are meant to queued, and returns them; those without an original only if what is to come
   * fetches them. Reads, then writes.
   */
  async #queueThem(
    transaction: Transaction,
    ids: readonly string[],
    { fetches }: { fetches: boolean },
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const { db } = this.#parts;
    const refs = ids.map((id) => db.doc(paths.image(this.#workspaceId, id)));
    const images = await transaction.getAll(...refs, { fieldMask: Object.keys(failedImageSchema.shape) });
    return images.flatMap((snapshot) => {
      const image = this.#failedImage(snapshot);
      if (image === null || (image.storage_path === null && !fetches)) return [];
      transaction.update(snapshot.ref, {
        processing_status: 'queued',
        processing_error: null,
        processing_completed_at: null,
        waits_for: null,
        thumbnail_status: image.thumbnail_status === 'failed' ? 'pending' : image.thumbnail_status,
        variant_status: image.variant_status === 'failed' ? 'pending' : image.variant_status,
      });
      return [snapshot.id];
    });
  }

  /** Always the same for the same images and request. */
  #batchId(imageIds: readonly string[]): string {
    const hash = createHash('sha256').update([this.#requestId, ...imageIds].join('/'));
    return `retry-${hash.digest('hex').slice(0, 32)}`;
  }
}
