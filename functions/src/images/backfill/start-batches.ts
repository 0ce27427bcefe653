/**
 * Starts the batches of a backfill, each once: what is started, how many that makes and how far it goes are written
 * together, so that whoever takes over goes on exactly there.
 */
import { backfillSchema } from '@docket/model/backfill';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { batchDocuments, batchesOf } from '../new-batch.ts';
import type { FoundImage } from './scan-images.ts';

/** With so many images, batches are started for them. */
export const IMAGES_PER_STEP = 10 * LIMITS.imagesPerBatch;

/**
 * Batches of a backfill that are open at a time: enough for all workers, few enough that what people add meanwhile does not wait
 * behind 100,000 images.
 */
export const OPEN_BATCHES = 40;

/** How far a run has come. */
export interface Place {
  batches: number;
  /** The last image that it has dealt with; empty: none. */
  after: string;
}

export class BatchStarter {
  readonly #db: Firestore;
  readonly #run: RunInfo;
  readonly #clock: () => Date;

  constructor(db: Firestore, run: RunInfo, clock: () => Date) {
    this.#db = db;
    this.#run = run;
    this.#clock = clock;
  }

  /** Where this run stands, and how many images it was found to have to do with. */
  async place(): Promise<Place & { missing: number }> {
    const { place, findings } = this.#read(await this.#ref.get());
    return { ...place, missing: findings?.missing ?? 0 };
  }

  /** Starts batches for `images`, all that is to be done between `from` and the image `after`. Returns where that leads. */
  async go(from: Place, images: readonly FoundImage[], after: string): Promise<Place> {
    const { workspaceId, jobId, job } = this.#run;
    const groups = batchesOf(images);
    const to = { batches: from.batches + groups.length, after };
    await this.#db.runTransaction(async (transaction) => {
      const { place } = this.#read(await transaction.get(this.#ref));
      if (place.after !== from.after || place.batches !== from.batches)
        throw new Error('Another worker has gone on with this backfill.');
      for (const [index, { pipeline, images: group }] of groups.entries()) {
        const documents = batchDocuments(this.#db, {
          workspaceId,
          batchId: `${job.subject.id}-${job.run}-${from.batches + index + 1}`,
          source: 'backfill',
          pipeline,
          imageIds: group.map(({ id }) => id),
          by: job.created_by,
          at: this.#clock(),
          backfillId: job.subject.id,
        });
        for (const { ref, data } of documents) transaction.create(ref, data);
      }
      transaction.update(this.#ref, { batches: to.batches, cursor: { job_id: jobId, after } });
    });
    return to;
  }

  /** Whether `count` more batches may be started now. */
  async hasRoomFor(count: number): Promise<boolean> {
    const { workspaceId, job } = this.#run;
    // The runs on batches of this backfill, of all its runs: their numbers come next in the ids.
    const open = await this.#db
      .collection(paths.jobs(workspaceId))
      .where('open', '==', true)
      .where(FieldPath.documentId(), '>=', `${job.subject.id}-0`)
      .where(FieldPath.documentId(), '<', `${job.subject.id}-:`)
      .count()
      .get();
    return open.data().count + count <= OPEN_BATCHES;
  }

  get #ref() {
    return this.#db.doc(paths.backfill(this.#run.workspaceId, this.#run.job.subject.id));
  }

  #read(snapshot: FirebaseFirestore.DocumentSnapshot) {
    const { cursor, batches, findings } = backfillSchema.parse(snapshot.data());
    const isOurs = cursor !== null && cursor.job_id === this.#run.jobId;
    const place: Place = isOurs ? { batches, after: cursor.after } : { batches: 0, after: '' };
    return { place, findings };
  }
}
